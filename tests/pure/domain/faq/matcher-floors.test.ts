/**
 * What the matcher has reached on the public sets, less what luck may take. The sets are not part of the repository:
 * `LODESTONE_EVAL=<folder> npx vitest run tests/pure/domain/faq/matcher-floors.test.ts` runs this where they are.
 */
import { describe, expect, test } from 'vitest';
import { findSets, readFaq, readQuestions, type BenchSet } from '../../../../bench/match/sets.ts';
import { loadContestant } from '../../../../bench/match/contestants.ts';
import { measure } from '../../../../bench/match/measure.ts';
import { addTypos } from '../../../../bench/match/vary.ts';

const FOLDER = process.env['LODESTONE_EVAL'];
const sets = FOLDER === undefined ? [] : findSets(FOLDER);
const FLOORS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  banking77: { top1: 76.5, typo: 74.5, top3: 88.5, answered: 22, answeredPrecision: 96 },
  clinc150: { top1: 86, typo: 83, top3: 95, auroc: 94.5, rec95: 65, answered: 30, answeredPrecision: 97.5 },
};

async function reach({ faqFile, questionFiles }: BenchSet) {
  const [build, faq] = [await loadContestant(undefined), readFaq(faqFile)];
  const questions = questionFiles.flatMap(readQuestions);
  const texts = addTypos(
    questions.map(({ text }) => text),
    1,
    7,
  );
  const plain = await measure(build, faq, questions);
  const typo = await measure(
    build,
    faq,
    questions.map((question, at) => ({ ...question, text: texts[at] ?? '' })),
  );
  return { ...plain, typo: typo.top1 };
}

describe.skipIf(FOLDER === undefined)('the public sets', () => {
  test.each(sets)('$name is answered as well as before', { timeout: 120_000 }, async (set) => {
    const reached = await reach(set);
    for (const [what, floor] of Object.entries(FLOORS[set.name] ?? {})) {
      expect({ [what]: Object.entries(reached).find(([name]) => name === what)?.[1] }).toEqual({
        [what]: expect.toSatisfy((value: number) => value >= floor),
      });
    }
    expect(reached.oosAnswered ?? 0).toBeLessThanOrEqual(2);
  });
});
