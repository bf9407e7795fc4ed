/** A digest in words, as mrkdwn. */
import { DAY_MS } from '#src/domain/measure/days.ts';
import type { ListedDigest } from '#src/watching/digests/list-digests.ts';
import type { DigestChoice } from '#src/watching/digests/make-digest.ts';
import { scheduleInWords } from '#src/domain/watching/schedules/schedule-words.ts';
import { MAY_HAVE_BEEN_POSTED } from '#src/delivery/settle-doubt.ts';
import { settle } from '#src/domain/watching/schedules/slots.ts';
import { slotInWords } from '#src/domain/watching/schedules/wall-clock.ts';
import { nameInText } from '#src/domain/series/material.ts';
import { listInWords } from '#src/domain/topics/topic.ts';
import { escapeMrkdwn } from '#src/presentation/text/mrkdwn.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { placeInWords } from '#src/slack/posting-place.ts';
import { ITEM_WORDS } from './form-view.ts';

/**
 * @param now Where it is not stored yet: from when on it counts.
 * @example "every Monday at 09:00 (Europe/Berlin), in <#C1>"
 */
export function digestInWords(
  { schedule: chosen, zone, channel }: Omit<DigestChoice, 'content'>,
  now?: number,
): string {
  const schedule = (now === undefined ? undefined : settle(chosen, zone, now)) ?? chosen;
  return `${escapeMrkdwn(`${scheduleInWords(schedule)} (${zone})`)}, ${placeInWords(channel)}`;
}

/** @example "Price, a chart: neodymium" */
export function contentInWords(
  { items, metals, skipUnchanged }: DigestChoice['content'],
  deps: ListenerDeps,
): string {
  const what = items.map((item, i) => (i === 0 ? ITEM_WORDS[item] : ITEM_WORDS[item].toLowerCase()));
  const skip = skipUnchanged ? '. Nothing when nothing has changed' : '';
  return `${escapeMrkdwn(what.join(', '))}: ${namesInWords(metals, deps)}${skip}.`;
}

/** Names of what ids are of. @example "neodymium and terbium" */
export function namesInWords(ids: readonly string[], deps: ListenerDeps): string {
  const names = ids.map((id) => nameInText(deps.quotes.materials.find((m) => m.id === id)?.name ?? id));
  return escapeMrkdwn(listInWords(names));
}

/** Older than this, a post that went wrong is history, unless it was the last one. */
const LISTED_MS = 7 * DAY_MS;

/** When it comes next, or why it doesn't; and what became of the last posts where that went wrong. */
export function stateInWords({ subscription, next, recent }: ListedDigest, now: number): readonly string[] {
  const { state, reason, zone, pausedUntil } = subscription;
  const paused = `Paused${reason === null ? '' : `: ${reason}`}.`;
  const wrong = recent.flatMap((row, i) =>
    (row.state === 'skipped' || row.state === 'failed') &&
    row.reason !== null &&
    (i === 0 || row.slotAt > now - LISTED_MS)
      ? [`${slotInWords(row.slotAt, zone)} ${whatBecame(row.state, row.reason)}.`]
      : [],
  );
  const held =
    pausedUntil !== null && pausedUntil > now ? `Paused until ${slotInWords(pausedUntil, zone)}. ` : '';
  const words = {
    paused,
    finished: 'Finished: the last one has come.',
    active: `${held}Next: ${next.join(' · ')}.`,
  };
  return [words[state], ...wrong].map(escapeMrkdwn);
}

const whatBecame = (state: string, reason: string): string =>
  reason === MAY_HAVE_BEEN_POSTED
    ? 'may have been posted: Slack gave no clear answer, and I can’t read the history there'
    : `was ${state}: ${reason}`;
