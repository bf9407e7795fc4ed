/** Measures JSON before it is parsed: depth and number of values, in slices that let others run. */
import { checkCells, checkDepth } from './limits.ts';
import { createTurns } from './turns.ts';

const [QUOTE, BACKSLASH] = ['"', '\\'];
/** Characters after which others get their turn. */
const SLICE = 65_536;

/**
 * Only counts: what is no JSON is for the parser to say.
 * @throws FeedError where there is more of it than is read
 */
export async function checkJsonSize(text: string): Promise<void> {
  const turn = createTurns();
  let [depth, values, quoted] = [0, 1, false];
  let slice = SLICE;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted) {
      // What is escaped ends nothing.
      if (sign === BACKSLASH) at += 1;
      else if (sign === QUOTE) quoted = false;
    } else if (sign === QUOTE) quoted = true;
    else if (sign === '[' || sign === '{') checkDepth((depth += 1), 'lists and objects');
    else if (sign === ']' || sign === '}') depth -= 1;
    else if (sign === ',' || sign === ':') checkCells((values += 1), 'values');
    if (at < slice) continue;
    slice = at + SLICE;
    await turn();
  }
}
