/** What brings deliveries to be worked on. It may bring one twice or at the same time in two processes: the row decides. */
import type { Lane } from '#src/storage/due-deliveries.ts';
import type { Db } from '#src/storage/database/schema.ts';

/** Look-ups have workers of their own: one that hangs holds up no post. So many look at once, in a process. */
export const LOOKERS = 4;

export interface Job {
  /** The delivery's id. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly dueAt: number;
}

/** When to come back to a delivery, in milliseconds since 1970, and with which workers. */
export interface Again {
  readonly at: number;
  readonly lane: Lane;
}

export interface QueueWork {
  /** Works on a delivery. @returns when to come back to it; `undefined` when it is finished */
  readonly deliver: (id: string, lane: Lane) => Promise<Again | undefined>;
  /** Takes what has become due. @returns when something is due next; `undefined` when nothing is */
  readonly tick: () => Promise<number | undefined>;
}

export interface Queue {
  /** Adds jobs to post within a transaction: they exist if it is committed. */
  add(db: Db, jobs: readonly Job[]): Promise<void>;
  start(work: QueueWork): Promise<void>;
  /** Looks at once whether anything is due: after a change, or when time has been moved. */
  wake(): void;
  /** Takes no more work, and waits for what is under way, but no longer than so many milliseconds. @returns whether all is done */
  stop(patienceMs: number): Promise<boolean>;
}
