/** What every listener is given. Nothing is reached for. */
import type { Catalog } from '#src/domain/catalog.ts';
import type { ConversationMemory } from '#src/platform/conversation-memory.ts';
import type { Log } from '#src/platform/log.ts';
import type { RecentQuestions } from '#src/platform/recent-questions.ts';
import type { FindPicture } from '#src/presentation/picture.ts';
import type { Command } from './command.ts';

export interface ListenerDeps {
  readonly catalog: Catalog;
  readonly commands: readonly Command[];
  readonly memory: ConversationMemory;
  readonly recent: RecentQuestions;
  /** `undefined` where charts are off. */
  readonly findPicture: FindPicture | undefined;
  readonly now: () => Date;
  readonly log: Log;
}
