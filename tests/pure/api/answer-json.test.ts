/** An answer as JSON: valid by the schema that everybody shares, with its figures as data. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answerJson } from '#src/api/answer-json.ts';
import { answerSchema } from '#src/api/schemas/answer.ts';
import { answerText } from '#src/domain/asking/ask.ts';
import { readText } from '#src/domain/asking/read-text.ts';
import { readRequests } from '#src/domain/watching/requests/read-requests.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';

const catalog = await loadCatalog(readDataOptions({}));
const now = new Date('2026-11-23T12:00:00');

function jsonOf(question: string) {
  const read = readText(question, catalog, now);
  const asked = { materials: catalog.materials, today: '2026-11-23', zone: 'UTC' };
  return answerJson(question, answerText(read, catalog, { now }), read, readRequests(question, asked));
}

const questionsOf = (set: string): readonly string[] =>
  readFileSync(`tests/pure/questions/${set}.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => String(JSON.parse(line).q));

test.each(['dev', 'minerals', 'voices'])('every answer to the %s questions is valid by the schema', (set) => {
  const faults = questionsOf(set).flatMap((question) => {
    const { success, error } = answerSchema.safeParse(JSON.parse(JSON.stringify(jsonOf(question))));
    return success ? [] : [`${question}: ${error.message}`];
  });
  expect(faults).toEqual([]);
});

test('a price has its figure, what it is beside, and what was worked out from them', () => {
  const { figures, workedOut, unused } = jsonOf('neodymium price in 2022 please zorb');
  expect(
    figures.map(({ metric, low, unit, period, basis, source }) => [metric, low, unit, period, basis, source]),
  ).toEqual([
    ['price', 92, 'USD/kg', '2022', 'unstated', 'Farmonaut'],
    ['price', 75, 'USD/kg', '2021', 'unstated', 'Farmonaut'],
    ['price', 110, 'USD/kg', '2023', 'unstated', 'Farmonaut'],
    ['price', 134, 'USD/kg', '2022', 'oxide, 99.5 % minimum, f.o.b. China', 'USGS'],
  ]);
  expect(workedOut.map(({ unit, low, from }) => [unit, low.toFixed(1), from])).toEqual([
    ['%', '22.7', [1, 0]],
  ]);
  expect(unused).toEqual(['zorb']);
});

test('a figure in another currency says at which rate, and no other does', () => {
  const euros = jsonOf('neodymium price in euros 2024').figures;
  expect(euros.length).toBeGreaterThan(1);
  for (const { unit, converted } of euros) {
    expect(unit).toBe('EUR/kg');
    expect(converted).toMatch(/^at [\d.]+ USD a EUR, the average of 20\d\d$/);
  }
  expect(jsonOf('neodymium price in 2024').figures.every(({ converted }) => converted === null)).toBe(true);
});

test('what a message asks to be set up is valid by the schema', () => {
  const { requests } = { requests: readFileSync('tests/pure/requests/dev.jsonl', 'utf8') };
  const faults = requests
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const { success, error } = answerSchema.safeParse(jsonOf(String(JSON.parse(line).q)));
      return success ? [] : [`${line}: ${error.message}`];
    });
  expect(faults).toEqual([]);
});
