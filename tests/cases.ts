/** How many cases `npm test` tries where `npm run test:long` tries all of them. */
import { env } from 'node:process';

const IS_LONG = env['TEST_CASES'] === 'all';
const SHARE = 1 / 4;
const FEWEST = 10;

/** How often a property is tried. @param all In the long run */
export const cases = (all: number): number =>
  IS_LONG ? all : Math.max(Math.min(all, FEWEST), Math.ceil(all * SHARE));

/** Of a set of lines as many as that, from all over it; the same ones each time. */
export const someOf = <T>(all: readonly T[]): readonly T[] =>
  all.filter((_, at) => at % Math.round(all.length / cases(all.length)) === 0);
