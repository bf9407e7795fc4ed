/** What a digest says: what changed since the last one first, then what was chosen, all from the same door as questions. */
import type { Answer, Line, Part } from '#src/domain/answer.ts';
import { answerTo } from '#src/domain/asking/ask.ts';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import type { DigestContent, DigestItem } from './digest-content.ts';
import { changesPart, goneOf, hasChanged, trackedOf, type Subject } from './digest-figures.ts';
import type { DigestFigures } from './kept-figures.ts';
import { pricesPart } from './digest-prices.ts';
import { noQuotePart, yearChart, yearLine, yearPart } from './digest-year.ts';
import { plainQuestion, type Question } from '#src/domain/reading/question.ts';
import type { QuoteBook } from '#src/domain/series/quotes/quote-book.ts';
import type { QuotesSubject } from '#src/domain/series/chart-subject.ts';
import { distance } from './judge.ts';
import { ruleInWords } from './rule-words.ts';
import { isoDate } from '#src/domain/measure/days.ts';
import { nameInText, type Material } from '#src/domain/series/material.ts';
import { citationsOfWatched, priceOfWatched, type Watched } from './watched.ts';
import { listInWords, makePart, uniqueCitations } from '#src/domain/topics/topic.ts';

export interface DigestInput {
  readonly content: DigestContent;
  readonly catalog: Catalog;
  /** Those of the last digest; `undefined` for a first one. */
  readonly previous: DigestFigures | undefined;
  /** When that was, in words: "Mon 30 Nov". */
  readonly previousDay?: string | undefined;
  /** What the alerts of the same place that have not fired look at. */
  readonly alerts: readonly { readonly name: string; readonly watched: Watched }[];
  /** What is quoted: names what is not in the catalog. */
  readonly materials?: readonly Material[] | undefined;
  /** Quotes by metal, where there are any. */
  readonly books?: ReadonlyMap<string, QuoteBook | undefined> | undefined;
  readonly now: Date;
}

export interface Digest {
  readonly answer: Answer;
  readonly figures: DigestFigures;
  /** Nothing has changed since the last digest. */
  readonly unchanged: boolean;
}

/**
 * Composes a digest. Metals that are not in the catalog any more are left out.
 * @example composeDigest({ content, catalog, previous: undefined, alerts: [], now }).answer.parts
 */
export function composeDigest(input: DigestInput): Digest {
  const { content, previous, previousDay, now } = input;
  const subjects = subjectsOf(input);
  const watched = subjects.map((subject) => {
    const tracked = trackedOf(subject, content.items, previous, now.getUTCFullYear());
    return { tracked, gone: goneOf(subject, tracked, previous) };
  });
  const tracked = watched.flatMap((of) => of.tracked);
  const gone = watched.flatMap((of) => of.gone);
  const figures = Object.fromEntries(
    tracked.map(({ key, figure: { year, date, quantity } }) => [key, { year, date, quantity }]),
  );
  const changed = previous === undefined ? [] : tracked.filter((t) => hasChanged(previous[t.key], t.figure));
  const unchanged = previous !== undefined && changed.length + gone.length === 0;
  const since = `since your last digest${previousDay === undefined ? '' : ` (${previousDay})`}`;
  const said =
    previous === undefined
      ? []
      : unchanged
        ? [nothingNewPart(since, subjects)]
        : [changesPart(changed, gone, previous, { since, today: isoDate(now.getTime()) })];
  // What was chosen comes each time: whoever reads this one may not have the last one.
  const chosen = [...subjects.flatMap((subject) => subjectParts(subject, input)), ...alertParts(input)];
  // The prices stand first, each time: what they are is what most open it for.
  const prices = pricesPart(subjects, { previous, today: isoDate(now.getTime()) });
  const parts: readonly Part[] = [...(prices === undefined ? [] : [prices]), ...said, ...chosen];
  const [first] = subjects;
  return {
    answer: {
      question: plainQuestion({ metals: first === undefined ? [] : [first.id], metrics: ['price'] }),
      outcome: 'answer',
      topic: 'summary',
      faq: null,
      metal: first?.metal?.id ?? null,
      parts: parts.length > 0 ? parts : [nothingPart(content)],
      suggestions: [],
      confidence: 1,
      repairs: [],
    },
    figures,
    unchanged,
  };
}

function subjectsOf({ content, catalog, materials = [], books }: DigestInput): readonly Subject[] {
  return content.metals.flatMap((id) => {
    const metal = catalog.metals.find((m) => m.id === id);
    const known = metal ?? materials.find((m) => m.id === id);
    return known === undefined ? [] : [{ id, name: known.name, metal, book: books?.get(id) }];
  });
}

const namesOf = (subjects: readonly Subject[]): string =>
  listInWords(subjects.map(({ name }) => nameInText(name)));

type Figures = Exclude<DigestItem, 'alerts' | 'chart'>;

/** What asks for an item: a price, how it has changed over the last year, the shares of sectors, world production. */
function questionOn(metal: string, item: Figures, now: Date): Question {
  const metrics = { price: 'price', change: 'price', sectors: 'share', production: 'production' } as const;
  const asked = plainQuestion({ metals: [metal], metrics: [metrics[item]] });
  if (item !== 'change') return asked;
  const to = now.getFullYear();
  return { ...asked, intent: 'change', years: [to - 1, to], span: { from: to - 1, to } };
}

/** What was chosen, as the answers to the questions that ask for it. What there is no data for is left out. */
function subjectParts(
  { id, name, metal, book }: Subject,
  { content, catalog, now }: DigestInput,
): readonly Part[] {
  const { items } = content;
  const [ofPrice, ofChange] = [items.includes('price'), items.includes('change')];
  // The answer on a price says how it moved over the year.
  const asked = (['price', 'change', 'sectors', 'production'] as const).filter(
    (item) => items.includes(item) && !(item === 'change' && ofPrice),
  );
  const overYear = ofChange ? yearLine(id, book, true) : undefined;
  const parts = asked.flatMap((item): readonly Part[] => {
    const byYear = item === 'change' ? [yearPart(id, book)].filter((part) => part !== undefined) : [];
    // What only markets quote has no figures to be asked for.
    if (metal === undefined && item !== 'price') return byYear;
    const answer = answerTo(questionOn(id, item, now), catalog, { now, book });
    if (answer.outcome !== 'answer') return byYear;
    // The quote, and below it the year's figure.
    if (item === 'price')
      return withYear(answer.parts.slice(0, 2), overYear, ofChange ? yearChart(id, book) : undefined);
    return [...byYear, ...answer.parts.slice(0, 1)];
  });
  if (parts.length === 0 && metal === undefined && (ofPrice || ofChange)) return [noQuotePart(name)];
  const drawn = items.includes('chart') ? parts.findIndex((part) => part.chart !== undefined) : -1;
  return parts.map((part, i) => ({
    ...part,
    ...(part.chart === undefined ? {} : { chartOf: nameInText(name) }),
    chartWanted: i === drawn,
  }));
}

/** The first part with one more line, and its quotes drawn over the days that the line speaks of. */
function withYear(
  [first, ...rest]: readonly Part[],
  line: Line | undefined,
  days: QuotesSubject | undefined,
): readonly Part[] {
  if (first === undefined) return [];
  const isSame = days !== undefined && first.chart?.kind === 'quotes' && first.chart.series === days.series;
  const part = isSame ? { ...first, chart: days } : first;
  return line === undefined ? [part, ...rest] : [{ ...part, body: [...part.body, line] }, ...rest];
}

/** How near an unfired alert is, as a share of its threshold; at this or less, a digest mentions it. */
const NEAR = 0.05;

/** Alerts that have not fired and whose threshold is near. */
function alertParts({ content, alerts }: DigestInput): readonly Part[] {
  if (!content.items.includes('alerts')) return [];
  const near = alerts.filter(({ watched }) => {
    const missing = distance(watched.rule, watched.reading);
    return missing > 0 && missing <= NEAR;
  });
  if (near.length === 0) return [];
  return [
    makePart('price', {
      headline: [{ strong: ['Near an alert'] }],
      body: near.map(({ name, watched }): Line => [
        `${name} is at `,
        ...priceOfWatched(watched),
        '; the alert is for ',
        ...ruleInWords(watched.rule),
        '.',
      ]),
      citations: uniqueCitations(near.flatMap(({ watched }) => citationsOfWatched(watched))),
    }),
  ];
}

const nothingNewPart = (since: string, subjects: readonly Subject[]): Part =>
  makePart('summary', {
    headline: [{ strong: [`Nothing has changed ${since}`] }, ` for ${namesOf(subjects)}.`],
  });

function nothingPart({ metals }: DigestContent): Part {
  return makePart('summary', {
    headline: [{ strong: [`I have no figures for what this digest asks for (${listInWords(metals)}).`] }],
    body: [['Change it, or delete it: `/nd digest list`.']],
  });
}
