/** Trade and reliance of the United States in two halves, or on one country: neither half is dropped, and no output stands for it. */
import { expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const catalog = await loadCatalog(readDataOptions({}));
const now = new Date('2026-11-23T12:00:00');
const answer = (question: string) => renderPlainText(ask(question, catalog, { now }));

test.each([
  [
    'US zinc imports and exports',
    [/Zinc, imports, United States, 2025/, /Zinc, exports, United States, 2025/],
  ],
  [
    'US output of copper against consumption',
    [/Copper, production, United States/, /consumption, United States/],
  ],
  ['US dependence on tin vs cobalt', [/import reliance of the United States: Tin .*; Cobalt /]],
  ['US reliance on South Africa for platinum', [/^Platinum, US imports 2021 to 2024 from South Africa/]],
  ['tungsten imports Bolivia', [/^Tungsten, US imports 2021 to 2024 from Bolivia/]],
  ['what was tin in may', [/^Tin metal, May 2026: /]],
  ['zinc max 2022', [/^Zinc metal, LME, highest price Jan 2022 to Dec 2022: /]],
])('%s', (question, expected) => {
  for (const part of expected) expect(answer(question)).toMatch(part);
});

test('what another country imports is known to nobody here', () => {
  expect(ask("China's copper imports", catalog, { now }).outcome).not.toBe('answer');
});
