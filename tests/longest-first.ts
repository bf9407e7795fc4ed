/**
 * Begins with the files that take longest, so that none of them runs by itself at the end. vitest goes by how long each took before, and
 * where it has not run before by their size: those that start processes and wait for them are short.
 */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Longest first, below the folder of tests. */
const LONGEST = [
  'app/delivery/torture',
  'app/forgotten',
  'app/socket',
  'app/slack/quotes',
  'app/lifecycle',
  'app/faults',
  'app/cli/commands',
  'app/access/requests',
  'app/delivery/once',
  'app/delivery/restored/late-copies',
  'app/same-answers',
  'app/contributing',
  'app/cli/quotes',
  'app/cli/import',
  'app/slack/dropped-tables',
  'app/storage/backup',
  'pure/requests',
].map((name) => `/tests/${name}.test.ts`);

/** Its place among the longest; that of all others is behind them. */
function rankOf({ moduleId }: TestSpecification): number {
  const at = LONGEST.findIndex((name) => moduleId.endsWith(name));
  return at < 0 ? LONGEST.length : at;
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- vitest's own, which gives a list anew
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}
