/** Which alerts in words look at figures of months and years until there are quotes: those in dollars, in whatever mass. */
import { expect, test } from 'vitest';
import { draftAlert } from '#src/domain/watching/drafts/draft-alert.ts';
import { lookAtFigures } from '#src/domain/watching/look-at.ts';
import { readRequests } from '#src/domain/watching/requests/read-requests.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';

const catalog = await loadCatalog(readDataOptions({}));
const { materials, metals } = catalog;

function ruleOf(sentence: string) {
  const [request] = readRequests(sentence, { materials, today: '2026-08-01', zone: 'UTC' });
  const [rule] = (request && draftAlert(request, { materials, metals, prices: new Map() }).made) ?? [];
  if (rule === undefined) throw new Error(`no alert came of “${sentence}”`);
  return rule;
}

test.each([
  // World Bank, Pink Sheet of July 2026: copper 13,552 $/t, gold 4,228 $/troy oz in June.
  ['tell me when copper is above $10,000/t', 13_552],
  ['tell me when copper is above $5 per lb', 13_552 / 2204.622_621_8],
  ['tell me when gold is above $4,000 per troy oz', 4228],
])('%s is held against the newest month, in its own unit', (sentence, price) => {
  const rule = ruleOf(sentence);
  expect(rule.of.cadence).toBeUndefined();
  const now = lookAtFigures(rule, catalog, '2026-08-01')?.reading.now;
  expect(now?.range.low).toBeCloseTo(price, 0);
});

test.each(['tell me when copper is above €9,000/t', 'tell me when ndpr is above 600000 CNY/t'])(
  '%s is of quotes alone',
  (sentence) => {
    expect(ruleOf(sentence).of.cadence).toBe('day');
  },
);
