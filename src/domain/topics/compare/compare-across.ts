/** Several metals side by side where quotes are needed for it: of days, or of what has no figures of years. */
import type { Line, Span } from '#src/domain/answer.ts';
import { addDays, monthsBefore } from '#src/domain/measure/days.ts';
import { priceUnit } from '#src/domain/measure/figure.ts';
import { quotesWanted } from '#src/domain/reading/price-wanted.ts';
import type { Question } from '#src/domain/reading/question.ts';
import type { PastDays } from '#src/domain/reading/times/wanted-days.ts';
import type { MonthsSubject } from '#src/domain/series/chart-subject.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import type { Target } from '#src/domain/series/convert.ts';
import type { Library } from '#src/domain/series/library.ts';
import { whenOf, type Series } from '#src/domain/series/series.ts';
import { figureNear, figureOver, MOST_GAP_DAYS } from '#src/domain/series/statistics.ts';
import { monthsOf } from '../price/quotes-chart.ts';
import { comparativeWords, leaderWords } from '../verdicts/comparative.ts';
import { ratioLine, type Side } from './compare-ratio.ts';
import { askFor } from '../suggestions.ts';
import { capitalised, cite, firmness, makePart, show, type TopicResult } from '../topic.ts';

/**
 * The newest price of each on one day, or what they were on the days asked for; beside a figure of a year where one of them
 * has no quotes. `undefined` where one has neither, or the days are none that are over.
 * @param today ISO date
 */
export function compareAcross(question: Question, library: Library, today: string): TopicResult | undefined {
  const { metals, wanted } = question;
  const days = wanted.days ?? wanted.years;
  if (days !== undefined && days.kind !== 'at' && days.kind !== 'window') return undefined;
  const asked = quotesWanted({ ...wanted, days }, today);
  const all = metals.map((of) => library.prices({ of, ...asked }));
  const form = wanted.form ?? sharedForm(all);
  const [first] = all.flatMap((series) => dated(series, form) ?? []);
  const sidesIn = (target: Target): readonly Side[] => {
    const ordered = metals.map((of) => {
      const own = library.prices({ of, ...asked, form, target });
      const best = dated(own, form);
      // Figures of years stand in where no day is asked for, and of years that have no quotes.
      return [...(best === undefined ? [] : [best]), ...(wanted.days === undefined ? own : [])];
    });
    const shared = days === undefined ? sharedDay(ordered.flatMap(([best]) => best ?? [])) : undefined;
    return ordered.flatMap((own) => own.flatMap((one) => sideOf(one, days, shared, today) ?? [])[0] ?? []);
  };
  // Where there is no rate of those days to one unit, each stays in its own.
  const found = [{ ...(first && priceUnit(first.unit)), ...wanted.target }, wanted.target]
    .map(sidesIn)
    .find((sides) => sides.length === metals.length);
  const months = all.flatMap((own) => own.find(({ cadence }) => cadence === 'month') ?? []);
  const window =
    days?.kind === 'window' ? days.window : { from: monthsBefore(today, CHART_MONTHS), to: today };
  return (
    found &&
    sideBySide(found, question, months.length === metals.length ? monthsOf(months, window) : undefined)
  );
}

/** Of what each costs now, so much is drawn. */
const CHART_MONTHS = 60;

const dated = (series: readonly Series[], form: string | undefined): Series | undefined =>
  series.find(({ cadence, basis }) => cadence !== 'year' && (form === undefined || basis.form === form));

/** The form of which all have quotes, oxide before others. */
function sharedForm(all: readonly (readonly Series[])[]): 'oxide' | 'metal' | undefined {
  return (['oxide', 'metal'] as const).find((form) => all.every((series) => dated(series, form)));
}

/** The last day on which all have a price, where that is near the newest. */
function sharedDay(all: readonly Series[]): string | undefined {
  const days = all.map(({ periods }) => periods);
  const shared = days[0]?.findLast((day) => days.every((one) => one.includes(day)));
  const newest =
    days
      .map((one) => one.at(-1) ?? '')
      .toSorted()
      .at(-1) ?? '';
  return shared !== undefined && shared.length > 4 && shared >= addDays(newest, -MOST_GAP_DAYS)
    ? shared
    : undefined;
}

function sideOf(
  series: Series,
  days: PastDays | undefined,
  shared: string | undefined,
  today: string,
): Side | undefined {
  if (days?.kind === 'window') {
    const over = figureOver(series, days.window);
    return over && { figure: over.figure, when: over.of.replace(/^the /, '') };
  }
  const figure =
    days !== undefined
      ? figureNear(series, days.date)
      : shared !== undefined && series.cadence !== 'year'
        ? series.at(shared)
        : series.newest(today);
  return figure && { figure, when: whenOf(figure) };
}

const nameOf = ({ metal, series }: Figure): string =>
  series.basis === 'unstated' ? metal.name : `${metal.name} ${series.basis}`;

function sideBySide(
  sides: readonly Side[],
  { chart: wanted, comparative, extreme }: Question,
  chart: MonthsSubject | undefined,
): TopicResult {
  const figures = sides.map(({ figure }) => figure);
  const whens = [...new Set(sides.map(({ when }) => when))];
  const together = whens.length === 1 ? capitalised([`${whens[0]}: `]) : [];
  const spans = sides.flatMap(({ figure, when }, at): Span[] => [
    `${at > 0 ? '; ' : ''}${nameOf(figure)} `,
    show(figure),
    `${firmness(figure)}${whens.length === 1 ? '' : ` (${when})`}`,
  ]);
  const bases = figures.map(({ basis, series }) => basis ?? (series.purity || 'basis unstated'));
  const verdict =
    comparativeWords(comparative, figures[0], figures.length === 2 ? figures[1] : undefined) ||
    leaderWords(extreme, figures);
  return {
    found: true,
    part: makePart('compare', {
      headline: [{ strong: [...(verdict === '' ? [] : [verdict]), ...together, ...spans] }],
      body: [ratioLine(sides, nameOf)],
      cautions: [
        ...(new Set(bases).size === 1
          ? [capitalised([`${bases[0] ?? ''}.`])]
          : figures.map((figure, at): Line => [`${nameOf(figure)}: ${bases[at] ?? ''}.`])),
        ...(wanted && chart === undefined ? [['Quotes of several metals are not drawn in one chart.']] : []),
      ],
      citations: cite(figures),
      chart,
      chartWanted: wanted && chart !== undefined,
    }),
    suggestions: figures.slice(0, 3).map(({ metal }) => askFor(metal, 'price')),
  };
}
