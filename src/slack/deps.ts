/** What every listener is given. Nothing is reached for. */
import type { Actor } from '#src/access/actor.ts';
import type { House } from '#src/access/may.ts';
import type { Refused } from '#src/access/owned.ts';
import type { RunningWatch } from '#src/watching/start-watching.ts';
import type { QuoteDesk } from '#src/quotes/quote-desk.ts';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import type { Feedback } from '#src/domain/faq/feedback.ts';
import type { GapReport } from '#src/domain/faq/gaps.ts';
import type { ConversationMemory } from '#src/platform/conversation-memory.ts';
import type { Log } from '#src/platform/log.ts';
import type { RecentQuestions } from '#src/platform/recent-questions.ts';
import type { FindPicture } from '#src/presentation/picture.ts';
import type { PendingCards } from './requests/pending-cards.ts';
import type { AskingPace } from './asking-pace.ts';

/** What people let the bot know of its answers. */
export interface FeedbackBook {
  /** Keeps it, in its own time; what can't be kept is logged, and never in anybody's way. */
  note(team: string, feedback: Feedback): void;
  /** What the FAQ lacks, by what is kept of a workspace, for somebody who may know. */
  reportGaps(actor: Actor): Promise<GapReport | Refused>;
}

/** The API's tokens, for admins. */
export interface ApiTokens {
  /** @returns the token, which is told once */
  make(actor: Actor, name: string): Promise<{ readonly token: string; readonly name: string } | Refused>;
  list(actor: Actor): Promise<readonly ListedToken[] | Refused>;
  /** @param named Its name or id */
  revoke(actor: Actor, named: string): Promise<ListedToken | 'gone' | Refused>;
}

interface ListedToken {
  readonly name: string;
  readonly owner: string;
  /** Milliseconds since 1970, as `usedAt`. */
  readonly createdAt: number;
  readonly usedAt: number | undefined;
}

export interface ListenerDeps {
  readonly api: ApiTokens;
  readonly catalog: Catalog;
  readonly memory: ConversationMemory;
  readonly recent: RecentQuestions;
  readonly cards: PendingCards;
  readonly feedback: FeedbackBook;
  /** `undefined` where charts are off. */
  readonly findPicture: FindPicture | undefined;
  /** Runs from shortly after the first event can come. */
  readonly delivery: Promise<RunningWatch>;
  /** What the settings let people do; `may` asks for it. */
  readonly house: House;
  /** How often people ask. */
  readonly pace: AskingPace;
  /** Forgets what is kept of a workspace that removed the app. @param removedAt Milliseconds since 1970. */
  readonly forgetWorkspace: (team: string, removedAt: number) => Promise<void>;
  readonly quotes: QuoteDesk;
  readonly now: () => Date;
  readonly log: Log;
}
