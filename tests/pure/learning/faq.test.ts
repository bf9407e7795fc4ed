/** What ships as learned of the FAQ is what is learned of it, so that a start learns nothing. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { learnFaq } from '#src/learning/faq.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { packState, SHIPPED_FILE } from '#src/platform/matcher-cache.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { loadWordVectors } from '#src/platform/word-vectors.ts';

test('npm run learn:faq makes the shipped file again, to the last digit', async () => {
  const { faq } = await loadCatalog(readDataOptions({}));
  const learned = packState(
    learnFaq(
      faq.map(({ entry }) => entry),
      loadWordVectors(),
    ),
  );
  expect(learned.equals(await readFile(SHIPPED_FILE))).toBe(true);
});
