/** How a question points at the one before it: at both of what was spoken of, at the year after its own, or to correct it. */
import LEANING from './words/leaning.json' with { type: 'json' };

export interface Leaning {
  /** "The two", "both": of what was spoken of. */
  readonly pair: boolean;
  /** "The year before", "the year after": years from the one that was spoken of. */
  readonly step: -1 | 0 | 1;
  /** "No, the oxide", "make it 2021": takes the place of what was asked. */
  readonly corrects: boolean;
}

const NONE: Leaning = { pair: false, step: 0, corrects: false };

/** How the words of a question lean. */
export function readLeaning(words: readonly string[]): Leaning {
  const line = ` ${words.join(' ')} `;
  const says = (phrases: readonly string[]) => phrases.some((phrase) => line.includes(` ${phrase} `));
  const pair = says(LEANING.pair);
  const step = says(LEANING.before) ? -1 : says(LEANING.after) ? 1 : 0;
  const corrects = LEANING.aside.some(
    (phrase) => line.startsWith(` ${phrase} `) || line.includes(` ${phrase} `),
  );
  return pair || step !== 0 || corrects ? { pair, step, corrects } : NONE;
}
