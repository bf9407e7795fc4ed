/** What a digest says: what changed since the last one first, then what was chosen, all from the same door as questions. */
import { distance, isPast, NEAR, priceFor, ruleInWords, type AlertRule } from './alert.ts';
import type { Answer, Line, Part } from './answer.ts';
import { ask } from './ask.ts';
import { metalOf, type Catalog } from './catalog.ts';
import { changesPart, hasChanged, quoteTracked, trackedOf, type DigestFigures } from './digest-changes.ts';
import type { Metal } from './metal.ts';
import type { QuoteBook } from './quotes/quote-book.ts';
import { cite, firmness, listInWords, makePart, show } from './topics/topic.ts';

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

export interface DigestInput {
  readonly content: DigestContent;
  readonly catalog: Catalog;
  /** Those of the last digest; `undefined` for a first one. */
  readonly previous: DigestFigures | undefined;
  /** When that was, in words: "Mon 30 Nov". */
  readonly previousDay?: string | undefined;
  /** The alerts of the same place. */
  readonly alerts: readonly { readonly metal: string; readonly rule: AlertRule }[];
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
  const { content, catalog, previous, previousDay, now } = input;
  const metals = content.metals.flatMap((id) => catalog.metals.find((m) => m.id === id) ?? []);
  const tracked = metals.flatMap((metal) => [
    ...quoteTracked(metal, content.items, input.books?.get(metal.id)),
    ...trackedOf(metal, content.items, now.getFullYear()),
  ]);
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

const QUESTIONS = {
  price: 'price',
  change: 'price change over the last year',
  sectors: 'sector shares',
  production: 'world production',
};

/** What was chosen of a metal, as the answers to the questions that ask for it. What there is no data for is left out. */
function metalParts(metal: Metal, { content, catalog, now, books }: DigestInput): readonly Part[] {
  const { items } = content;
  const asked = (['price', 'change', 'sectors', 'production'] as const).filter(
    // The answer on a price says how it moved over the year.
    (item) => items.includes(item) && !(item === 'change' && items.includes('price')),
  );
  const parts = asked.flatMap((item) => {
    const answer = ask(`${metal.name} ${QUESTIONS[item]}`, catalog, { now, book: books?.get(metal.id) });
    // The quote, and below it the year's figure.
    return answer.outcome === 'answer' ? answer.parts.slice(0, item === 'price' ? 2 : 1) : [];
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
