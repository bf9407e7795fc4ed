/** Feeds as large as they may be: a table and JSON of 50,000 rows, and exchange rates of 6,000 days. */
import { MOST_ROWS } from '#src/quotes/feeds/limits.ts';

const EACH_SECOND = '* * * * * *';
const DAY_MS = 86_400_000;
/** Since when the ECB has rates, and how many it has a day. */
const [RATE_DAYS, RATES] = [6000, 40];
const METALS = ['ndpr', 'neodymium', 'dysprosium', 'terbium', 'europium', 'cerium'];
const PRICE_DAYS = 9000;
const COMMON = {
  form: 'oxide',
  purity: '99.5 %',
  terms: 'ex-works',
  place: 'China',
  vat: 'included',
  unit: 'CNY/t',
};

const day = (at: number) => new Date(Date.UTC(2000, 0, 1) + at * DAY_MS).toISOString().slice(0, 10);
const rows = Array.from({ length: MOST_ROWS }, (_, at) => ({
  date: day(at % PRICE_DAYS),
  metal: METALS[Math.floor(at / PRICE_DAYS)],
  low: 500_000 + at,
  high: 504_000 + at,
}));
const CODES = ['USD', 'CNY', 'JPY', 'GBP', 'INR'];

export const FEEDS = ['table', 'json', 'rates'];

/** A feeds file of them all. @param url Of the server that has them, with a slash at the end. */
export const feedsFile = (url: string): string => {
  const every = { schedule: EACH_SECOND, retries: 0 };
  const ofPrices = { ...every, holdFactor: 1000, common: COMMON };
  const from = (path: string) => ({ url: `${url}${path}`, allowPrivate: true });
  const columns = { date: 'date', metal: 'metal', low: 'low', high: 'high' };
  return JSON.stringify({
    feeds: [
      { ...ofPrices, id: 'table', kind: 'csv', from: from('table'), columns },
      {
        ...ofPrices,
        id: 'json',
        kind: 'json',
        from: from('json'),
        quotes: [{ rows: 'data.rows', fields: columns }],
      },
      { ...every, id: 'rates', kind: 'ecb', from: from('rates') },
    ],
  });
};

/** What a server of them answers, by path. */
export function feedAt(path: string): string {
  if (path === '/json') return JSON.stringify({ data: { rows } });
  if (path === '/table')
    return `date,metal,low,high\n${rows.map(({ date, metal, low, high }) => `${date},${metal},${low},${high}`).join('\n')}\n`;
  const days = Array.from({ length: RATE_DAYS }, (_, at) => {
    const rates = Array.from(
      { length: RATES },
      (__, i) => `<Cube currency='${CODES[i % CODES.length]}' rate='1.${i}${at}'/>`,
    );
    return `<Cube time='${day(at)}'>${rates.join('')}</Cube>`;
  });
  return `<?xml version="1.0"?><Envelope><Cube>${days.join('')}</Cube></Envelope>`;
}

/** A table of as many rows as are read, that says all of its prices by itself. */
export function wholeTable(): string {
  const { form, purity, terms, place, vat, unit } = COMMON;
  const lines = rows.map(({ date, metal, low, high }) =>
    [date, metal, form, purity, low, high, unit, vat, terms, place].join(','),
  );
  return `date,metal,form,purity,low,high,unit,vat,terms,place\n${lines.join('\n')}\n`;
}
