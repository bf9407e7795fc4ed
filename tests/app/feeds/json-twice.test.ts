/** JSON whose objects say two things by one name: a parser would keep the last one in silence. */
import { expect, it } from 'vitest';
import { readJson } from '#src/quotes/feeds/json-feed.ts';
import { feedOf, context } from './samples.ts';
import { readTable } from '#src/quotes/tables/read-table.ts';
import { ANY_TABLE } from '#src/quotes/tables/layout.ts';

const ROW = '"date":"2026-11-20","unit":"USD/kg"';

it.each([
  ['two prices', `[{${ROW},"metal":"Nd oxide","price":71,"price":72}]`, /“price” stands twice.*71 and as 72/],
  ['two days', `[{"metal":"Nd oxide","price":71,${ROW},"date":"2026-11-19"}]`, /“date” stands twice/],
  [
    'with other names between',
    `[{"metal":"Nd oxide","price":71,${ROW},\n "price" : "72"}]`,
    /^line 2: “price”/,
  ],
  ['two lists', '{"Nd oxide":[{"p":1}],"unit":"USD/kg","Nd oxide":[{"p":2}]}', /“Nd oxide” stands twice/],
  [
    'of one line of several',
    `{${ROW},"m":"Nd oxide","p":7}\n{${ROW},"m":"Nd oxide","p":7,"p":8}`,
    /^line 2: “p”/,
  ],
  [
    'among many names',
    `{${Array.from({ length: 30 }, (_, i) => `"2026-11-${i}":${i}`).join()},"2026-11-3":4}`,
    /“2026-11-3”/,
  ],
  [
    'behind a text with marks of its own',
    `[{"note":"a \\"b\\": {","metal":"Nd oxide","low":71,${ROW},"low":70}]`,
    /“low” stands twice/,
  ],
])('refuses %s', async (_, text, reason) => {
  await expect(readTable(text, { ...ANY_TABLE, common: {} }, context)).rejects.toThrow(reason);
});

it('reads a name that stands twice with the same value, in other objects and as a value', async () => {
  const text = `[{"name":"metal","metal":"Nd oxide","price":71,"price":71,${ROW}},{"metal":"Dy oxide","price":72,${ROW}}]`;
  const { quotes } = await readTable(text, { ...ANY_TABLE, common: {} }, context);
  expect(quotes.map(({ range }) => range.low)).toEqual([71, 72]);
});

it("refuses it in a feed's answer, too", async () => {
  const feed = feedOf({
    id: 'feed',
    kind: 'json',
    from: { url: 'https://prices.example/a.json' },
    quotes: [{ rows: 'rows', fields: { date: 'd', price: 'p' }, common: { metal: 'nd', unit: 'USD/kg' } }],
  });
  if (feed.kind !== 'json') throw new Error('the feed is of JSON');
  await expect(readJson('{"rows":[{"d":"2026-11-20","p":71,"p":72}]}', feed, context)).rejects.toThrow(
    'line 1: “p” stands twice in one object, as 71 and as 72',
  );
});
