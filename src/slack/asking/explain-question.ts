/** "Why this answer", with the prices that the asker's workspace has. */
import { setImmediate as breathe } from 'node:timers/promises';
import { todayOf } from './today.ts';
import type { Actor } from '#src/access/actor.ts';
import { bookForAsker } from '#src/quotes/load-book.ts';
import { explain, unexplained } from '#src/domain/asking/explain.ts';
import { readText } from '#src/domain/asking/read-text.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { renderExplanation } from '#src/presentation/explanation.ts';
import type { Message } from '#src/presentation/message.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';

interface Explained {
  readonly text: string;
  readonly actor: Actor;
  /** The question that it may lean on. */
  readonly previous?: Question | undefined;
}

/** How a question is read, and what becomes of it. Never throws on what was typed. */
export async function explainQuestion(
  deps: Pick<ListenerDeps, 'quotes' | 'catalog' | 'now'>,
  { text, actor, previous }: Explained,
): Promise<Message> {
  const { quotes, catalog } = deps;
  const now = todayOf(deps, actor);
  const read = readText(text, catalog, now);
  const book = await bookForAsker(quotes, catalog, actor, { read, now, previous });
  // As a question is answered.
  await breathe();
  return renderExplanation(explain(read, catalog, { now, previous, book }), unexplained(read));
}
