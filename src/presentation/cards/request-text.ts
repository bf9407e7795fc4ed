/** What a request in words would come to, for the terminal: it sets up nothing, and says how Slack does. */
import type { Catalog } from '#src/domain/asking/catalog.ts';
import type { Line } from '#src/domain/answer.ts';
import { isoDate } from '#src/domain/measure/days.ts';
import { draftAlert } from '#src/domain/watching/drafts/draft-alert.ts';
import { digestInPlainWords, draftDigest } from '#src/domain/watching/drafts/draft-digest.ts';
import type { Choice } from '#src/domain/watching/drafts/draft.ts';
import { isPast } from '#src/domain/watching/judge.ts';
import { lookAtFigures } from '#src/domain/watching/look-at.ts';
import type { AskedRequest, Intent } from '#src/domain/watching/requests/request.ts';
import { joint, ruleInWords } from '#src/domain/watching/rule-words.ts';
import type { Rule } from '#src/domain/watching/rule.ts';
import { nextSlots, settle } from '#src/domain/watching/schedules/slots.ts';
import { slotInWords } from '#src/domain/watching/schedules/wall-clock.ts';
import { priceOfWatched } from '#src/domain/watching/watched.ts';
import { DEFAULT_LOCALE } from '#src/domain/answer.ts';
import { plainWriter } from '#src/presentation/text/plain-text.ts';

interface Terminal {
  readonly catalog: Catalog;
  readonly now: Date;
  readonly zone: string;
  /** What was named in a metal's place and is none that is known. */
  readonly unknown?: readonly string[];
}

const HOW =
  'Nothing is set up in a terminal. Said to Lodestone in Slack, alone, after a mention or behind /nd, it gets a card with this, and is done when that is pressed.';

/** @example "A digest of neodymium, every Monday at 09:00 (Europe/Berlin): the price and its change\nNext: …" */
export function requestText(request: AskedRequest, terminal: Terminal): string {
  return [...linesOf(request, terminal), HOW].join('\n');
}

function linesOf(request: AskedRequest, terminal: Terminal): readonly string[] {
  if (request.intent === 'digest.create') return digestLines(request, terminal);
  if (request.intent === 'alert.create') return alertLines(request, terminal);
  const { intent, ask, cannot, confirm: _confirm, ...slots } = request;
  const said = Object.entries(slots).map(([slot, value]) => `  ${slot}: ${JSON.stringify(value)}`);
  return [
    `${VERBS[intent]}:`,
    ...said,
    ...(ask.length === 0 ? [] : [`To be asked: ${ask.join(', ')}.`]),
    ...(cannot.length === 0 ? [] : [`Can’t be had: ${cannot.join(', ')}.`]),
  ];
}

const VERBS: Readonly<Record<Intent, string>> = {
  'digest.create': 'A digest',
  'digest.list': 'The list of digests',
  'digest.pause': 'Pauses digests',
  'digest.resume': 'Resumes digests',
  'digest.delete': 'Deletes digests, once that is confirmed',
  'digest.edit': 'Changes a digest',
  'digest.send': 'Sends a digest now',
  'alert.create': 'An alert',
  'alert.list': 'The list of alerts',
  'alert.snooze': 'Snoozes alerts',
  'alert.resume': 'Resumes alerts',
  'alert.delete': 'Deletes alerts, once that is confirmed',
  'alert.edit': 'Changes an alert',
  'quote.add': 'Stores a price',
  export: 'Prices as a file',
};

const asked = (choices: readonly Choice[]): readonly string[] =>
  choices.map(({ label, chosen }) =>
    chosen === undefined ? `To be chosen: ${label}` : `${label} ${chosen}, unless another is chosen.`,
  );

function digestLines(request: AskedRequest, { catalog, now, zone, unknown }: Terminal): readonly string[] {
  const context = {
    materials: catalog.materials,
    unknown,
    zone,
    items: ['price', 'change', 'alerts', 'chart'] as const,
  };
  const draft = draftDigest(request, context);
  const { made } = draft;
  const settled = made && settle(made.schedule, made.zone, now.getTime());
  const next =
    made === undefined || settled === undefined ? [] : nextSlots(settled, made.zone, now.getTime(), 3);
  return [
    `${digestInPlainWords(draft, context)}.`,
    ...(next.length === 0
      ? []
      : [`Next: ${next.map(({ at }) => slotInWords(at, made?.zone ?? zone)).join(' · ')}.`]),
    ...draft.notes,
    ...asked(draft.choices),
  ];
}

function alertLines(request: AskedRequest, { catalog, now, unknown }: Terminal): readonly string[] {
  const today = isoDate(now.getTime());
  const write = plainWriter(DEFAULT_LOCALE);
  const nowOf = (rule: Rule) => lookAtFigures(rule, catalog, today);
  const prices = (request.metals ?? []).map((material) => {
    const seen = nowOf({ of: { material }, change: { percent: 1 }, within: 365, repeat: 'each' });
    return [material, seen === undefined ? [] : [seen.reading.now]] as const;
  });
  const draft = draftAlert(request, {
    materials: catalog.materials,
    unknown,
    metals: catalog.metals,
    prices: new Map(prices),
  });
  const { made = [] } = draft;
  return [
    ...(made.length === 0 ? ['An alert.'] : []),
    ...made.flatMap((rule) => {
      const name = catalog.materials.find(({ id }) => id === rule.of.material)?.name ?? rule.of.material;
      const watched = rule.of.cadence === 'day' ? undefined : nowOf(rule);
      const line: Line = [`An alert: ${name}`, joint(rule), ...ruleInWords(rule), '.'];
      return [
        write(line),
        ...(watched === undefined ? [] : [write(['Now: ', ...priceOfWatched(watched), '.'])]),
        ...(watched !== undefined && isPast(rule, watched.reading)
          ? ['That is so already: whether it is to come at once is asked.']
          : []),
      ];
    }),
    ...draft.notes,
    ...asked(draft.choices),
  ];
}
