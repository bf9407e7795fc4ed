/** What only says why, beside what is asked for. */
import { beginsWithOrder } from './intents/intent-lexicon.ts';

/** "Drop the Tuesday digest, Wednesday is enough": what only says why names another one. */
export const REASON =
  /(?:[,;:!]|\.(?=\s)|\s-)\s*(?:(?:as|because|since|for|cause|coz|but|and)\s+)?(?=(?:we|i|it|they|that|this|there|he|she|nobody|no one|everyone|people|the \S+|our \S+|\S+)(?:\s+(?:is|are|was|were|has|have|had|gets?|got|does|do|did|already|will|don't|doesn't|read|reads|need|needs|want|wants|left|comes|suffices)(?!\p{L})|'(?:s|re|ve|m|d|ll)\s)|(?:nobody|no one|everyone|everybody|he|she|they)\s\p{L}{3,}(?:s|ed|t)\s|(?:is|was|am)\s(?:an?|on|off|out|away|no|long|public|bank)\s)|\s+(?:because|since|cause|coz|as)\s+(?=(?:we|i|it|they|that|there|he|she|nobody|no one|the|our)\s)/u;

/** An order without what says why behind it; all of a text that begins with none. @param head What is polite left out */
export function withoutReason(text: string, head: string): string {
  return beginsWithOrder(head) ? text.slice(0, REASON.exec(text)?.index) : text;
}
