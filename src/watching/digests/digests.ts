/** What a due digest posts: composed from the data when it is posted, so that a late one is not stale. */
import { composeDigest, type Digest } from '#src/domain/watching/digest.ts';
import { digestNeeds } from '#src/domain/topics/price/quote-needs.ts';
import { renderMessage } from '#src/presentation/message.ts';
import { drawAhead, type FindPicture } from '#src/presentation/picture.ts';
import { listAlerts, type StoredAlert } from '#src/storage/alerts.ts';
import type { Store } from '#src/storage/database/database.ts';
import type { Delivery } from '#src/storage/deliveries.ts';
import {
  findSubscription,
  isReadable,
  updateSubscription,
  type Readable,
} from '#src/storage/subscriptions.ts';
import type { Composed, Compose } from '#src/delivery/deps.ts';
import { DIGEST_MANAGE_ACTION, withHeading, withManage } from '#src/watching/manage-button.ts';
import { BY_HAND } from '#src/watching/send-again.ts';
import { nameInText } from '#src/domain/series/material.ts';
import { listInWords } from '#src/domain/topics/topic.ts';
import { scheduleInWords } from '#src/domain/watching/schedules/schedule-words.ts';
import { escapeMrkdwn } from '#src/presentation/text/mrkdwn.ts';
import { weekdayInWords, slotInWords } from '#src/domain/watching/schedules/wall-clock.ts';
import { bookFor } from '#src/quotes/load-book.ts';
import { readFigures } from '#src/domain/watching/kept-figures.ts';
import { nameOfWatched, watch, type WatchDeps } from '#src/watching/alerts/watch.ts';

/** Later than this after its slot, a digest says that it is late. */
const LATE_MS = 10 * 60_000;

const UNREADABLE = 'what is stored of it can’t be read here: delete it, and set it up again';

export interface ComposeDeps extends WatchDeps {
  readonly store: Store;
  /** `undefined` where charts are off. */
  readonly findPicture?: FindPicture | undefined;
}

/** Composes digests. */
export function createDigestComposer(deps: ComposeDeps): Compose {
  return async (delivery, late) => {
    const subscription = await findSubscription(deps.store.db, delivery.team, delivery.subject);
    if (subscription === undefined) return { kind: 'skip', reason: 'it was deleted', byWish: true };
    if (!isReadable(subscription)) return { kind: 'skip', reason: UNREADABLE };
    const byHand = delivery.slot.startsWith(BY_HAND);
    // One that is paused until a day has no slot before it; one that waits since before the pause is left out.
    const isHeld = subscription.pausedUntil !== null && delivery.slotAt < subscription.pausedUntil;
    if ((subscription.state === 'paused' || isHeld) && !byHand)
      return { kind: 'skip', reason: 'it was paused', byWish: true };
    const digest = await digestOf(deps, subscription);
    if (digest.unchanged && subscription.content.skipUnchanged && !byHand)
      return { kind: 'skip', reason: 'nothing had changed', byWish: true };
    return await composed(deps, delivery, subscription, digest, late > LATE_MS && !byHand);
  };
}

/**
 * The digest of a subscription as it would be now; also for previews, with settings that are not stored yet.
 * @param tells Whether it may tell of an alert that comes to the same place; of all of them unless given.
 */
export async function digestOf(
  deps: ComposeDeps,
  subscription: Pick<Readable, 'team' | 'channel' | 'content' | 'lastFigures' | 'lastSentAt' | 'zone'>,
  tells: (alert: StoredAlert) => boolean = () => true,
): Promise<Digest> {
  const { store, catalog, now, quotes } = deps;
  const { team, channel, content, lastFigures, lastSentAt, zone } = subscription;
  const alerts = content.items.includes('alerts') ? await listAlerts(store.db, team, { channel }) : [];
  const books = await Promise.all(
    content.metals.map(async (metal) => [metal, await bookOf(deps, team, metal)] as const),
  );
  return composeDigest({
    books: new Map(books),
    content,
    catalog: catalog(),
    materials: quotes?.materials,
    previous: lastFigures,
    previousDay: lastSentAt === null ? undefined : weekdayInWords(lastSentAt, zone),
    alerts: await Promise.all(
      alerts
        .filter((alert) => alert.state === 'armed' && tells(alert))
        .map(async (alert) => await watch(deps, alert)),
    ).then((all) =>
      all.flatMap((watched) =>
        watched === undefined ? [] : [{ name: nameOfWatched(deps, watched.rule.of.material), watched }],
      ),
    ),
    now: new Date(now()),
  });
}

async function bookOf({ quotes, now }: ComposeDeps, team: string, metal: string) {
  if (quotes === undefined) return undefined;
  const asked = new Date(now());
  return await bookFor(quotes, team, asked, digestNeeds(metal, quotes.materials, asked));
}

/** What a digest is of, how often it comes, and whose it is; as mrkdwn. */
function headingOf(deps: ComposeDeps, { content, schedule, zone, owner, channel }: Readable): string {
  const names = listInWords(content.metals.map((id) => nameInText(nameOfWatched(deps, id))));
  const when = `${scheduleInWords(schedule)} (${zone})`;
  const whose = channel === owner ? 'yours' : `set up by <@${owner}>`;
  return `*Digest of ${escapeMrkdwn(names)}* · ${escapeMrkdwn(when)} · ${whose}`;
}

async function composed(
  deps: ComposeDeps,
  delivery: Delivery,
  subscription: Readable,
  { answer: said, figures }: Digest,
  late: boolean,
): Promise<Composed> {
  const { answer, draw } = await drawAhead(said, deps.findPicture);
  const { locale } = subscription.content;
  const heading = headingOf(deps, subscription);
  const due = slotInWords(delivery.slotAt, subscription.zone);
  const preface = late ? [`Late: this was due on ${due}.`] : undefined;
  // A digest that is posted again says what it said the first time.
  const payload = delivery.payload ?? JSON.stringify(figures);
  return {
    kind: 'post',
    payload,
    render: (without) =>
      withManage(
        withHeading(renderMessage(answer, { draw, without, preface, locale }), heading),
        DIGEST_MANAGE_ACTION,
        subscription.id,
      ),
    onSent: async (db, at) => {
      await updateSubscription(db, subscription.team, subscription.id, {
        lastFigures: readFigures(payload) ?? figures,
        lastSentAt: at,
      });
    },
  };
}
