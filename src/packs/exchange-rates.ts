/** The Federal Reserve's exchange rates of years and months, by currency: what prices of those are put into another currency at. */
import type { Currency } from '#src/domain/measure/figure.ts';
import type { PeriodRates } from '#src/domain/series/rates/period-rates.ts';
import { periodsOf } from '#src/domain/series/packs/pack-table.ts';
import type { Row, SourceFolder } from './source-files.ts';

/** As the files name each currency's country. All are units of the currency for one dollar. */
const COUNTRIES = {
  AUD: 'Australia',
  BRL: 'Brazil',
  CAD: 'Canada',
  CHF: 'Switzerland',
  CNY: 'China',
  DKK: 'Denmark',
  EUR: 'Euro',
  GBP: 'United Kingdom',
  HKD: 'Hong Kong',
  INR: 'India',
  JPY: 'Japan',
  KRW: 'South Korea',
  MXN: 'Mexico',
  MYR: 'Malaysia',
  NOK: 'Norway',
  NZD: 'New Zealand',
  SEK: 'Sweden',
  SGD: 'Singapore',
  THB: 'Thailand',
  TWD: 'Taiwan',
  ZAR: 'South Africa',
} as const satisfies Partial<Record<Currency, string>>;

const SOURCE: PeriodRates['source'] = {
  publisher: 'Federal Reserve',
  title: 'Foreign Exchange Rates, H.10 and G.5, averages of years and months',
  edition: 'H.10 and G.5',
  dated: 'July 2026',
  url: 'https://www.federalreserve.gov/releases/h10/',
  licence: 'US-government data, collected under PDDL',
};

/** @returns The text of `data/rates/federal-reserve.json`. @throws Error naming the currency that a file lacks */
export async function makeRates(folder: SourceFolder): Promise<string> {
  const [years, months] = [await folder.csv('fed/fed-annual.csv'), await folder.csv('fed/fed-monthly.csv')];
  const lines = Object.entries(COUNTRIES).map(([code, country]) => {
    const found = { years: column(years, country, 4), months: column(months, country, 7) };
    if (found.months === undefined) throw new Error(`the exchange rates have no months of "${country}"`);
    return `    ${JSON.stringify(code)}: ${JSON.stringify(found)}`;
  });
  const head = JSON.stringify({ source: SOURCE, base: 'USD' }, null, 2).replace(/\n\}$/u, '');
  return `${head},\n  "perBase": {\n${lines.join(',\n')}\n  }\n}\n`;
}

/** One country's rates, in the order of their periods; what a file lacks between them is null. */
function column(rows: readonly Row[], country: string, length: number) {
  const own = new Map(
    rows.flatMap((row) =>
      row['Country'] === country
        ? [[(row['Date'] ?? '').slice(0, length), Number(row['Exchange rate'])] as const]
        : [],
    ),
  );
  const [from, to] = [[...own.keys()].toSorted()[0], [...own.keys()].toSorted().at(-1)];
  if (from === undefined || to === undefined) return undefined;
  const values = periodsOf({ periods: `${from}..${to}` }).map((period) => own.get(period) ?? null);
  return { since: from, values };
}
