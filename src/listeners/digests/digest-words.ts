/** A digest in words, as mrkdwn. */
import type { DigestChoice, ListedDigest } from '#src/delivery/manage-digests.ts';
import { scheduleInWords } from '#src/delivery/schedule.ts';
import { slotInWords } from '#src/delivery/slots.ts';
import { nameInText } from '#src/domain/digest.ts';
import { listInWords } from '#src/domain/topics/topic.ts';
import { escapeMrkdwn } from '#src/presentation/mrkdwn.ts';
import type { ListenerDeps } from '../deps.ts';
import { placeInWords } from '../posting-place.ts';
import { ITEM_WORDS } from './form-view.ts';

/** @example "every Monday at 09:00 (Europe/Berlin), in <#C1>" */
export function digestInWords({ schedule, zone, channel }: Omit<DigestChoice, 'content'>): string {
  return `${escapeMrkdwn(`${scheduleInWords(schedule)} (${zone})`)}, ${placeInWords(channel)}`;
}

/** @example "Price, a chart: neodymium" */
export function contentInWords(
  { items, metals, skipUnchanged }: DigestChoice['content'],
  deps: ListenerDeps,
): string {
  const names = metals.map((id) => nameInText(deps.quotes.materials.find((m) => m.id === id)?.name ?? id));
  const what = items.map((item, i) => (i === 0 ? ITEM_WORDS[item] : ITEM_WORDS[item].toLowerCase()));
  const skip = skipUnchanged ? '. Nothing when nothing has changed' : '';
  return escapeMrkdwn(`${what.join(', ')}: ${listInWords(names)}${skip}.`);
}

/** When it comes next, or why it doesn't; and what became of its last post where that went wrong. */
export function stateInWords({ subscription, next, recent }: ListedDigest): readonly string[] {
  const { state, reason, zone } = subscription;
  const paused = `Paused${reason === null ? '' : `: ${reason}`}.`;
  const [last] = recent;
  const wrong =
    last !== undefined && (last.state === 'skipped' || last.state === 'failed') && last.reason !== null
      ? [`${slotInWords(last.slot_at, zone)} was ${last.state}: ${last.reason}.`]
      : [];
  return [state === 'paused' ? paused : `Next: ${next.join(' · ')}.`, ...wrong].map(escapeMrkdwn);
}
