/** Looks at JSON before it is parsed: depth and number of values, and names that stand twice, in slices that let others run. */
import { checkCells, checkDepth } from './limits.ts';
import { JsonNames } from './json-twice.ts';
import { createTurns } from './turns.ts';

const [QUOTE, BACKSLASH] = ['"', '\\'];
/** Characters after which others get their turn. */
const SLICE = 65_536;

/**
 * What is no JSON is for the parser to say.
 * @throws FeedError where there is more of it than is read, or an object says two things by one name
 */
export async function checkJson(text: string): Promise<void> {
  const turn = createTurns();
  let [depth, values, quoted] = [0, 1, false];
  let slice = SLICE;
  const names = new JsonNames(text);
  /** Where the last text begins and ends. */
  let [from, to] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted) {
      // What is escaped ends nothing.
      if (sign === BACKSLASH) at += 1;
      else if (sign === QUOTE) [quoted, to] = [false, at];
    } else if (sign === QUOTE) [quoted, from] = [true, at + 1];
    else if (sign === '[' || sign === '{') {
      checkDepth((depth += 1), 'lists and objects');
      names.open(sign === '{');
    } else if (sign === ']' || sign === '}') {
      depth -= 1;
      names.close();
    } else if (sign === ',') checkCells((values += 1), 'values');
    else if (sign === ':') {
      checkCells((values += 1), 'values');
      names.named(from, to, at);
    }
    if (at < slice) continue;
    slice = at + SLICE;
    await turn();
  }
}
