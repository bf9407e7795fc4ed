/** What only a likely price settles is said before anything is stored, and what it does not settle is asked about. */
import { expect, it } from 'vitest';
import { readDropped } from '#src/quotes/aside/read-dropped.ts';
import { ANY_TABLE } from '#src/quotes/tables/layout.ts';
import { context } from '../feeds/samples.ts';

const list = (...prices: readonly string[]) =>
  Buffer.from(
    `Datum;Ware;Preis;Einheit\n${prices.map((price, at) => `${18 + at}.11.2026;Kobalt;${price};EUR/t`).join('\n')}\n`,
  );

it('names the numbers that it settled so', async () => {
  const { quotes, said } = await readDropped(list('46.150', '46.200'), ANY_TABLE, context);
  expect(quotes.map(({ range }) => range.low)).toEqual([46_150, 46_200]);
  expect(said.words.at(-1)).toBe(
    'two readings, of which the one is taken that such a price is likely to be: “46.150” as 46,150 (line 2), “46.200” as 46,200 (line 3)',
  );
});

it('says nothing of numbers that the column itself settles', async () => {
  const { quotes, said } = await readDropped(list('46.150', '46.200,50'), ANY_TABLE, context);
  expect(quotes.map(({ range }) => range.low)).toEqual([46_150, 46_200.5]);
  expect(said.words.join(' ')).not.toContain('two readings');
});

it.each([
  { last: 48_000, read: [46_150], refused: [] },
  // Five times as much as the last price is none that it settles.
  {
    last: 9000,
    read: [],
    refused: [
      'price “46.150” has two readings, 46.15 or 46,150: write it without marks between thousands, or with two decimals',
    ],
  },
])(
  'takes the reading that is within three times of the last price, $last',
  async ({ last, read, refused }) => {
    const { quotes, rejected } = await readDropped(list('46.150'), ANY_TABLE, {
      ...context,
      near: () => last,
    });
    expect(quotes.map(({ range }) => range.low)).toEqual(read);
    expect(rejected.map(({ reason }) => reason)).toEqual(refused);
  },
);
