/** Where a source prints no number but why there is none: withheld, not available, net exporter, nothing. */
import type { Silence } from './cell.ts';
import { citationOf } from '#src/domain/series/figures.ts';
import type { Citation, Metal, NumericSeries } from '#src/domain/series/metal.ts';
import { seriesOfTable } from './with-tables.ts';

/** A cell without a number. */
export interface Silent {
  readonly at: string;
  readonly silence: Silence;
  /** As printed: "W", "Large". */
  readonly text: string;
  readonly series: NumericSeries;
  readonly citation: Citation;
}

interface SilenceWanted {
  readonly metric: NumericSeries['metric'];
  readonly country?: string | undefined;
  /** Where the stage is said, whether a table's is it. */
  readonly isOfStage?: ((stage: string | undefined) => boolean) | undefined;
}

export function silencesIn(metal: Metal, { metric, country, isOfStage }: SilenceWanted): readonly Silent[] {
  // Of a stage that is named any table may tell; else the usual ones.
  const told = metal.tables.filter(
    ({ metric: of, role, stage }) =>
      of === metric && (isOfStage === undefined ? role !== 'other' : isOfStage(stage)),
  );
  const all = told.flatMap((table) => {
    const row = seriesOfTable(table).find((one) => one.country === country);
    if (row === undefined) return [];
    const found = row.silent ?? [];
    const family = familyOf(table);
    return found.map((one) => ({ ...one, series: row, citation: citationOf(metal, row), family }));
  });
  // The table by country has two years, that of the United States five: of one family, each year once.
  const own = all.filter(({ family }) => family === all[0]?.family);
  return [...new Map(own.toReversed().map((one) => [one.at, one])).values()].toSorted((a, b) =>
    a.at.localeCompare(b.at),
  );
}

const familyOf = ({ family, id }: Metal['tables'][number]): string => family ?? id;

/** Why there is no number, in words; a source's own where it gives some. @param publisher "USGS" */
export function silenceInWords(
  { silence, text }: Pick<Silent, 'silence' | 'text'>,
  publisher: string,
): string {
  switch (silence) {
    case 'zero':
      return 'none';
    case 'not available':
      return `not available from the ${publisher}`;
    case 'withheld':
      return `withheld by the ${publisher}, so as not to disclose what one company does`;
    case 'net exporter':
      return 'net exporter';
    case 'not to be summed':
      return `given by parts alone: the ${publisher} does not add them up`;
    case 'small':
      return 'less than half a unit';
    case 'words':
      return `“${text}”, in the words of the ${publisher}`;
  }
}
