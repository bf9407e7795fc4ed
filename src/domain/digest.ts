/** What a digest says: what changed since the last one first, then what was chosen, all from the same door as questions. */
import { distance, isPast, NEAR, priceFor, ruleInWords, type AlertRule } from './alert.ts';
import type { Answer, Line, Part } from './answer.ts';
import { ask } from './ask.ts';
import { metalOf, type Catalog, type Figure } from './catalog.ts';
import { changeBetween, isExact, type Quantity } from './figure.ts';
import type { Metal } from './metal.ts';
import { ANY_PRICE, pricesOf } from './topics/prices.ts';
import { sectorTracks } from './topics/sector-tracks.ts';
import { cite, firmness, listInWords, makePart, show } from './topics/topic.ts';
import { newestYear, tracksOf, type Track } from './topics/track.ts';

export const DIGEST_ITEMS = ['price', 'change', 'sectors', 'production', 'alerts', 'chart'] as const;
export type DigestItem = (typeof DIGEST_ITEMS)[number];

export interface DigestContent {
  readonly items: readonly DigestItem[];
  /** Metal ids. */
  readonly metals: readonly string[];
  /** Post nothing where nothing has changed, instead of a line that says so. */
  readonly skipUnchanged: boolean;
  /** Language of numbers: "en", "de". */
  readonly locale: string;
}

/** The figures of a digest by what they are of; kept to be compared with the next one's. */
export type DigestFigures = Readonly<Record<string, { readonly year: number; readonly quantity: Quantity }>>;

export interface DigestInput {
  readonly content: DigestContent;
  readonly catalog: Catalog;
  /** Those of the last digest; `undefined` for a first one. */
  readonly previous: DigestFigures | undefined;
  /** When that was, in words: "Mon 30 Nov". */
  readonly previousDay?: string | undefined;
  /** The alerts of the same place. */
  readonly alerts: readonly { readonly metal: string; readonly rule: AlertRule }[];
  readonly now: Date;
}

export interface Digest {
  readonly answer: Answer;
  readonly figures: DigestFigures;
  /** Nothing has changed since the last digest. */
  readonly unchanged: boolean;
}

interface Tracked {
  readonly key: string;
  readonly label: string;
  readonly figure: Figure;
}

/**
 * Composes a digest. Metals that are not in the catalog any more are left out.
 * @example composeDigest({ content, catalog, previous: undefined, alerts: [], now }).answer.parts
 */
export function composeDigest(input: DigestInput): Digest {
  const { content, catalog, previous, previousDay, now } = input;
  const metals = content.metals.flatMap((id) => catalog.metals.find((m) => m.id === id) ?? []);
  const tracked = metals.flatMap((metal) => trackedOf(metal, content.items, now.getFullYear()));
  const figures = Object.fromEntries(
    tracked.map(({ key, figure }) => [key, { year: figure.year, quantity: figure.quantity }]),
  );
  const changed = previous === undefined ? [] : tracked.filter((t) => hasChanged(previous[t.key], t.figure));
  const unchanged = previous !== undefined && changed.length === 0;
  const since = `since your last digest${previousDay === undefined ? '' : ` (${previousDay})`}`;
  const parts: readonly Part[] = unchanged
    ? [
        makePart('summary', {
          headline: [{ strong: [`Nothing has changed ${since}`] }, ` for ${namesOf(metals)}.`],
        }),
      ]
    : [
        ...(previous === undefined || changed.length === 0 ? [] : [changesPart(changed, previous, since)]),
        ...metals.flatMap((metal) => metalParts(metal, input)),
        ...alertParts(input),
      ];
  const [first] = metals;
  return {
    answer: {
      question: catalog.understand(`${first?.name ?? ''} price`, now),
      outcome: 'answer',
      topic: 'summary',
      faq: null,
      metal: first?.id ?? null,
      parts: parts.length > 0 ? parts : [nothingPart(content)],
      suggestions: [],
      confidence: 1,
      repairs: [],
    },
    figures,
    unchanged,
  };
}

const namesOf = (metals: readonly Metal[]): string => listInWords(metals.map((m) => m.name.toLowerCase()));

/** What the digest is about, to see whether it has changed: this year's figures, or the newest before. */
function trackedOf(metal: Metal, items: readonly DigestItem[], thisYear: number): readonly Tracked[] {
  const { main, others } = pricesOf(metal, ANY_PRICE);
  const tracks: (readonly [string, Track])[] = [];
  const wantsPrice = (['price', 'change', 'chart'] as const).some((item) => items.includes(item));
  if (wantsPrice)
    for (const track of [main, ...others]) if (track !== undefined) tracks.push(['price', track]);
  if (items.includes('sectors'))
    for (const { sector, track } of sectorTracks(metal)) tracks.push([sector.name.toLowerCase(), track]);
  if (items.includes('production'))
    for (const track of tracksOf(metal, { metric: 'production' })) tracks.push(['production', track]);
  return tracks.flatMap(([what, track]) => {
    const year = newestYear(track, thisYear);
    const figure = year === undefined ? undefined : track.at(year);
    const family = track.family[0]?.family;
    if (figure === undefined || family === undefined) return [];
    return [{ key: `${metal.id}/${family}`, label: `${metal.name} ${what}`, figure }];
  });
}

function hasChanged(before: DigestFigures[string] | undefined, { year, quantity }: Figure): boolean {
  if (before === undefined) return true;
  return (
    before.year !== year ||
    before.quantity.unit !== quantity.unit ||
    before.quantity.range.low !== quantity.range.low ||
    before.quantity.range.high !== quantity.range.high ||
    before.quantity.firmness !== quantity.firmness
  );
}

function changesPart(changed: readonly Tracked[], previous: DigestFigures, since: string): Part {
  return makePart('change', {
    headline: [{ strong: [`${since[0]?.toUpperCase() ?? ''}${since.slice(1)}`] }],
    body: changed.map(({ key, label, figure }): Line => {
      const before = previous[key];
      const now: Line = [`${label}, ${figure.year}: `, show(figure), firmness(figure)];
      if (before === undefined) return [...now, ', new.'];
      const was: Line = [
        before.year === figure.year ? '; it was ' : `; last time it was ${before.year}’s `,
        { quantity: before.quantity },
        firmness(before),
      ];
      const comparable = before.year === figure.year && before.quantity.unit === figure.quantity.unit;
      if (!comparable || before.quantity.range.low <= 0) return [...now, ...was, '.'];
      const change = changeBetween(before.quantity.range, figure.quantity.range);
      const moved = !isExact(change.percent) || Math.abs(change.percent.low) >= 0.05;
      return moved ? [...now, ...was, ': ', { change }, '.'] : [...now, ...was, '.'];
    }),
    citations: cite(changed.map((t) => t.figure)),
  });
}

const QUESTIONS = {
  price: 'price',
  change: 'price change over the last year',
  sectors: 'sector shares',
  production: 'world production',
};

/** What was chosen of a metal, as the answers to the questions that ask for it. What there is no data for is left out. */
function metalParts(metal: Metal, { content, catalog, now }: DigestInput): readonly Part[] {
  const { items } = content;
  const asked = (['price', 'change', 'sectors', 'production'] as const).filter(
    // The answer on a price says how it moved over the year.
    (item) => items.includes(item) && !(item === 'change' && items.includes('price')),
  );
  const parts = asked.flatMap((item) => {
    const answer = ask(`${metal.name} ${QUESTIONS[item]}`, catalog, { now });
    return answer.outcome === 'answer' ? answer.parts.slice(0, 1) : [];
  });
  if (!items.includes('chart')) return parts.map((part) => ({ ...part, chartWanted: false }));
  const drawn = parts.findIndex((part) => part.chart !== undefined);
  return parts.map((part, i) => ({ ...part, chartWanted: i === drawn }));
}

/** Alerts that have not fired and whose threshold is near. */
function alertParts({ content, catalog, alerts, now }: DigestInput): readonly Part[] {
  if (!content.items.includes('alerts')) return [];
  const near = alerts.flatMap(({ metal, rule }) => {
    if (!catalog.metals.some((m) => m.id === metal)) return [];
    const figure = priceFor(catalog, metal, rule, now.getFullYear());
    if (figure === undefined || isPast(rule, figure.quantity.range)) return [];
    return distance(rule, figure.quantity.range) <= NEAR
      ? [{ metal: metalOf(catalog, metal), rule, figure }]
      : [];
  });
  if (near.length === 0) return [];
  return [
    makePart('price', {
      headline: [{ strong: ['Near an alert'] }],
      body: near.map(({ metal, rule, figure }): Line => [
        `${metal.name} is at `,
        show(figure),
        firmness(figure),
        '; the alert is for ',
        ...ruleInWords(rule),
        '.',
      ]),
      citations: cite(near.map((n) => n.figure)),
    }),
  ];
}

function nothingPart({ metals }: DigestContent): Part {
  return makePart('summary', {
    headline: [{ strong: [`I have no figures for what this digest asks for (${listInWords(metals)}).`] }],
    body: [['Change it, or delete it: `/nd digest list`.']],
  });
}
