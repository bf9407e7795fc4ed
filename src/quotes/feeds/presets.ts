/**
 * Feeds that one line turns on: what they fetch, from where, and under which licence. What may not be stored under its licence is
 * not among them. The addresses are those that the publishers document; a test reads tables of the documented shapes.
 */
import { z } from 'zod';
import type { Currency } from '#src/domain/measure/figure.ts';
import { isSource } from '#src/domain/series/quote.ts';

interface Preset {
  readonly words: string;
  readonly licence: string;
  readonly feed: Readonly<Record<string, unknown>> & {
    readonly id: string;
    readonly from: { readonly url: string };
  };
}

/** Rates of the Federal Reserve's release H.10, by their series: which currency, and whether it is dollars for one of it. */
const H10: Readonly<Record<string, readonly [Currency, 'per dollar' | 'dollars']>> = {
  DEXCHUS: ['CNY', 'per dollar'],
  DEXJPUS: ['JPY', 'per dollar'],
  DEXINUS: ['INR', 'per dollar'],
  DEXUSEU: ['EUR', 'dollars'],
  DEXUSUK: ['GBP', 'dollars'],
};

const WEEKDAYS_AFTERNOON = '30 15 * * 1-5';

const FIXED: Readonly<Record<string, Preset>> = {
  ecb: {
    words: 'The ECB’s euro reference rates of the day',
    licence: 'free reuse, the source named (ECB copyright notice)',
    feed: {
      id: 'ecb',
      kind: 'ecb',
      schedule: WEEKDAYS_AFTERNOON,
      from: { url: 'https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml' },
    },
  },
  'worldbank-monthly': {
    words: 'The World Bank’s monthly means of metals (the Pink Sheet’s workbook), since 1960',
    licence: 'CC BY 4.0, the World Bank named',
    feed: {
      id: 'worldbank-monthly',
      name: 'World Bank, Commodity Price Data (The Pink Sheet)',
      kind: 'csv',
      schedule: '0 6 3-6 * *',
      from: {
        url: 'https://thedocs.worldbank.org/en/doc/18675f1d1639c7a34d463f59263ba0a2-0050012025/related/CMO-Historical-Data-Monthly.xlsx',
      },
      common: { period: 'month mean' },
      staleAfterDays: 45,
      deadAfterDays: 120,
      frozenAfterDays: 100,
    },
  },
};

function fredPreset(series: string): Preset | undefined {
  const rate = H10[series];
  if (rate === undefined) return undefined;
  const [code, way] = rate;
  return {
    words: `The Federal Reserve’s rate of the ${code} to the dollar (release H.10, series ${series}), by FRED`,
    licence: 'US-government work, public domain',
    feed: {
      id: `fred-${series.toLowerCase()}`,
      name: `Federal Reserve H.10, ${series}`,
      kind: 'rates',
      schedule: WEEKDAYS_AFTERNOON,
      from: { url: `https://fred.stlouisfed.org/graph/fredgraph.csv?id=${series}` },
      base: 'USD',
      columns: { date: 'observation_date', perCurrency: { [code]: series } },
      inverted: way === 'dollars' ? [code] : [],
    },
  };
}

/** @example findPreset('fred:DEXCHUS')?.licence // "US-government work, public domain" */
export function findPreset(name: string): Preset | undefined {
  const [, series] = /^fred:([A-Z0-9]+)$/.exec(name) ?? [];
  return series === undefined ? FIXED[name] : fredPreset(series);
}

/** All that there are, with what they fetch. */
export function listPresets(): readonly (Preset & { readonly name: string })[] {
  const names = [...Object.keys(FIXED), ...Object.keys(H10).map((series) => `fred:${series}`)];
  return names.flatMap((name) => {
    const preset = findPreset(name);
    return preset === undefined ? [] : [{ ...preset, name }];
  });
}

/** A feed of the feeds file that is a preset; what else it says takes the place of what the preset says. */
export const presetSchema = z.looseObject({
  preset: z
    .string()
    .refine(
      (name) => findPreset(name) !== undefined,
      'there is no such preset: ecb, worldbank-monthly, or fred: with a series of public domain (npm run feeds -- presets lists them)',
    ),
  id: z.string().refine(isSource, 'an id is lower case letters, digits and dashes').optional(),
});

/** A preset's feed as it stands in a feeds file; anything else as it is. */
export function unfold(feed: unknown): unknown {
  const read = presetSchema.safeParse(feed);
  if (!read.success) return feed;
  const { preset, ...own } = read.data;
  return { ...findPreset(preset)?.feed, ...own };
}
