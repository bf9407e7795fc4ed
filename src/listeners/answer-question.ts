/** Every question's way to its answer, wherever it was asked. */
import type { Actor } from '#src/access/actor.ts';
import { may } from '#src/access/may.ts';
import { loadBook } from '#src/delivery/quotes/load-book.ts';
import type { Answer } from '#src/domain/answer.ts';
import { ask } from '#src/domain/ask.ts';
import { admit } from '#src/domain/text-door.ts';
import type { Place } from '#src/platform/conversation-memory.ts';
import type { ListenerDeps } from './deps.ts';

export interface Asked {
  readonly text: string;
  /** Whether something was cut off its end before. */
  readonly cut?: boolean;
  /** Who asks: the workspace may have quotes of its own, which are for its people. */
  readonly actor: Actor;
  /** The conversation that "and 2024?" leans on; none where each question stands alone. */
  readonly place?: Place | undefined;
  /** It was on a button: the bot's own words are nobody's question without an answer. */
  readonly pressed?: boolean;
}

/** Answers a question, and remembers it for what may follow. Never throws on what was typed. */
export async function answerQuestion(
  deps: ListenerDeps,
  { actor, place, pressed = false, ...asked }: Asked,
): Promise<Answer> {
  const { team, user } = actor;
  const typed = admit(asked.text);
  const { text } = typed;
  const cut = typed.cut || asked.cut === true;
  const previous = place && deps.memory.recall(team, place);
  const now = deps.now();
  const mayHaveQuotes = may(actor, 'ask', 'quotes', deps.house);
  const book = mayHaveQuotes
    ? await loadBook(deps.quotes, deps.catalog, { text, team, now, previous })
    : undefined;
  const answer = ask(text, deps.catalog, { now, previous, book, cut });
  // What there is no data on is under discussion too: "and 2023?" after gold is of gold.
  const understood = answer.outcome === 'answer' || answer.question.foreign !== null;
  if (place !== undefined && understood) deps.memory.remember(team, place, answer.question);
  deps.recent.add(team, user, text, previous);
  const { outcome, topic, faq, metal, confidence } = answer;
  if (outcome !== 'answer' && !pressed && !isSmallTalk(answer))
    deps.feedback.note(team, { text, outcome: 'unanswered', faq: null });
  deps.log.info({ outcome, topic, faq, metal, confidence }, 'answered');
  return answer;
}

/** A greeting or a call for help wants no better answer. */
function isSmallTalk({ question: { intent } }: Answer): boolean {
  return intent === 'greeting' || intent === 'help';
}
