/** "Why this answer", with the prices that the asker's workspace has. */
import type { Actor } from '#src/access/actor.ts';
import { may } from '#src/access/may.ts';
import { loadBook } from '#src/delivery/quotes/load-book.ts';
import { explain } from '#src/domain/explain.ts';
import type { Question } from '#src/domain/question.ts';
import { renderExplanation } from '#src/presentation/explanation.ts';
import type { Message } from '#src/presentation/message.ts';
import type { ListenerDeps } from './deps.ts';

export interface Explained {
  readonly text: string;
  readonly actor: Actor;
  /** The question that it may lean on. */
  readonly previous?: Question | undefined;
}

/** How a question is read, and what becomes of it. Never throws on what was typed. */
export async function explainQuestion(
  { quotes, catalog, house, now: clock }: Pick<ListenerDeps, 'quotes' | 'catalog' | 'house' | 'now'>,
  { text, actor, previous }: Explained,
): Promise<Message> {
  const now = clock();
  const { team } = actor;
  const mayHaveQuotes = may(actor, 'ask', 'quotes', house);
  const book = mayHaveQuotes ? await loadBook(quotes, catalog, { text, team, now, previous }) : undefined;
  return renderExplanation(explain(text, catalog, { now, previous, book }));
}
