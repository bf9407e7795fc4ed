/** What delivery is given, and how it is set up. */
import type { Store } from '#src/storage/database/database.ts';
import type { Delivery } from '#src/storage/deliveries.ts';
import type { Db } from '#src/storage/database/schema.ts';
import type { Gate } from './gate.ts';
import type { Look } from './look.ts';
import type { Client, Posting } from './post.ts';
import type { Queue } from './queues/queue.ts';

/** The part of the log that delivery writes to; pino's fits. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface DeliveryConfig {
  /**
   * What becomes of a message that may or may not have been posted, where history can't be read: `skip` leaves the slot
   * out rather than post it twice, `repeat` posts it again rather than never.
   */
  readonly inDoubt: 'skip' | 'repeat';
  /** Posts a second to one workspace; `undefined` is no limit but Slack's own. */
  readonly postsPerSecond: number | undefined;
  /** Posts under way at once, in this process. */
  readonly concurrency: number;
  /**
   * How long an attempt holds its delivery, in milliseconds, before others look what became of it. Several times the
   * client's timeout, and more than clocks of several machines differ.
   */
  readonly leaseMs: number;
  /** A post that was cut off may still be on its way through Slack: looked for no sooner than after so many milliseconds. */
  readonly settleMs: number;
  /** Slack may carry out late what it did not answer: nothing is posted again sooner than this after it was asked. */
  readonly repeatMs: number;
  /** What was asked for more than once is looked for again so long after it was sent: a second copy may come. */
  readonly lookAgainMs: readonly number[];
  /** What ends without a post is gathered for so long, so that its owner gets one message of it. */
  readonly gatherMs: number;
}

export const DEFAULT_DELIVERY_CONFIG: DeliveryConfig = {
  inDoubt: 'skip',
  // Slack speaks of several hundred messages a minute for a workspace.
  postsPerSecond: 5,
  concurrency: 10,
  leaseMs: 60_000,
  settleMs: 2_000,
  repeatMs: 60_000,
  lookAgainMs: [60_000, 300_000, 1_800_000],
  gatherMs: 2_000,
};

/** How long a call of the posting client may take. */
export const POST_TIMEOUT_MS = 10_000;

/** What a delivery says, or why it says nothing after all. */
export type Composed =
  | {
      readonly kind: 'post';
      readonly render: Posting['render'];
      /** What must stay the same if it has to be posted again. */
      readonly payload: string | null;
      /** Written in one transaction with the message's `ts`. */
      readonly onSent?: (db: Db, now: number) => Promise<void>;
    }
  /** `byWish`: that nothing comes is what its owner wants, and needs no telling. */
  | { readonly kind: 'skip'; readonly reason: string; readonly byWish?: boolean };

/** Says what a delivery of one kind says. `late` in milliseconds: how long after its slot it comes. */
export type Compose = (delivery: Delivery, late: number) => Promise<Composed>;

export interface DeliveryDeps {
  readonly store: Store;
  readonly queue: Queue;
  /** The posting client of a workspace. */
  readonly clientFor: (team: string) => Client;
  readonly compose: Readonly<Record<Delivery['kind'], Compose>>;
  readonly look: Look;
  readonly gate: Gate;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
  readonly config: DeliveryConfig;
}
