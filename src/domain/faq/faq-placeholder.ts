/** What the placeholders of FAQ answers become: figures from the data files, and what is computed from them. */
import type { Span } from '#src/domain/answer.ts';
import type { Citation } from '#src/domain/series/metal.ts';
import { citationOf, type Figure } from '#src/domain/series/figures.ts';
import {
  endsOf,
  familyOf,
  figureOf,
  idsOf,
  pairsOf,
  PlaceholderError,
  shareFamily,
  unknown,
  yearOf,
  type Pair,
  type Scope,
} from './faq-lookup.ts';
import {
  divide,
  exactly,
  multiply,
  priceUnit,
  scale,
  type Firmness,
  type Range,
  type Unit,
} from '#src/domain/measure/figure.ts';
import { changeBetween, changeOf } from '#src/domain/measure/changes.ts';
import { asCertain, shareOf } from '#src/domain/measure/rounding.ts';
import { claimedPercent } from '#src/domain/topics/claims.ts';
import { oxideContent, productContent } from '#src/domain/topics/stated.ts';
import { show } from '#src/domain/topics/topic.ts';

/** What a placeholder becomes, how firm that is, and where it comes from. */
interface Filling {
  readonly spans: readonly Span[];
  readonly firmness?: Firmness | undefined;
  readonly citations: readonly Citation[];
}

interface Form {
  /** The words after the form's name; as many as must be given. */
  readonly usage: string;
  readonly fill: (words: readonly string[], scope: Scope) => Filling;
}

/**
 * Fills one placeholder; `body` is what stands between the braces. `faq-text.ts` lists the forms.
 * @throws PlaceholderError where form, series, year, claim or sector is unknown.
 */
export function fillPlaceholder(body: string, scope: Scope): Filling {
  const words = body.trim().split(/\s+/);
  const form = FORMS.get(words[0] ?? '');
  const { usage, fill } = form ?? FIGURE;
  const given = form === undefined ? words : words.slice(1);
  if (given.length !== usage.split(' ').length) {
    throw new PlaceholderError(`write it as {{${form === undefined ? '' : `${words[0]} `}${usage}}}`);
  }
  return fill(given, scope);
}

const FIGURE: Form = {
  usage: '<series> <year>',
  fill: ([name = '', year = ''], scope) => shown(figureOf(familyOf(name, scope), yearOf(year))),
};

const FORMS: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['share', { usage: '<sector> <year>', fill: fillShare }],
  ['change', { usage: '<series> <from> <to>', fill: fillChange }],
  ['claim', { usage: '<claim>', fill: fillClaim }],
  ['share-of', { usage: '<part> <whole> <year>', fill: fillShareOf }],
  ['implied-demand', { usage: '<sector> <year>', fill: fillImpliedDemand }],
  ['implied-change', { usage: '<sector> <from> <to>', fill: fillImpliedChange }],
  ['metal-in', { usage: '<oxide-or-product>', fill: fillMetalIn }],
  ['contained', { usage: '<series> <year>', fill: fillContained }],
]);

function fillShare([sector = '', year = '']: readonly string[], scope: Scope): Filling {
  return shown(figureOf(shareFamily(sector, scope), yearOf(year)));
}

function fillChange([name = '', from = '', to = '']: readonly string[], scope: Scope): Filling {
  const [a, b] = endsOf(familyOf(name, scope), yearOf(from), yearOf(to));
  return filling([{ change: changeOf(a.quantity, b.quantity), from: [a, b] }], [a, b]);
}

function fillClaim([id = '']: readonly string[], { metal }: Scope): Filling {
  const claim = metal.claims.find((c) => c.id === id);
  if (claim === undefined) throw unknown('claim', id, idsOf(metal.claims));
  if (claim.kind === 'two-series') throw new PlaceholderError(`claim "${id}" states no percentage`);
  return {
    spans: claimedPercent(metal, claim).filter((s) => s !== ''),
    citations: [citationOf(metal, claim)],
  };
}

function fillShareOf([part = '', whole = '', year = '']: readonly string[], scope: Scope): Filling {
  const at = yearOf(year);
  const [[a, b]] = pairsOf(familyOf(part, scope), familyOf(whole, scope), at, at);
  const share = shareOf(a.quantity, b.quantity);
  if (share === undefined)
    throw new PlaceholderError(`"${part}" is in ${a.quantity.unit}, "${whole}" in ${b.quantity.unit}`);
  return filling([{ quantity: { ...share, firmness: firmnessOf([a, b]) }, from: [a, b] }], [a, b]);
}

function fillImpliedDemand([sector = '', year = '']: readonly string[], scope: Scope): Filling {
  const [pair] = sharesAndProduction(sector, yearOf(year), yearOf(year), scope);
  return computed(impliedDemand(pair), pair[1].quantity.unit, pair);
}

function fillImpliedChange([sector = '', from = '', to = '']: readonly string[], scope: Scope): Filling {
  const [first, last] = sharesAndProduction(sector, yearOf(from), yearOf(to), scope);
  const change = changeBetween(impliedDemand(first), impliedDemand(last));
  const made = [...first, ...last];
  return filling([{ change, from: made }], made);
}

function sharesAndProduction(sector: string, from: number, to: number, scope: Scope): readonly [Pair, Pair] {
  return pairsOf(shareFamily(sector, scope), familyOf('production', scope), from, to);
}

/** Share times production: demand only if all that is produced is used, which the text around it must say. */
function impliedDemand([share, production]: Pair): Range {
  return scale(multiply(share.quantity.range, production.quantity.range), 0.01);
}

function fillMetalIn([id = '']: readonly string[], { metal }: Scope): Filling {
  const product = metal.products.find((p) => p.id === id);
  const held =
    id === 'oxide'
      ? metal.oxide && oxideContent(metal, metal.oxide)
      : product && productContent(metal, product);
  if (held === undefined) throw unknown('oxide or product', id, idsOf(metal.products));
  return { spans: [{ quantity: held.quantity, from: [held] }], citations: [held.citation] };
}

function fillContained([name = '', year = '']: readonly string[], scope: Scope): Filling {
  const figure = figureOf(familyOf(name, scope), yearOf(year));
  const { oxide } = figure.metal;
  const { range, unit, printed = range } = figure.quantity;
  if (oxide === undefined || figure.series.basis !== 'oxide' || priceUnit(unit) === undefined) {
    throw new PlaceholderError(`"${name}" is no price of an oxide whose metal content is known`);
  }
  const held = oxideContent(figure.metal, oxide);
  const share = exactly(oxide.metalMassFraction);
  const firmness = firmnessOf([figure]);
  const price = asCertain({ range: divide(range, share), unit, firmness }, divide(printed, share));
  return {
    ...filling([{ quantity: price, from: [figure, held] }], [figure]),
    citations: [figure.citation, held.citation],
  };
}

function shown(figure: Figure): Filling {
  return filling([show(figure)], [figure]);
}

/** A computed quantity is as firm as the least firm figure in it. */
function computed(range: Range, unit: Unit, figures: readonly Figure[]): Filling {
  const firmness = firmnessOf(figures);
  return filling([{ quantity: { range, unit, firmness }, from: figures }], figures);
}

function filling(spans: readonly Span[], figures: readonly Figure[]): Filling {
  return { spans, firmness: firmnessOf(figures), citations: figures.map((f) => f.citation) };
}

function firmnessOf(figures: readonly Figure[]): Firmness | undefined {
  const kinds = new Set(figures.map((f) => f.quantity.firmness));
  return (['projected', 'estimated'] as const).find((kind) => kinds.has(kind));
}
