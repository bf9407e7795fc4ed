/** Whether the United States buys of a country that is named: by each form that the source has import sources of. */
import { says } from '#src/domain/reading/asked/manner.ts';
import type { Line } from '#src/domain/answer.ts';
import { figureAt, type Figure } from '#src/domain/series/figures.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { seriesOfTable } from '#src/domain/series/packs/with-tables.ts';
import {
  cite,
  listInWords,
  makePart,
  show,
  type TopicContext,
  type TopicResult,
} from '#src/domain/topics/topic.ts';
import { US } from './counted.ts';

/** What is imported in one form, the largest source first. */
export interface SourcesOfForm {
  /** "Oxide", where the source tells forms apart. */
  readonly form: string | undefined;
  readonly figures: readonly Figure[];
}

/** By each form, in the source's order; what is asked for by its name first. */
export function sourcesByForm(metal: Metal, text: string): readonly SourcesOfForm[] {
  const rows = metal.tables.filter(({ metric }) => metric === 'import-sources').flatMap(seriesOfTable);
  const forms = [...new Set(rows.map(({ form }) => form))];
  const all = forms.map((form) => ({
    form,
    figures: rows
      .filter((row) => row.form === form)
      .flatMap((row) => figureAt(metal, [row], row.points[0]?.at ?? '') ?? [])
      .toSorted(
        (a, b) =>
          Number(a.series.country === 'Other') - Number(b.series.country === 'Other') ||
          b.quantity.range.high - a.quantity.range.high,
      ),
  }));
  const wanted = FORMS.find(({ asked }) => asked.test(text));
  const first = wanted && all.find(({ form = '' }) => wanted.form.test(form) && !/^total\b/iu.test(form));
  return first === undefined ? all : [first, ...all.filter((one) => one !== first)];
}

const FORMS = [
  { asked: /\b(?:di|tri|pent)?oxides?\b/iu, form: /oxide/iu },
  { asked: /\b(?:ores?|concentrates?)\b/iu, form: /\bore/iu },
  { asked: /\bmetal\b/iu, form: /metal/iu },
  { asked: /\bcompounds?\b/iu, form: /compound/iu },
  { asked: /\balloys?\b/iu, form: /alloy/iu },
];

/** `undefined` where no country is named that it may be bought of. */
export function importsFromPlaces(
  { question }: TopicContext,
  metal: Metal,
  all: readonly SourcesOfForm[],
): TopicResult | undefined {
  const places = question.countries.filter((country) => country !== US);
  if (places.length === 0) return undefined;
  const found = places.flatMap((place) =>
    all.flatMap(({ form, figures }) =>
      figures.filter(({ series }) => series.country === place).map((figure) => ({ place, form, figure })),
    ),
  );
  const whether = says(question, 'whether');
  const what = `${metal.name}, US imports 2021 to 2024 from ${listInWords(places)}: `;
  const lacking = places.filter((place) => !found.some((one) => one.place === place));
  const others = all.flatMap(({ form, figures }): Line[] => {
    const top = figures.filter(({ series }) => series.country !== 'Other').slice(0, 3);
    const of = form === undefined ? 'All sources named' : `Of ${form}`;
    return [
      [
        `${of}: `,
        ...top.flatMap((figure, at): Line => [
          at === 0 ? '' : ', ',
          `${figure.series.country ?? ''} `,
          show(figure),
        ]),
        '.',
      ],
    ];
  });
  return {
    found: true,
    leads: undefined,
    part: makePart('reliance', {
      headline: [
        {
          strong:
            found.length === 0
              ? [`${whether ? 'Not by name. ' : ''}${what}none that the source names`]
              : [
                  `${whether && lacking.length === 0 ? 'Yes. ' : ''}${what}`,
                  ...found.flatMap(({ place, form, figure }, at): Line => [
                    at === 0 ? '' : ', ',
                    places.length > 1 ? `${place} ` : '',
                    form === undefined ? '' : `${form} `,
                    show(figure),
                  ]),
                ],
        },
      ],
      body: [
        ...(lacking.length > 0 && found.length > 0
          ? [[`${listInWords(lacking)}: none that the source names.`]]
          : []),
        ...(lacking.length > 0 ? [['What it puts together as “Other” may be of any country.']] : []),
        ...others,
      ],
      cautions: [
        [
          'Of the imports of the United States over four years together; no source here has them for another country.',
        ],
      ],
      citations: cite(all.flatMap(({ figures }) => figures.slice(0, 1))),
    }),
    suggestions: [],
  };
}
