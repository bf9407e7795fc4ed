/** What lines around a table say its prices are in, against what its headings and rows say: where both can't be, nobody can say which is meant. */
import { shorten } from '#src/domain/measure/days.ts';
import { readPricePer } from '#src/domain/measure/units.ts';
import { withKnownUnits } from '#src/domain/reading/quotes/foreign-units.ts';
import { takeUnit } from '#src/domain/reading/quotes/take-unit.ts';
import type { Row } from '../rows/row.ts';

/** A line that says the unit of the prices around it. */
export interface StatedUnit {
  readonly line: string;
  readonly unit: string;
  /** Whether it says so of each of them. */
  readonly isOfAll: boolean;
}

const OF_ALL =
  /(?<!\p{L})(?:all|every|each|alle[rs]?|sämtliche[rn]?|tous|toutes|todos|todas|tutt[ie]|alle|wszystkie|все|всех)(?!\p{L})|所有|全部|均为|均以|一律|各品种|すべて|全て|全品目|모든|전부/iu;
/** What it says is then not of all of them, or of another thing. */
const EXCEPTED =
  /(?<!\p{L})(?:unless|except|excluding|other than|otherwise|sofern|außer|sauf|hormis|salvo|excepto|exceto|tranne|eccetto|behalve|tenzij|chyba że|oprócz|кроме|если не|or|and|converted|conversion|equivalent|equals?|umgerechnet|convert\p{L}*|freight|premium|premia|surcharge|duty|tax|tariff|rate|charges?|fracht|fret|flete|was|were|until|since|formerly|previously|before|bis|seit)(?!\p{L})|除|外|另|折合|换算|運賃|但し|ただし|제외/iu;
/** The note of a mark is of what is marked. */
const MARKED = /^\s*(?:[*†‡§#]|[¹²³⁴⁵⁶⁷⁸⁹]|[[(]?\d{1,2}[\])])/u;
/** "9.80 USD/kg" is a price, and "1 lb" a conversion. */
const NUMBER_BEFORE = /[\d.,]\s*$/u;

/** The only unit that a line says, and of how many prices; `undefined` of one that says none, several or a price. */
function statedIn(line: string): StatedUnit | undefined {
  if (EXCEPTED.test(line) || MARKED.test(line)) return undefined;
  const { value, rest } = takeUnit(line);
  if (value === undefined || takeUnit(rest).value !== undefined) return undefined;
  const text = withKnownUnits(line);
  const at = text.indexOf(value);
  if (at > 0 && NUMBER_BEFORE.test(text.slice(0, at))) return undefined;
  const { money, mass } = readPricePer(value);
  return money === undefined && mass === undefined
    ? undefined
    : { line, unit: value, isOfAll: OF_ALL.test(line) };
}

export const unitsStated = (lines: readonly string[]): readonly StatedUnit[] =>
  lines.flatMap((line) => statedIn(line) ?? []);

type Named = { readonly id: string } | undefined;
const isOther = (first: Named, second: Named): boolean =>
  first !== undefined && second !== undefined && first.id !== second.id;

/** Whether two texts say other money, or another mass. */
export function areOtherUnits(one: string, other: string): boolean {
  const [a, b] = [one, other].map((unit) => readPricePer(withKnownUnits(unit)));
  const isOfAll = a?.mass !== undefined && b?.mass !== undefined && a.mass.id === b.mass.id;
  return isOther(a?.money, b?.money) || isOther(a?.mass, b?.mass) || (isOfAll && a.times !== b.times);
}

/**
 * Why the units of headings can't be the one that a line says of all prices.
 * @param units What each group of prices says of its unit.
 */
export function contradicted(
  units: readonly Row['unit'][],
  stated: readonly StatedUnit[],
): string | undefined {
  for (const { line, unit, isOfAll } of stated) {
    const other = units.find((one) => isOfAll && one !== undefined && areOtherUnits(String(one), unit));
    if (other !== undefined)
      return `its heading says ${String(other)}, and a line around it “${shorten(line)}”: mend one of them, or say the unit as a setting (unit=${String(other)})`;
  }
  return undefined;
}

/** Why the unit of titles can't be that of the prices: a line below them says another. */
export function otherBelowTable(titled: Row['unit'], ends: readonly StatedUnit[]): string | undefined {
  const other =
    titled === undefined ? undefined : ends.find(({ unit }) => areOtherUnits(String(titled), unit));
  return other === undefined
    ? undefined
    : `a title says ${String(titled)}, and a line below “${shorten(other.line)}”: mend one of them, or say the unit as a setting`;
}
