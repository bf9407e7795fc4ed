/** "What does the US import from China": of which commodities a country is named among the sources of United States imports. */
import type { Line } from '#src/domain/answer.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { askFor } from '../suggestions.ts';
import { cite, firmness, makePart, missing, show, type TopicResult } from '../topic.ts';
import { sourcesByForm } from './import-places.ts';

const SHOWN = 25;
const HALF = 50;

/** The largest part of a commodity's imports first, form by form. @param mostly Only where it is more than half */
export function importsFrom(
  country: string,
  name: string,
  members: readonly Metal[],
  mostly: boolean,
): TopicResult {
  const found = members
    .flatMap((metal) =>
      sourcesByForm(metal, '').flatMap(({ form, figures }) =>
        figures.filter(({ series }) => series.country === country).map((figure) => ({ metal, form, figure })),
      ),
    )
    .filter(({ figure }) => !mostly || figure.quantity.range.low > HALF)
    .toSorted((a, b) => b.figure.quantity.range.high - a.figure.quantity.range.high);
  const metals = new Set(found.map(({ metal }) => metal.id)).size;
  if (metals === 0)
    return missing(
      'reliance',
      [`No source here names ${country} as a source of US imports of any of the ${name}.`],
      [['What it puts together as “Other” may be of any country.']],
      [],
    );
  const shown = found.slice(0, SHOWN);
  return {
    found: true,
    part: makePart('reliance', {
      headline: [
        {
          strong: [
            `US imports 2021 to 2024 from ${country}: named for ${metals} of the ${name} here${mostly ? ', with more than half' : ''}`,
          ],
        },
      ],
      body: [],
      table: {
        columns: ['Commodity', 'Form', 'Share of US imports'],
        rows: shown.map(({ metal, form, figure }): Line[] => [
          [metal.name],
          [form ?? ''],
          [show(figure), firmness(figure)],
        ]),
      },
      cautions: [
        ...(found.length > shown.length ? [[`I show ${shown.length} of ${found.length}.`]] : []),
        [
          'Of the imports of the United States over four years together; no source here has them for another country.',
        ],
      ],
      citations: cite(shown.map(({ figure }) => figure)),
    }),
    suggestions: shown.slice(0, 3).map(({ metal }) => askFor(metal, 'import-sources')),
  };
}
