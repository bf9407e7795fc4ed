/** How each source is cited in a pack. */
import type { Commodity } from './map.ts';
import type { McsRow } from './mcs.ts';
import { MCS_SOURCE } from './mcs-draft.ts';
import { HISTORY_SOURCE } from './history-tables.ts';
import { BATTERY_SOURCE, MCS_2025_SOURCE, YEARBOOK_SOURCE } from './other-sources.ts';
import { MONTHS_SOURCE, YEARS_SOURCE } from './pink-sheet.ts';

const PUBLIC_DOMAIN = 'US-government work, public domain';
const PINK_SHEET = {
  publisher: 'World Bank',
  title: 'Commodity Price Data (The Pink Sheet)',
  url: 'https://www.worldbank.org/en/research/commodity-markets',
  licence: 'CC BY 4.0; compiled by the World Bank from Bloomberg, LME, LBMA and others',
};
/** As much as a source's note may hold. */
const MOST_NOTE = 590;

/** The sources of a commodity's tables, those alone that are used. */
export function sourcesOf(commodity: Commodity, rows: readonly McsRow[], used: ReadonlySet<string>): object {
  const chapter = titled(commodity.chapter ?? '');
  const all: Readonly<Record<string, object>> = {
    [MCS_SOURCE]: {
      publisher: 'USGS',
      title: `Mineral Commodity Summaries 2026, ${chapter}`,
      edition: 'MCS 2026',
      editionYear: 2026,
      dated: '6 Feb 2026, with the revisions of versions 1.1 to 1.3 (27 May 2026)',
      url: 'https://doi.org/10.5066/P1WKQ63T',
      licence: 'CC0 1.0',
      ...noteOf(rows),
    },
    [MCS_2025_SOURCE]: {
      publisher: 'USGS',
      title: `Mineral Commodity Summaries 2025, ${chapter}`,
      edition: 'MCS 2025',
      editionYear: 2025,
      dated: '2025',
      url: 'https://doi.org/10.3133/mcs2025',
      licence: PUBLIC_DOMAIN,
    },
    [YEARS_SOURCE]: {
      ...PINK_SHEET,
      edition: 'Pink Sheet, March 2026',
      editionYear: 2026,
      dated: '3 Mar 2026',
    },
    [MONTHS_SOURCE]: {
      ...PINK_SHEET,
      edition: 'Pink Sheet, July 2026',
      editionYear: 2026,
      dated: '2 Jul 2026',
    },
    [BATTERY_SOURCE]: {
      publisher: 'Critical-Minerals-EV',
      title: 'Mineral intensity of battery packs, worked out with Argonne BatPaC 5.1',
      edition: 'BatPaC 5.1',
      editionYear: 2024,
      dated: 'undated',
      url: 'https://github.com/pmbusch/Critical-Minerals-EV',
      licence: 'MIT',
      note: 'A model’s default designs, not measurements.',
    },
    [YEARBOOK_SOURCE]: {
      publisher: 'USGS',
      title: 'Minerals Yearbook 2022, Rare Earths, advance tables',
      edition: 'Minerals Yearbook 2022',
      editionYear: 2024,
      dated: 'April 2024',
      licence: PUBLIC_DOMAIN,
    },
    [HISTORY_SOURCE]: {
      publisher: 'USGS',
      title: 'Data Series 140, Historical Statistics for Mineral Commodities in the United States',
      edition: 'Data Series 140',
      editionYear: 2023,
      dated: '2023',
      licence: PUBLIC_DOMAIN,
      note: 'Unit value is the value of apparent consumption a tonne, and no market price.',
    },
  };
  const hasChapter = commodity.chapter !== undefined;
  return Object.fromEntries(
    Object.entries(all).filter(([id]) => used.has(id) || (id === MCS_SOURCE && hasChapter)),
  );
}

/** What the chapter counts in, and what was revised, by its longest note. */
function noteOf(rows: readonly McsRow[]): { readonly note?: string } {
  const [longest] = rows.map(({ about }) => about).toSorted((a, b) => b.length - a.length);
  if (longest === undefined || longest === '') return {};
  const text = longest.replaceAll(/\s*--\s*/gu, ' ');
  if (text.length <= MOST_NOTE) return { note: text };
  const sentences = text.slice(0, MOST_NOTE).split(/(?<=[.)])\s/u);
  return { note: sentences.slice(0, -1).join(' ') };
}

const titled = (chapter: string): string =>
  chapter.toLowerCase().replaceAll(/(?<![\p{L}’'])\p{L}/gu, (letter) => letter.toUpperCase());
