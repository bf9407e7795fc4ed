/** Prices as a file, asked for in words. */
import { isRefused } from '#src/access/owned.ts';
import { whyNot } from '#src/access/refusals.ts';
import { addDays, dayIn, monthsBefore } from '#src/domain/measure/days.ts';
import { draftMetals, metalsInText } from '#src/domain/watching/drafts/draft-digest.ts';
import { isOpen, type Choice } from '#src/domain/watching/drafts/draft.ts';
import type { AskedWindow } from '#src/domain/watching/requests/request.ts';
import { escapeMrkdwn } from '#src/presentation/text/mrkdwn.ts';
import { EXPORT_FORMATS, exportQuotes } from '#src/quotes/export-quotes.ts';
import { sendBytes } from '#src/slack/send-file.ts';
import { contextOfMetals, requestOf, type RequestCall, type RequestKind } from './request-kind.ts';

const FIRST_DAY = '1900-01-01';
const MOST_METALS = 50;

const todayIn = ({ deps, actor }: RequestCall): string => dayIn(deps.now().getTime(), actor.zone);

/** The days of a window, both included. */
function daysOf(window: AskedWindow, today: string): { readonly from: string; readonly to: string } {
  if ('all' in window) return { from: FIRST_DAY, to: today };
  if ('from' in window) return { from: window.from, to: window.to ?? today };
  const { last, unit } = window;
  const from =
    unit === 'day'
      ? addDays(today, -last)
      : unit === 'week'
        ? addDays(today, -7 * last)
        : monthsBefore(today, unit === 'month' ? last : 12 * last);
  return { from, to: today };
}

const WINDOW: Choice = {
  slot: 'window',
  label: 'Of which time?',
  type: 'one',
  options: [
    { value: '30 day', words: 'The last 30 days' },
    { value: '3 month', words: 'The last three months' },
    { value: '1 year', words: 'The last year' },
    { value: 'all', words: 'All there is' },
  ],
};

function draftOf(call: RequestCall) {
  const request = requestOf(call);
  const { window, what = 'prices', format } = request;
  const all = request.metals?.includes('all') === true;
  const about = all
    ? { metals: [], choices: [], notes: [] }
    : draftMetals(request, contextOfMetals(call), MOST_METALS);
  const known = EXPORT_FORMATS.find((one) => one === (format ?? 'csv'));
  const choices = [...about.choices, ...(window === undefined ? [WINDOW] : [])];
  return {
    request,
    isPrices: what === 'prices',
    what,
    metals: about.metals,
    choices,
    window,
    format: known ?? 'csv',
    notes: [
      ...about.notes,
      ...(known === undefined
        ? [`I write CSV and Excel’s xlsx, no ${format ?? ''}: it is CSV unless you say xlsx.`]
        : []),
    ],
  };
}

export const exported: RequestKind = {
  bar: (actor, house) => whyNot(actor, 'ask', 'files', house),
  alone: true,

  propose: (call) => {
    const { isPrices, what, metals = [], choices, window, format, notes } = draftOf(call);
    if (!isPrices)
      return Promise.resolve({
        lines: [
          `I have no file of ${what}: \`/nd ${what.replace(/s$/, '')} list\` shows them. Prices can be had as a file.`,
        ],
        choices: [],
        act: undefined,
        edit: false,
      });
    const of = metals.length === 0 ? '' : ` of ${metalsInText(metals, call.deps.quotes.materials)}`;
    const days = window && daysOf(window, todayIn(call));
    const when =
      days === undefined
        ? ''
        : days.from === FIRST_DAY
          ? ', all there are'
          : `, from ${days.from} to ${days.to}`;
    return Promise.resolve({
      lines: [
        `*Quotes${escapeMrkdwn(of)} as ${format}${when}?*`,
        ...notes.map(escapeMrkdwn),
        'It comes as a file in your direct messages with me.',
      ],
      choices,
      act: { label: 'Export' },
      edit: false,
    });
  },

  act: async (call) => {
    const { deps, actor, client } = call;
    const { metals, window, choices, format, request } = draftOf(call);
    if (metals === undefined || window === undefined)
      return { open: choices.find(isOpen)?.label ?? 'what is missing.' };
    const file = await exportQuotes(deps.quotes, actor, { metals, format, ...daysOf(window, todayIn(call)) });
    if (isRefused(file)) return { done: [file.why] };
    const of = metalsInText(request.metals?.filter((id) => id !== 'all') ?? [], deps.quotes.materials);
    if (file.prices === 0)
      return {
        done: [
          `There are no quotes${of === '' ? '' : ` of ${escapeMrkdwn(of)}`} in that time, so there is no file. Figures of years are answers: ask for the history.`,
        ],
      };
    const name = `quotes-${metals.join('-').slice(0, 60) || 'all'}-${todayIn(call)}.${format}`;
    const sent = await sendBytes(client, { person: actor.user, name, bytes: file.bytes }, deps);
    return {
      done: [
        sent ??
          `*${file.prices === 1 ? 'One price' : `${file.prices} prices`}* in ${escapeMrkdwn(name)}, in your direct messages with me.`,
      ],
    };
  },
};
