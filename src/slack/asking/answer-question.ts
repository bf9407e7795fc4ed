/** Every question's way to its answer, wherever it was asked. */
import { setImmediate as breathe } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '#src/access/actor.ts';
import { bookForAsker } from '#src/quotes/load-book.ts';
import type { Answer, Line } from '#src/domain/answer.ts';
import { answerText, staysUnderDiscussion } from '#src/domain/asking/ask.ts';
import type { ReadText } from '#src/domain/asking/read-text.ts';
import type { Place } from '#src/platform/conversation-memory.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';

interface Asked {
  readonly read: ReadText;
  /** Who asks: the workspace may have quotes of its own, which are for its people. */
  readonly actor: Actor;
  /** Whether a whole channel hears the answer, and not the asker alone. */
  readonly aloud?: boolean;
  /** The conversation that "and 2024?" leans on; none where each question stands alone. */
  readonly place?: Place | undefined;
  /** It was on a button: the bot's own words are nobody's question without an answer. */
  readonly pressed?: boolean;
}

/** Answers a question, and remembers it for what may follow. Never throws on what was typed. */
export async function answerQuestion(
  deps: ListenerDeps,
  { read, actor, place, pressed = false, aloud = false }: Asked,
): Promise<Answer> {
  const { team, user } = actor;
  const { text, now } = read;
  const previous = place && deps.memory.recall(team, place);
  const book = await bookForAsker(deps.quotes, deps.catalog, actor, { read, now, previous });
  // A long text took its time to be read: others have their turn before it takes as much to be answered.
  await breathe();
  const full = answerText(read, deps.catalog, { now, previous, book });
  const heldBack = aloud && actor.sharedOutside && book !== undefined;
  const answer = heldBack ? holdBack(full, answerText(read, deps.catalog, { now, previous })) : full;
  if (place !== undefined && staysUnderDiscussion(answer)) deps.memory.remember(team, place, answer.question);
  deps.recent.add(team, user, text, previous);
  const { outcome, topic, faq, metal, confidence } = answer;
  if (outcome !== 'answer' && !pressed && !isSmallTalk(answer))
    deps.feedback.note(team, { text, outcome: 'unanswered', faq: null });
  deps.log.info({ outcome, topic, faq, metal, confidence }, 'answered');
  return answer;
}

const HELD_BACK: Line = [
  'Quotes of this workspace are left out: another company reads along here, or may, for Slack does not tell me who does. Ask me alone, with /nd or in a direct message, to have them.',
];

/** What another company may hear, with a word on what is missing where quotes would have made another answer. */
function holdBack(full: Answer, open: Answer): Answer {
  const [first, ...others] = open.parts;
  if (first === undefined || isDeepStrictEqual(full.parts, open.parts)) return open;
  return { ...open, parts: [{ ...first, cautions: [...first.cautions, HELD_BACK] }, ...others] };
}

/** A greeting or a call for help wants no better answer. */
function isSmallTalk({ question: { intent } }: Answer): boolean {
  return intent === 'greeting' || intent === 'help';
}
