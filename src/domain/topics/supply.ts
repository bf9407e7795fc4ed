/** Is there enough of it: the supply status that the source gives for each year. */
import type { Line } from '#src/domain/answer.ts';
import { citationOf } from '#src/domain/series/figures.ts';
import type { Citation, StatusSeries } from '#src/domain/series/metal.ts';
import { makePart, missing, yearsInWords, type Topic } from './topic.ts';
import { supplyVerdict } from './verdicts/supply-verdict.ts';
import { askFor } from '#src/domain/topics/suggestions.ts';

export const answerSupply: Topic = ({ metal, question, thisYear }) => {
  const series = metal.series.find((s): s is StatusSeries => s.metric === 'supply-status');
  if (series === undefined) {
    return missing(
      'supply',
      [`I have no supply status of ${metal.name.toLowerCase()}.`],
      [],
      [askFor(metal, 'production', { label: 'World production' })],
    );
  }
  const all = series.points;
  const newest = all.findLast((p) => p.year <= thisYear) ?? all[0];
  const wanted =
    question.years.length > 0
      ? question.years
      : question.span === null && newest !== undefined && !/\b(?:any|ever|never)\b/iu.test(question.text)
        ? [newest.year]
        : all.map((p) => p.year);
  const points = all.filter((p) => wanted.includes(p.year));
  const citations: Citation[] = [citationOf(metal, series)];
  const [first] = points;
  const every = yearsInWords(all.map((p) => p.year));
  if (first === undefined) {
    return missing(
      'supply',
      [`I have no supply status of ${metal.name.toLowerCase()} for ${yearsInWords(wanted)}.`],
      [[`I have ${every}.`]],
      [askFor(metal, 'supply-status', { label: 'Supply now', year: newest?.year })],
      citations,
    );
  }
  const states = new Set(points.map((p) => p.state));
  const projected = points.filter((p) => p.firmness === 'projected');
  const one = points.length === 1;
  const same = all.every((p) => p.state === first.state);
  const body: Line[] = [
    [
      same
        ? `The report's table gives the same status for every year from ${all[0]?.year} to ${all.at(-1)?.year}.`
        : `I have ${every}.`,
    ],
    ['It gives no size of it, in tonnes or in percent.'],
  ];
  const rows = points.map((p): Line[] => [
    [String(p.year)],
    [p.state, p.firmness === 'projected' ? ' (projection)' : ''],
  ]);
  return {
    found: true,
    part: makePart('supply', {
      headline: [
        {
          strong: [
            supplyVerdict(
              question,
              points.map((p) => p.state),
            ),
            `${metal.name} supply, ${yearsInWords(points.map((p) => p.year))}: ${[...states].join(', then ').toLowerCase()}`,
          ],
        },
        one && projected.length > 0 ? ' (projection)' : '',
      ],
      body,
      ...(one || states.size === 1 ? {} : { table: { columns: ['Year', 'Status'], rows } }),
      cautions:
        one || projected.length === 0
          ? []
          : [[`${yearsInWords(projected.map((p) => p.year))} is a projection.`]],
      citations,
    }),
    suggestions: [
      {
        label: 'Why a shortage?',
        ask: `why is there a ${metal.name} shortage`,
        need: { metals: [metal.id], metrics: ['supply-status'], reason: true },
      },
      askFor(metal, 'production', { label: 'Production' }),
    ],
  };
};
