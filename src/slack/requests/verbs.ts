/** What is done in words with one that there is, by verb: what it does, and how it is said. */
import type { Managed } from '#src/access/owned.ts';
import { DAY_MS } from '#src/domain/measure/days.ts';
import type { AskedRequest } from '#src/domain/watching/requests/request.ts';
import type { Choice } from '#src/domain/watching/drafts/draft.ts';
import { beginningOf, slotInWords } from '#src/domain/watching/schedules/wall-clock.ts';
import { removeAlert, resumeAlert, snoozeAlert } from '#src/watching/alerts/manage-alerts.ts';
import {
  deleteDigest,
  pauseDigest,
  resumeDigest,
  sendDigestNow,
} from '#src/watching/digests/manage-digests.ts';
import { requestOf, type RequestCall } from './request-kind.ts';
import type { Kept } from './targets.ts';

/** What a verb does, and how it is said. */
export interface Verb {
  readonly of: Kept;
  readonly access: 'stop' | 'change';
  /** On the button, and in "Pause this digest?". */
  readonly label: string;
  readonly done: string;
  /** Where the label and what it is of make no question. */
  readonly asked?: (what: string) => string;
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
  return now + ('days' in span ? span.days * DAY_MS : span.hours * 3_600_000);
}

const endIn = (call: RequestCall) => endOf(requestOf(call), call.actor.zone, call.deps.now().getTime());

function untilInWords(call: RequestCall): string | undefined {
  const until = endIn(call);
  return until === undefined ? undefined : `Until ${slotInWords(until, call.actor.zone)}.`;
}

/** What was said of how long, and can't be: it is told before anything is done. */
function whyNotSo(call: RequestCall): readonly string[] {
  const { cannot, until, for: span } = requestOf(call);
  if (cannot.includes('for')) return ['One post alone can’t be skipped: all rest.'];
  if (!cannot.includes('until')) return [];
  return [
    (until ?? span) === undefined
      ? 'It can’t end at an hour or begin on a later day: it begins now.'
      : 'It can’t begin on a later day: it begins now.',
  ];
}

/** What is told of how long it rests. @param open Where no end is said */
const restNote = (call: RequestCall, open?: string): string | undefined => {
  const lines = [...whyNotSo(call), untilInWords(call) ?? open ?? []].flat();
  return lines.length === 0 ? undefined : lines.join(' ');
};

export const FOR: Choice = {
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

export const VERBS = {
  'digest.pause': {
    of: 'digest',
    access: 'stop',
    label: 'Pause',
    done: 'Paused',
    run: async (call, id) => await pauseDigest(await manageOf(call), call.actor, id, endIn(call)),
    note: (call) => restNote(call, 'Nothing comes until it is resumed.'),
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
    asked: (what) => `Send ${what} now?`,
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
    note: (call) => restNote(call),
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
