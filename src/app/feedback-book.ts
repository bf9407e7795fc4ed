/** What people let the bot know of its answers, in the storage. */
import type { House } from '#src/access/may.ts';
import { whyNot } from '#src/access/refusals.ts';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import { withoutNames } from '#src/domain/faq/feedback.ts';
import { reportGaps } from './faq-gaps.ts';
import type { FeedbackBook } from '#src/slack/deps.ts';
import type { InFlight } from '#src/platform/in-flight.ts';
import type { Log } from '#src/platform/log.ts';
import type { Store } from '#src/storage/database/database.ts';
import type { Db } from '#src/storage/database/schema.ts';
import { addFeedback, forgetOldFeedback, listFeedback } from '#src/storage/feedback.ts';

interface FeedbackBookDeps {
  readonly store: Store;
  readonly catalog: Catalog;
  readonly faqDir: string;
  readonly house: House;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
  /** A stop waits for what is being kept. */
  readonly inFlight: InFlight;
}

/** Notes without names. */
export function createFeedbackBook(deps: FeedbackBookDeps): FeedbackBook & { forgetOld(): void } {
  const { store, catalog, faqDir, house, now, log, inFlight } = deps;
  const attempt = (work: (db: Db) => Promise<void>): void => {
    inFlight
      .run(() => store.write(work))
      .catch((error: unknown) => log.warn({ error }, 'feedback could not be kept'));
  };
  return {
    /** For every hour: what has been kept for long enough goes. */
    forgetOld: () => attempt((db) => forgetOldFeedback(db, now())),
    note: (team, feedback) => {
      const text = withoutNames(feedback.text);
      if (text !== '') attempt((db) => addFeedback(db, team, { ...feedback, text }, now()));
    },
    reportGaps: async (actor) => {
      const why = whyNot(actor, 'look', 'gaps', house);
      if (why !== undefined) return { why };
      return await reportGaps(await listFeedback(store.db, now(), actor.team), catalog, faqDir);
    },
  };
}
