/** Numbers and sources as a picture says them: short, without signs that a reader could miss ("down 26 %"). */
import { isExact, priceUnit, type Range, type Unit } from '#src/domain/measure/figure.ts';
import type { Change } from '#src/domain/measure/changes.ts';
import type { Source } from '#src/domain/series/metal.ts';
import type { Firmness, Point } from './spec.ts';

const SYMBOLS: Readonly<Record<string, string>> = {
  USD: '$',
  EUR: '€',
  GBP: '£',
  JPY: '¥',
  CNY: 'CN¥',
  INR: '₹',
  AUD: 'A$',
  BRL: 'R$',
  CAD: 'CA$',
  HKD: 'HK$',
  KRW: '₩',
  MXN: 'MX$',
  NZD: 'NZ$',
  TWD: 'NT$',
};
const ALT_TEXT_LIMIT = 1900;

const grouped = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 4 });
const groupedLarge = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** @example numberText(53400) // "53,400" */
export function numberText(value: number): string {
  return Math.abs(value) >= 1000 ? groupedLarge.format(value) : grouped.format(value);
}

/** For labels, where room is short. @example compactText(50800) // "50.8k" */
export function compactText(value: number): string {
  const size = Math.abs(value);
  if (size < 10_000) return numberText(value);
  const [divisor, suffix] = size >= 999_500_000 ? [1e9, 'bn'] : size >= 999_500 ? [1e6, 'M'] : [1e3, 'k'];
  const scaled = value / divisor;
  return `${Math.abs(scaled) >= 100 ? Math.round(scaled) : Number(scaled.toFixed(1))}${suffix}`;
}

function ends(range: Range, one: (value: number) => string): string {
  const [low, high] = [one(range.low), one(range.high)];
  return low === high ? low : `${low}–${high}`;
}

/** @example rangeText({ low: 100, high: 130 }) // "100–130" */
export function rangeText(range: Range): string {
  return ends(range, compactText);
}

/** From one range to another, with the unit said once. @example spanText(exactly(92), { low: 100, high: 130 }, 'USD/kg') // "$92 to $100–130/kg" */
export function spanText(from: Range, to: Range, unit: Unit): string {
  const price = priceUnit(unit);
  const sign = price === undefined ? '' : (SYMBOLS[price.currency] ?? '');
  return `${sign}${ends(from, numberText)} to ${sign}${ends(to, numberText)}${price === undefined ? ` ${unit}` : `/${price.mass}`}`;
}

/** A range with its unit. @example figureText({ low: 100, high: 130 }, 'USD/kg') // "$100–130/kg" */
export function figureText(range: Range, unit: Unit): string {
  const price = priceUnit(unit);
  if (price !== undefined) return `${SYMBOLS[price.currency] ?? ''}${ends(range, numberText)}/${price.mass}`;
  return `${ends(range, numberText)} ${unit}`;
}

/** A unit as a subtitle says it. @example unitText('USD/kg') // "USD per kg" */
export function unitText(unit: Unit): string {
  if (unit === 't') return 'tonnes';
  return unit.replace('/', ' per ');
}

/** A percentage in whole numbers, or with one decimal below ten. */
export function percentText(value: number): string {
  const size = Math.abs(value);
  return numberText(size < 9.95 ? Number(size.toFixed(1)) : Math.round(size));
}

/**
 * A change in words, with what rounding leaves open. An interval stays one: no silent midpoint.
 * @example changeText(changeBetween(exactly(75), { low: 100, high: 130 })) // "up 33 to 73 %"
 */
export function changeText(change: Change): string {
  return movedText(change.printed ?? change.percent, '%');
}

/** How far a share moved. In percentage points, short enough for a label. @example pointsText(exactly(14)) // "up 14 pts" */
export function pointsText(points: Range): string {
  return movedText(points, isExact(points) && percentText(points.low) === '1' ? 'pt' : 'pts');
}

function movedText(moved: Range, unit: string): string {
  const { low, high } = moved;
  const [first, last] = [percentText(low), percentText(high)];
  if (isExact(moved) || first === last)
    return low === 0 || first === '0' ? 'unchanged' : `${low > 0 ? 'up' : 'down'} ${first} ${unit}`;
  if (low >= 0) return `up ${first} to ${last} ${unit}`;
  if (high <= 0) return `down ${last} to ${first} ${unit}`;
  return `${first} ${unit === '%' ? '% ' : ''}down to ${last} ${unit} up`;
}

/** @example yearsText([2021, 2022, 2026]) // "2021–2026" */
export function yearsText(years: readonly number[]): string {
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? String(first) : `${first}–${last}`;
}

/** "$115–140/kg in 2026 (projected)" */
export function pointText(point: Point, unit: Unit): string {
  return `${figureText(point.range, unit)} in ${point.at}${firmText(point.firmness)}`;
}

/** What is said after a figure that is not simply reported; empty for one that is. */
export function firmText(firmness: Firmness): string {
  return firmness === 'reported' ? '' : ` (${firmness})`;
}

/** A series' first and last point. @example "Production: from 48,000 t in 2021 to 65,500 t in 2026 (projected)." */
export function endsText(
  name: string,
  points: readonly Point[],
  unit: Unit,
  between = '',
  after = '',
): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (first === last) return `${name}: ${pointText(first, unit)}.`;
  return `${name}: from ${pointText(first, unit)}${between} to ${pointText(last, unit)}${after}.`;
}

/** One source as a foot cites it. */
function sourceText(source: Source): string {
  if (source.edition === undefined) return `${source.publisher}, “${source.title}”, ${source.dated}`;
  return `${source.publisher}, ${source.edition}`;
}

/** @example footText([usgs2026]) // "Source: USGS, MCS 2026" */
export function footText(sources: readonly Source[]): string {
  const texts = [...new Set(sources.map(sourceText))];
  return `${texts.length > 1 ? 'Sources' : 'Source'}: ${texts.join(' · ')}`;
}

/** First letter in upper case. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "a, b and c" */
export function listText(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** Joins sentences into an alt text that Slack takes, leaving whole sentences out at the end where there are too many. */
export function altTextOf(sentences: readonly string[]): string {
  let text = '';
  for (const [index, sentence] of sentences.entries()) {
    const next = text === '' ? sentence : `${text} ${sentence}`;
    const left = sentences.length - index;
    if (next.length > ALT_TEXT_LIMIT - 40) return `${text} And ${left} more.`.slice(0, ALT_TEXT_LIMIT);
    text = next;
  }
  return text;
}
