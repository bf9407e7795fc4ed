/** What requests are told by is learned from the messages that lie beside it, and from nothing else. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { learnIntents, weightsFile } from '#src/learning/request-intents.ts';
import { requestLines } from '#src/learning/request-lines.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';

const { faq, materials } = await loadCatalog(readDataOptions({}));

test('the weights come of the messages again, to the last digit', { timeout: 120_000 }, async () => {
  const kept = readFileSync('src/domain/watching/requests/intents/intent-weights.json', 'utf8');
  expect(weightsFile(learnIntents(await requestLines(faq), materials)) === kept).toBe(true);
});
