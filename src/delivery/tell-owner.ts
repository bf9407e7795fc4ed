/** Tells owners of what ended without a post: what ends of one cause is gathered for a moment, and told in one message. */
import { sql } from 'kysely';
import { z } from 'zod';
import { changeDelivery, newDelivery } from '#src/storage/deliveries.ts';
import { findWaitingNotice } from '#src/storage/waiting-notices.ts';
import type { Db } from '#src/storage/database/schema.ts';
import type { DeliveryDeps } from './deps.ts';
import { enqueue } from './enqueue.ts';

const endedItem = z.object({
  kind: z.enum(['digest', 'alert']),
  subject: z.string(),
  /** The delivery's id. */
  delivery: z.string(),
  /** When it was due. */
  at: z.number(),
  zone: z.string(),
  channel: z.string(),
  /** It can be sent by hand. */
  again: z.boolean(),
});
export type EndedItem = z.output<typeof endedItem>;

/**
 * `paused`: refused; `unsure`: it may have been posted; `left out`: it was not; `down`: nobody was there to post it;
 * `finished`: the last one of its schedule was due, which is the reason.
 */
const CAUSES = ['paused', 'unsure', 'left out', 'down', 'finished'] as const;
export type EndCause = (typeof CAUSES)[number];

/** What a notice says, as its delivery keeps it. */
export const endedPayload = z.object({
  of: z.literal('ended'),
  cause: z.enum(CAUSES),
  reason: z.string(),
  items: z.array(endedItem),
  /** How many more there are that are not named. */
  more: z.number(),
});
export type EndedPayload = z.output<typeof endedPayload>;

/** What a notice says; `undefined` where that can't be read: what others end with must not fail with it. */
export function readPayload<T extends z.ZodType>(text: string | null, schema: T): z.output<T> | undefined {
  try {
    return text === null ? undefined : schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

export interface ToTell {
  readonly team: string;
  readonly owner: string;
  readonly cause: EndCause;
  readonly reason: string;
  readonly item: EndedItem;
  /** The owner has been told of this cause: only a message that is not sent yet may name this as well. */
  readonly known?: boolean;
}

/** Named in one message; each may have a button, and so blocks of its own. */
const MOST_NAMED = 20;

/** Within a transaction: the messages are on their way when that is committed. */
export async function tellOwners(
  deps: Pick<DeliveryDeps, 'store' | 'queue' | 'config'>,
  db: Db,
  all: readonly ToTell[],
  at: number,
): Promise<void> {
  const { kind } = deps.store;
  if (kind === 'postgres') {
    // Two that end at the same time in two processes must find each other's message. In one order, before any other lock.
    for (const team of [...new Set(all.map((one) => one.team))].toSorted()) {
      await sql`select pg_advisory_xact_lock(hashtext(${`lodestone tells ${team}`}))`.execute(db);
    }
  }
  for (const { team, owner, cause, reason, item, known } of all) {
    const place = cause === 'paused' ? ` ${item.channel}` : '';
    const subject = `${owner} ${cause}: ${reason}${place}`;
    const waiting = await findWaitingNotice(db, kind, team, subject);
    const said = readPayload(waiting?.payload ?? null, endedPayload);
    if (waiting !== undefined && said !== undefined) {
      const named = said.items.length < MOST_NAMED;
      const more = named ? { ...said, items: [...said.items, item] } : { ...said, more: said.more + 1 };
      // Whoever has read it to post it finds that it has changed, and reads it again.
      await changeDelivery(db, waiting, { payload: JSON.stringify(more), attempt: waiting.attempt + 1 });
      continue;
    }
    if (known === true) continue;
    const payload: EndedPayload = { of: 'ended', cause, reason, items: [item], more: 0 };
    const notice = newDelivery({ team, kind: 'notice', subject, slot: item.delivery, channel: owner }, at, {
      dueAt: at + deps.config.gatherMs,
      payload: JSON.stringify(payload),
    });
    await enqueue(deps, db, [notice], at);
  }
}
