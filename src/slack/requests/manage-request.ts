/** What is done in words with digests and alerts that there are: pausing, waking, sending, deleting, listing. */
import { barTo, isRefused, type Managed } from '#src/access/owned.ts';
import { whyNot } from '#src/access/refusals.ts';
import type { AskedRequest } from '#src/domain/watching/requests/request.ts';
import { escapeMrkdwn } from '#src/presentation/mrkdwn.ts';
import type { Choice } from '#src/domain/watching/drafts/draft.ts';
import { beginningOf, slotInWords } from '#src/domain/watching/schedules/wall-clock.ts';
import { alertList } from '#src/slack/alerts/alert-list.ts';
import { digestList } from '#src/slack/digests/digest-list.ts';
import { placeFor } from '#src/slack/posting-place.ts';
import { removeAlert, resumeAlert, snoozeAlert } from '#src/watching/alerts/manage-alerts.ts';
import {
  deleteDigest,
  pauseDigest,
  resumeDigest,
  sendDigestNow,
} from '#src/watching/digests/manage-digests.ts';
import { findChannel } from './find-place.ts';
import { MOST_IDS } from './card-value.ts';
import { requestOf, type RequestCall, type RequestKind } from './request-kind.ts';
import { candidatesOf, findTargets, type Candidate, type Kept } from './targets.ts';

/** What a verb does, and how it is said. */
interface Verb {
  readonly of: Kept;
  readonly access: 'stop' | 'change';
  /** On the button, and in "Pause this digest?". */
  readonly label: string;
  readonly done: string;
  /** Asked before it, where it can't be undone. */
  readonly warning?: string;
  readonly run: (call: RequestCall, id: string) => Promise<Managed>;
  /** What else is to be known, and what must be known first. */
  readonly note?: (call: RequestCall) => string | undefined;
  readonly choices?: (call: RequestCall) => readonly Choice[];
  readonly after?: (call: RequestCall) => Promise<unknown>;
}

const manageOf = async ({ deps }: RequestCall) => (await deps.delivery).manage;

/** The end of a pause: so many days or hours from now, or the beginning of a day. */
function endOf({ for: span, until }: AskedRequest, zone: string, now: number): number | undefined {
  if (until !== undefined) return beginningOf(until, zone);
  if (span === undefined) return undefined;
  return now + ('days' in span ? span.days * 86_400_000 : span.hours * 3_600_000);
}

const endIn = (call: RequestCall) => endOf(requestOf(call), call.actor.zone, call.deps.now().getTime());

function untilInWords(call: RequestCall): string | undefined {
  const until = endIn(call);
  return until === undefined ? undefined : `Until ${slotInWords(until, call.actor.zone)}.`;
}

const FOR: Choice = {
  slot: 'for',
  label: 'For how long?',
  type: 'one',
  options: [
    ['1', 'A day'],
    ['3', 'Three days'],
    ['7', 'A week'],
    ['14', 'Two weeks'],
    ['30', 'A month'],
  ].map(([value = '', words = '']) => ({ value, words })),
};

const VERBS = {
  'digest.pause': {
    of: 'digest',
    access: 'stop',
    label: 'Pause',
    done: 'Paused',
    run: async (call, id) => await pauseDigest(await manageOf(call), call.actor, id, endIn(call)),
    note: (call) => untilInWords(call) ?? 'Nothing comes until it is resumed.',
  },
  'digest.resume': {
    of: 'digest',
    access: 'change',
    label: 'Resume',
    done: 'Resumed',
    run: async (call, id) => await resumeDigest(await manageOf(call), call.actor, id),
    note: () => 'What was missed is not made up for.',
  },
  'digest.delete': {
    of: 'digest',
    access: 'stop',
    label: 'Delete',
    done: 'Deleted',
    warning: 'It will not come any more. What was posted stays.',
    run: async (call, id) => await deleteDigest(await manageOf(call), call.actor, id),
  },
  'digest.send': {
    of: 'digest',
    access: 'change',
    label: 'Send now',
    done: 'On its way',
    run: async (call, id) => await sendDigestNow(await manageOf(call), call.actor, id),
    note: () => 'It is posted where it always is, beside its usual times.',
  },
  'alert.snooze': {
    of: 'alert',
    access: 'stop',
    label: 'Snooze',
    done: 'Snoozed',
    run: async (call, id) => {
      const until = endIn(call);
      if (until === undefined) return { why: '*Nothing was changed.* Say for how long.' };
      return await snoozeAlert(await manageOf(call), call.actor, id, until);
    },
    note: untilInWords,
    choices: (call) => (endIn(call) === undefined ? [FOR] : []),
  },
  'alert.resume': {
    of: 'alert',
    access: 'change',
    label: 'Resume',
    done: 'Resumed',
    run: async (call, id) => await resumeAlert(await manageOf(call), call.actor, id),
    after: async ({ deps }) => await (await deps.delivery).checkAlerts(),
  },
  'alert.delete': {
    of: 'alert',
    access: 'stop',
    label: 'Delete',
    done: 'Deleted',
    warning: 'It will not come any more.',
    run: async (call, id) => await removeAlert(await manageOf(call), call.actor, id),
  },
} as const satisfies Readonly<Partial<Record<AskedRequest['intent'], Verb>>>;

/** As many lines as a card shows of what it is of. */
const MOST_SHOWN = 15;

const bullets = (found: readonly Candidate[]): readonly string[] => [
  ...found.slice(0, MOST_SHOWN).map(({ words }) => `• ${words}`),
  ...(found.length > MOST_SHOWN ? [`… and ${found.length - MOST_SHOWN} more`] : []),
];

/** The choice among several that are meant. */
export function whichOne(found: readonly Candidate[], chosen: string | undefined): Choice {
  return {
    slot: 'target',
    label: 'Which one?',
    type: 'one',
    options: found.slice(0, 100).map(({ id, words }) => ({ value: id, words: plainOf(words) })),
    chosen,
  };
}

/** Without what Slack alone makes names of. */
const plainOf = (mrkdwn: string): string =>
  mrkdwn.replaceAll(/, (?:to <@\w+>|in <#\w+>)/g, '').replaceAll('&amp;', '&');

/** What a request is of: those that its card has, or that it names. */
export async function meant(call: RequestCall, kind: Kept): Promise<readonly Candidate[]> {
  const { ids } = call.card;
  if (ids === undefined) return await findTargets(call, kind, requestOf(call).target);
  const all = await candidatesOf(call, kind);
  return all.filter(({ id }) => ids.includes(id));
}

export const noneSuch = (kind: Kept): string =>
  `I find no such ${kind} of yours. \`/nd ${kind} list\` shows those that there are.`;

const isOne = (found: readonly Candidate[], { target }: AskedRequest): boolean =>
  found.length === 1 || target?.all === true;

const maySeeOwn: RequestKind['bar'] = (actor, house) => whyNot(actor, 'see', 'own', house);

function kindOfVerb(verb: Verb): RequestKind {
  const { of, label, warning } = verb;
  return {
    bar: maySeeOwn,
    alone: true,

    propose: async (call) => {
      const request = requestOf(call);
      const found = await meant(call, of);
      if (found.length === 0) return { lines: [noneSuch(of)], choices: [], act: undefined, edit: false };
      if (found.length > MOST_IDS)
        return {
          lines: [`That is ${found.length} of them, more than one card holds. Do it in \`/nd ${of} list\`.`],
          choices: [],
          act: undefined,
          edit: false,
        };
      const bars = found.map((one) => barTo(call.actor, verb.access, one, call.deps.house));
      const refused = bars.find(isRefused);
      if (bars.every((bar) => bar !== undefined) && refused !== undefined)
        return { lines: [...bullets(found), refused.why], choices: [], act: undefined, edit: false };
      const decided = isOne(found, request) || call.card.ids !== undefined;
      const what = found.length === 1 ? `this ${of}` : `these ${found.length} ${of}s`;
      const note = verb.note?.(call);
      const more = verb.choices?.(call) ?? [];
      return {
        lines: [
          decided ? `*${label} ${what}?*` : `*${label}: which ${of}?*`,
          ...bullets(found),
          ...(note === undefined || !decided ? [] : [escapeMrkdwn(note)]),
          'Nothing is changed yet.',
        ],
        choices: decided ? more : [whichOne(found, undefined), ...more],
        act: {
          label: decided && found.length > 1 ? `${label} all ${found.length}` : label,
          ...(warning === undefined ? {} : { confirm: { title: `${label} ${what}?`, text: warning } }),
        },
        edit: false,
        ...(decided ? { ids: found.map(({ id }) => id) } : {}),
      };
    },

    act: async (call) => {
      const found = await meant(call, of);
      if (found.length === 0) return { done: [noneSuch(of)] };
      if (call.card.ids === undefined) return { open: 'which one.' };
      if ((verb.choices?.(call) ?? []).length > 0) return { open: FOR.label };
      const lines: string[] = [];
      for (const one of found) {
        const outcome = await verb.run(call, one.id);
        lines.push(
          isRefused(outcome)
            ? `${one.words} ${outcome.why}`
            : outcome === 'gone'
              ? `Gone already: ${one.words}`
              : `*${verb.done}:* ${one.words}`,
        );
      }
      await verb.after?.(call);
      return { done: lines };
    },
  };
}

/** The list itself, with its buttons: of the place that is named, or of where it was asked. */
function listKind(of: Kept): RequestKind {
  return {
    bar: maySeeOwn,
    alone: true,
    message: async (call) => {
      const { deps, actor, card, client } = call;
      const { place } = requestOf(call).target ?? {};
      const channel =
        place?.startsWith('#') === true
          ? await findChannel(client, place.slice(1))
          : placeFor(card.in, actor.user);
      const shown = { channel: channel ?? actor.user, owner: actor.user };
      return await (of === 'digest' ? digestList : alertList)(deps, actor, shown);
    },
    propose: () => Promise.resolve({ lines: [], choices: [], act: undefined, edit: false }),
    act: () => Promise.resolve({ done: [`\`/nd ${of} list\` shows them.`] }),
  };
}

export const MANAGING = {
  'digest.pause': kindOfVerb(VERBS['digest.pause']),
  'digest.resume': kindOfVerb(VERBS['digest.resume']),
  'digest.delete': kindOfVerb(VERBS['digest.delete']),
  'digest.send': kindOfVerb(VERBS['digest.send']),
  'digest.list': listKind('digest'),
  'alert.snooze': kindOfVerb(VERBS['alert.snooze']),
  'alert.resume': kindOfVerb(VERBS['alert.resume']),
  'alert.delete': kindOfVerb(VERBS['alert.delete']),
  'alert.list': listKind('alert'),
} as const;
