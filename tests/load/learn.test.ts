/** What is shipped of the judge is what `npm run learn` makes, to the last digit. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { learnJudge } from '#src/learning/learn.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';

test('the judge is learned again', { timeout: 600_000 }, async () => {
  const { report, ...learned } = learnJudge(await loadCatalog(readDataOptions({})));
  expect(report).toMatch(/answered at once/);
  expect(JSON.parse(readFileSync('src/domain/asking/judge.json', 'utf8'))).toEqual(learned);
});
