/** What every topic file exports, and the small words that all of them share. */
import { ELEMENT_SYMBOLS } from '#src/domain/reading/words/things/elements.ts';
import type { MetalCatalog, Figure } from '#src/domain/series/figures.ts';
import type { Line, Part, Span, Suggestion, TopicId } from '#src/domain/answer.ts';
import { isExact, type Currency } from '#src/domain/measure/figure.ts';
import { changeOf } from '#src/domain/measure/changes.ts';
import type { Library } from '#src/domain/series/library.ts';
import { whenOf } from '#src/domain/series/series.ts';
import type { Citation, Metal } from '#src/domain/series/metal.ts';
import type { RateUsed } from '#src/domain/series/rates/period-rates.ts';
import type { Question } from '#src/domain/reading/question.ts';

/** What a topic may look at. `metal` is the one asked about; a topic that compares reads `question.metals` too. */
export interface TopicContext {
  readonly catalog: MetalCatalog;
  readonly metal: Metal;
  readonly question: Question;
  /** The calendar year of the person's today. */
  readonly thisYear: number;
  /** The same day, as an ISO date. */
  readonly today?: string;
  /** All prices that are known, where quotes are among them. */
  readonly library?: Library | undefined;
  /** Whether a quote for today stands above. */
  readonly quoted?: boolean;
}

export interface TopicResult {
  /** Whether the figure asked for exists. If not, `part` says what is missing and what there is instead. */
  readonly found: boolean;
  readonly part: Part;
  /** The country that it puts first. */
  readonly leads?: string | undefined;
  readonly suggestions: readonly Suggestion[];
}

/** One topic, one file. Never throws on what a user typed. */
export type Topic = (context: TopicContext) => TopicResult;

/** A part with only the fields that are not empty. */
export function makePart(topic: TopicId, fields: Partial<Part> & Pick<Part, 'headline'>): Part {
  return { topic, body: [], cautions: [], citations: [], ...fields };
}

/** "No data for that": what was understood, what is missing, and what there is instead. */
export function missing(
  topic: TopicId,
  headline: Line,
  body: readonly Line[],
  suggestions: readonly Suggestion[],
  citations: readonly Citation[] = [],
): TopicResult {
  return {
    found: false,
    part: makePart(topic, { headline: [{ strong: headline }], body, citations }),
    suggestions,
  };
}

/** A currency as a sentence names it. */
export const moneyInWords = (currency: Currency): string => (currency === 'USD' ? 'US dollars' : currency);

/** A figure's quantity as a span. */
export function show(figure: Figure): Span {
  return { quantity: figure.quantity, from: [figure] };
}

const FIRMNESS_NOUN = { estimated: 'estimate', projected: 'projection' } as const;

/** " (estimate)", " (projection)" or nothing, as the source itself calls the figure. */
export function firmness(figure: Pick<Figure, 'quantity'>): string {
  const kind = figure.quantity.firmness;
  return kind === undefined ? '' : ` (${FIRMNESS_NOUN[kind]})`;
}

/** The publisher and edition, short enough for a sentence: "the report", "USGS MCS 2026". */
export function sourceName(figure: Pick<Figure, 'citation'>): string {
  const { source } = figure.citation;
  return source.edition === undefined
    ? `the ${source.publisher} report`
    : `${source.publisher} ${source.edition}`;
}

/** All of them, each publisher once: "USGS MCS 2025 and MCS 2026". */
export function sourceNames(figures: readonly Pick<Figure, 'citation'>[]): string {
  const names = [...new Set(figures.map(sourceName))].toSorted();
  const [first = ''] = names;
  const publisher = `${figures[0]?.citation.source.publisher} `;
  const rest = names
    .slice(1)
    .map((name) => (name.startsWith(publisher) ? name.slice(publisher.length) : name));
  return listInWords([first, ...rest]);
}

/** What a figure is of: its edition for reserves, its year for the rest. */
export function figureLabel(figure: Figure): string {
  return figure.series.metric === 'reserves' ? sourceName(figure) : String(figure.year);
}

/** The form a price is of: "oxide, 99.5 % minimum", "cathode"; nothing where the source does not say. */
export function basisOf(figure: Pick<Figure, 'series'>): string {
  const { basis, purity, form, market, real } = figure.series;
  const what = form ?? (basis === 'unstated' ? undefined : basis);
  const money = real === undefined ? undefined : `in dollars of ${real}`;
  return [what, form === undefined ? purity : undefined, market, money]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** What a mass is a mass of: "Counted as rare-earth oxide equivalent."; nothing where the source does not say. */
export function countedAs({ metal, series: { basis, form } }: Pick<Figure, 'metal' | 'series'>): string {
  // Nitrogen in ammonia and TiO2 in sands are counted so as well, and are no metals.
  const element = ELEMENT_SYMBOLS.get(metal.symbol ?? '');
  const content =
    element === undefined ? 'content, and not gross weight' : `${element.toLowerCase()} content`;
  const as = basis === 'metal' ? 'metal content' : basis === 'contained metal' ? content : basis;
  const counted = basis === 'unstated' ? '' : `counted as ${as}`;
  const said = [form, counted].filter((words) => words !== undefined && words !== '').join(', ');
  return said === '' ? '' : `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

/** "Iron ore" is of ore: nothing else is known of it. */
const isInName = ({ metal, series }: Pick<Figure, 'metal' | 'series'>): boolean =>
  series.form === undefined &&
  series.purity === undefined &&
  series.market === undefined &&
  metal.name.toLowerCase().endsWith(series.basis);

/** The metal with the form that a price is of: "Neodymium oxide, 99.5 % minimum". */
export function nameOf(figure: Pick<Figure, 'metal' | 'series'>): string {
  const { metric, form, real } = figure.series;
  if (metric !== 'price') return figure.metal.name;
  const basis = isInName(figure) ? '' : basisOf(figure);
  const joint = basis === '' ? '' : form === undefined ? ' ' : ', ';
  const money = real === undefined ? '' : `, in dollars of ${real}`;
  return `${figure.metal.name}${joint}${basis}${money}`;
}

/**
 * "up 13.6 % on 2023 ($110/kg)"; where either figure is a range or coarsely rounded, "against 2023 ($110/kg): -9.1 % to
 * +18 %".
 * @param today Its year is not said of a day in it.
 */
export function against(figure: Figure, earlier: Figure, today?: string): Span[] {
  const change = changeOf(earlier.quantity, figure.quantity);
  const then: Span[] = [`${whenOf(earlier, today)} (`, show(earlier), ')'];
  // "More than 75 %" and "less than 25 %" are bounds: no change is worked out between them.
  if (isBound(figure) || isBound(earlier)) return ['after ', ...then];
  const [now, before] = [figure.quantity.range, earlier.quantity.range];
  if (now.low === before.low && now.high === before.high && !isExact(now)) return ['unchanged on ', ...then];
  const percent = Math.abs(change.percent.low);
  const unchanged = isExact(change.percent) && percent < 0.05;
  if (unchanged)
    return [change.printed === undefined ? 'unchanged on ' : 'the same, as rounded, as ', ...then];
  if (!isExact(change.percent) || change.printed !== undefined)
    return ['against ', ...then, ': ', { change, from: [earlier, figure] }];
  const quantity = { range: { low: percent, high: percent }, unit: '%' } as const;
  return [change.percent.low > 0 ? 'up ' : 'down ', { quantity, from: [earlier, figure] }, ' on ', ...then];
}

/** "More than 75 %": how much it is is not known. */
export const isBound = ({ quantity: { qualifier } }: Pick<Figure, 'quantity'>): boolean =>
  qualifier === 'more than' || qualifier === 'less than';

/** The same line with a capital at its start. */
export function capitalised(line: Line): Line {
  const [first, ...rest] = line;
  return typeof first === 'string' ? [first.charAt(0).toUpperCase() + first.slice(1), ...rest] : line;
}

/** Sources without doubles: one citation a source and section. */
export function cite(figures: readonly (Pick<Figure, 'citation'> | undefined)[]): Citation[] {
  return uniqueCitations(figures.flatMap((f) => (f === undefined ? [] : [f.citation])));
}

/** The rates that figures were put into another currency at, each once. */
export const ratesOf = (citations: readonly Citation[]): readonly RateUsed[] => [
  ...new Map(citations.flatMap((one) => one.rates ?? []).map((rate) => [rate.period, rate])).values(),
];

/** Drops citations that name the same source and section again. */
export function uniqueCitations(citations: readonly Citation[]): Citation[] {
  return [...Map.groupBy(citations, (c) => `${c.id} ${c.section}`).values()].flatMap((same) => {
    const used = ratesOf(same);
    return same.slice(-1).map((one) => (used.length === 0 ? one : { ...one, rates: used }));
  });
}

/** "2021 to 2026", "2024", "2021, 2023": years as people read them. */
export function yearsInWords(years: readonly number[]): string {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return 'no year';
  if (years.length > 1 && last - first === years.length - 1) return `${first} to ${last}`;
  return listInWords(years.map(String));
}

/** "a, b and c". */
export function listInWords(items: readonly string[], conjunction = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1)}`;
}

/** More names than a sentence can bear are told by their families. */
const MOST_NAMES = 12;

/** "neodymium and terbium"; of many, "116 commodities: rare earths, battery metals ...", the largest families first. */
export function metalsInWords(metals: readonly Pick<Metal, 'name' | 'families'>[]): string {
  const families = new Map<string, number>();
  for (const family of metals.flatMap((metal) => metal.families))
    families.set(family, (families.get(family) ?? 0) + 1);
  if (metals.length <= MOST_NAMES || families.size === 0)
    return listInWords(metals.map(({ name }) => name.toLowerCase()));
  const largest = [...families].toSorted(([, a], [, b]) => b - a).map(([family]) => family.toLowerCase());
  return `${metals.length} commodities: ${listInWords(largest)}`;
}
