/** Which commodities the United States imports, and how far: all of them in order, or those past a line. */
import { says } from '#src/domain/reading/asked/manner.ts';
import type { Line } from '#src/domain/answer.ts';
import { figureAt, findSeries, type Figure } from '#src/domain/series/figures.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { silencesIn } from '#src/domain/series/packs/silence.ts';
import {
  cite,
  firmness,
  listInWords,
  makePart,
  missing,
  show,
  type TopicContext,
  type TopicResult,
} from '#src/domain/topics/topic.ts';
import { askFor } from '#src/domain/topics/suggestions.ts';
import { US } from './counted.ts';

const METRIC = 'import-reliance';
/** More are a wall of names: the table has them all. */
const MOST_NAMES = 30;

/** "Which minerals does the US import 100 % of": no metal is named, and all are meant. */
export const asksForAll = ({ question }: TopicContext): boolean =>
  question.metals.length === 0 && says(question, 'goods');

/** Those whose newest reliance is past the line that is named, largest first; all without one. */
export function answerRelianceList({ catalog, question, metal, thisYear }: TopicContext): TopicResult {
  const year = question.years.findLast((one) => one <= thisYear);
  const isCritical = says(question, 'critical');
  const metals = catalog.metals.filter((one) => !isCritical || one.critical?.listed === true);
  if (says(question, 'sold abroad')) return exporters(metals, metal, year);
  const { threshold = null, percent } = question;
  const line =
    threshold?.unit === '%' ? threshold.value.low : (percent ?? (says(question, 'fully') ? 100 : null));
  const isPast = ({ quantity: { range } }: Figure): boolean => {
    if (line === null) return true;
    if (says(question, 'less')) return range.high < line;
    return says(question, 'more') ? range.low > line : range.low >= line;
  };
  const rows = metals
    .flatMap((one) => {
      const figure = newest(one, year);
      return figure !== undefined && isPast(figure) ? [{ name: one.name, figure }] : [];
    })
    .toSorted(
      (a, b) =>
        b.figure.quantity.range.low - a.figure.quantity.range.low || a.name.localeCompare(b.name, 'en'),
    );
  // "Which are least dependent".
  if (question.extreme === 'lowest') rows.reverse();
  const words =
    line === null
      ? ''
      : ` ${says(question, 'less') ? 'below' : says(question, 'more') ? 'above' : 'of'} ${line} %`;
  if (rows.length === 0)
    return missing(
      'reliance',
      [`I have no commodity with a US net import reliance${words}.`],
      [],
      [askFor(metal, METRIC)],
    );
  const names = rows.map(({ name }) => name);
  return {
    found: true,
    part: makePart('reliance', {
      headline: [
        {
          strong: [
            `US net import reliance${words}, ${year ?? 'newest year of each'}: ${rows.length} of the commodities here`,
          ],
        },
      ],
      body: names.length > MOST_NAMES ? [] : [[`${listInWords(names)}.`]],
      table: {
        columns: ['Commodity', 'Reliance', 'Year'],
        rows: rows.map(({ name, figure }): Line[] => [
          [name],
          [show(figure), firmness(figure)],
          [String(figure.year)],
        ]),
      },
      cautions: [
        [
          'Imports less exports, as a part of apparent consumption in the United States; no source here has it for another country.',
        ],
      ],
      citations: cite(rows.map(({ figure }) => figure)),
    }),
    suggestions: [],
  };
}

function newest(metal: Metal, year: number | undefined): Figure | undefined {
  const family = findSeries(metal, { metric: METRIC, country: US });
  const years = family.flatMap(({ points }) => points.map((point) => point.year));
  const at = year ?? Math.max(...years);
  // A later year in which it sells more than it buys is what is newest.
  const later = silencesIn(metal, { metric: METRIC, country: US }).some((one) => Number(one.at) > at);
  return years.length === 0 || (year === undefined && later) ? undefined : figureAt(metal, family, at);
}

function exporters(metals: readonly Metal[], metal: Metal, year: number | undefined): TopicResult {
  const found = metals.flatMap((one) => {
    const said = silencesIn(one, { metric: METRIC, country: US });
    const last = said.findLast(({ at }) => year === undefined || Number(at) === year);
    const isNewest = year !== undefined || newest(one, undefined) === undefined;
    return last?.silence === 'net exporter' && isNewest ? [{ name: one.name, last }] : [];
  });
  const [first] = found;
  if (first === undefined)
    return missing(
      'reliance',
      ['I have no commodity of which the US is a net exporter.'],
      [],
      [askFor(metal, METRIC)],
    );
  return {
    found: true,
    part: makePart('reliance', {
      headline: [
        {
          strong: [
            `The US is a net exporter of ${found.length} of the commodities here, ${year ?? first.last.at}`,
          ],
        },
        '.',
      ],
      body: [[`${listInWords(found.map(({ name }) => name))}.`]],
      citations: [first.last.citation],
    }),
    suggestions: [],
  };
}
