/** Rules of alerts: reading one, whether it fires on a price, and when it may fire again. */
import { takeThreshold } from './alert-threshold.ts';
import type { Line } from '#src/domain/answer.ts';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { metalOf } from '#src/domain/series/figures.ts';
import { isExact, midpoint, type Range, type Unit } from '#src/domain/measure/figure.ts';
import { unmistakable, type NumberContext } from '#src/domain/measure/numbers.ts';
import type { Misread } from '#src/domain/measure/which-number.ts';
import { pricesOf } from '#src/domain/topics/price/prices.ts';
import { newestYear } from '#src/domain/series/series.ts';

/** Which end of a price that is a range decides: `touches` when any part of it is over, `entirely` when all of it is. */
export type Reach = 'touches' | 'entirely';

/** What to be told of. A price that is exactly at a threshold is not past it yet. */
export interface AlertRule {
  /** `leaves` and `enters` have two thresholds, `low` and `high`; the others have them equal. */
  readonly kind: 'above' | 'below' | 'leaves' | 'enters';
  /** In dollars a kilogram. */
  readonly threshold: Range;
  readonly reach: Reach;
  /** Whose price; the one that answers questions where none is named. */
  readonly source: 'usgs' | 'report' | null;
}

type ParsedAlert = { readonly ok: true; readonly rule: AlertRule; readonly metal: string } | Misread;

const EXAMPLES = '`above 140`, `below 60 usgs` or `range 110-130 leaves`';

/**
 * Reads the one-line form: a rule, then if wanted `usgs` or `report`, `touches` or `entirely`, and a metal.
 * @param context How the line's numbers are marked, where that is known.
 * @example parseAlert('below 60 usgs', catalog) // { ok: true, metal: 'neodymium', rule: { kind: 'below', ... } }
 */
export function parseAlert(
  text: string,
  catalog: Pick<Catalog, 'metals' | 'defaultMetal'>,
  context: NumberContext = {},
): ParsedAlert {
  const threshold = takeThreshold(text, context);
  if (threshold?.ok === false) return threshold.options === undefined ? misread(threshold.reason) : threshold;
  let kind: AlertRule['kind'] | undefined;
  let reach: Reach = 'touches';
  let source: AlertRule['source'] = null;
  let metal = catalog.defaultMetal;
  const words = (threshold?.rest ?? text).toLowerCase().split(/[\s,]+/);
  for (const word of words.filter(Boolean)) {
    const named = catalog.metals.find((m) =>
      [m.id, m.name, m.symbol ?? m.name, ...m.aliases].some((name) => name.toLowerCase() === word),
    );
    if (word === 'above' || word === 'over') kind = 'above';
    else if (word === 'below' || word === 'under') kind = 'below';
    else if (word === 'leaves' || word === 'enters') kind = word;
    else if (word === 'touches' || word === 'entirely') reach = word;
    else if (word === 'usgs' || word === 'report') source = word;
    else if (named !== undefined) metal = named.id;
    else if (word !== 'range' && word !== '$/kg') return misread(`I don’t know “${word}” in an alert.`);
  }
  if (threshold === undefined) return misread('Say at which price, in dollars a kilogram.');
  const { range, isBand } = threshold;
  if (isBand && range.low >= range.high) return misread('A range goes from the lower price to the higher.');
  if (isBand && (kind === 'above' || kind === 'below')) return misread(`“${kind}” wants one price.`);
  if (!isBand && kind !== 'above' && kind !== 'below')
    return misread('Say whether above or below that price.');
  if (range.low <= 0) return misread('A price is more than nothing.');
  return { ok: true, metal, rule: { kind: kind ?? 'leaves', threshold: range, reach, source } };
}

const misread = (reason: string): Misread => ({ ok: false, reason: `${reason} Say ${EXAMPLES}.` });

/** The one-line form without the metal; `parseAlert` reads it back. @example "range 110-130 leaves entirely report" */
export function formatAlert({ kind, threshold: { low, high }, reach, source }: AlertRule): string {
  const what =
    kind === 'above' || kind === 'below'
      ? `${kind} ${unmistakable(low)}`
      : `range ${unmistakable(low)}-${unmistakable(high)} ${kind}`;
  return [what, ...(reach === 'entirely' ? [reach] : []), ...(source === null ? [] : [source])].join(' ');
}

/** Whether a price is past the rule's threshold. */
export function isPast({ kind, threshold, reach }: AlertRule, price: Range): boolean {
  const entirely = reach === 'entirely';
  switch (kind) {
    case 'above':
      return (entirely ? price.low : price.high) > threshold.high;
    case 'below':
      return (entirely ? price.high : price.low) < threshold.low;
    case 'leaves':
      return entirely
        ? price.low > threshold.high || price.high < threshold.low
        : price.high > threshold.high || price.low < threshold.low;
    default:
      return entirely
        ? price.low >= threshold.low && price.high <= threshold.high
        : price.high >= threshold.low && price.low <= threshold.high;
  }
}

/** How far a price must come back before an alert can fire again, as a share of the threshold. */
export const MARGIN = 0.02;
/** No more than this share of a band, or a price could never come back into a narrow one. */
const MARGIN_OF_BAND = 0.25;

/** The rule with its threshold moved towards not firing by the margin: past this, an alert is still fired. */
function loosened(rule: AlertRule): AlertRule {
  const { low, high } = rule.threshold;
  const most = isNarrow(rule) ? MARGIN_OF_BAND * (high - low) : Number.POSITIVE_INFINITY;
  const [ofLow, ofHigh] = [Math.min(low * MARGIN, most), Math.min(high * MARGIN, most)];
  return {
    ...rule,
    threshold:
      rule.kind === 'enters'
        ? { low: low - ofLow, high: high + ofHigh }
        : { low: low + ofLow, high: high - ofHigh },
  };
}

/** Whether a band is too narrow for the margin that is a share of its threshold. */
function isNarrow({ kind, threshold: { low, high } }: AlertRule): boolean {
  return (kind === 'leaves' || kind === 'enters') && MARGIN_OF_BAND * (high - low) < MARGIN * high;
}

/** How far the price must be back before an alert comes again. @example "2 %", "a quarter of the range" */
export function marginInWords(rule: AlertRule): string {
  return isNarrow(rule) ? 'a quarter of the range' : `${MARGIN * 100} %`;
}

/** What is said beside a price that is a range; nothing of one that is not. */
export function partInWords(rule: AlertRule, range: Range): readonly Line[] {
  if (isExact(range)) return [];
  const part = isPast({ ...rule, reach: 'entirely' }, range) ? 'all' : 'part';
  return [[`The figure is a range, and ${part} of it is past the threshold.`]];
}

/**
 * What a price does to an alert: fires it once, arms it again after the price has come back by the margin, or nothing.
 * @param fired Whether it has fired and not been armed since.
 */
export function judge(rule: AlertRule, fired: boolean, price: Range): 'fire' | 'arm' | 'stay' {
  if (!fired) return isPast(rule, price) ? 'fire' : 'stay';
  return isPast(loosened(rule), price) ? 'stay' : 'arm';
}

/** How near an unfired alert is, as a share of its threshold; at this or less, a digest mentions it. */
export const NEAR = 0.05;

/** The share of the threshold by which a price still misses it; 0 where it is past. */
export function distance(rule: AlertRule, price: Range): number {
  if (isPast(rule, price)) return 0;
  const entirely = rule.reach === 'entirely';
  const up = (rule.threshold.high - (entirely ? price.low : price.high)) / rule.threshold.high;
  const down = ((entirely ? price.high : price.low) - rule.threshold.low) / rule.threshold.low;
  switch (rule.kind) {
    case 'above':
      return up;
    case 'below':
      return down;
    case 'leaves':
      return Math.min(Math.abs(up), Math.abs(down));
    default: {
      const { low, high } = rule.threshold;
      const at = midpoint(price);
      return at < low ? (low - price.high) / low : (price.low - high) / high;
    }
  }
}

/** The price that a rule looks at: the newest of its source that is not in the future; `undefined` where there is none. */
export function priceFor(
  catalog: Pick<Catalog, 'metals'>,
  metal: string,
  { source }: Pick<AlertRule, 'source'>,
  thisYear: number,
): Figure | undefined {
  const { main } = pricesOf(metalOf(catalog, metal), { source, form: null, perUnit: null });
  const year = main && newestYear(main, thisYear);
  return year === undefined ? undefined : main?.at(year);
}

/** The rule in words. @example "above $140/kg", "not entirely within ..." */
export function ruleInWords({ kind, threshold, reach }: AlertRule): Line {
  const unit: Unit = 'USD/kg';
  const at = { quantity: { range: threshold, unit, against: [threshold.low, threshold.high] } };
  const all = reach === 'entirely';
  switch (kind) {
    case 'above':
      return [all ? 'entirely above ' : 'above ', at];
    case 'below':
      return [all ? 'entirely below ' : 'below ', at];
    case 'leaves':
      return [all ? 'entirely outside ' : 'outside ', at];
    default:
      return [all ? 'entirely within ' : 'within ', at];
  }
}
