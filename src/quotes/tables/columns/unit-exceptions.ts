/** A line that says one unit of most prices and others of single metals: "Unit: CNY/t; gold: CNY/g; silver: CNY/kg". */
import { readPricePer } from '#src/domain/measure/units.ts';
import { withKnownUnits } from '#src/domain/reading/quotes/foreign-units.ts';
import { takeNamed } from '#src/domain/reading/quotes/read-subject.ts';
import type { Material } from '#src/domain/series/material.ts';
import { bothHalvesOf } from '../rows/row-units.ts';

interface UnitExceptions {
  /** Of all metals that it does not name; `undefined` where it names each. */
  readonly unit: string | undefined;
  /** By the metal's id. */
  readonly byMetal: ReadonlyMap<string, string>;
}

const LONGEST = 200;
const PARTS =
  /[;；,，。、()（）[\]|]|(?<=\S)\s+[-–—]\s+|(?<!\p{L})(?:but|whereas|while|dagegen|jedoch|mais|pero|ma|mas|а|но)(?!\p{L})/giu;
const MOST_METALS = 8;

/** All metals that a part of a line names. */
function metalsIn(text: string, materials: readonly Material[]): readonly string[] {
  const found: string[] = [];
  let left = text;
  while (found.length < MOST_METALS) {
    const named = takeNamed(left, materials);
    if (named.material === undefined) break;
    found.push(named.material.id);
    if (named.left === left) break;
    ({ left } = named);
  }
  return found;
}

/** `undefined` where a line says nothing of the kind. */
export function unitExceptionsIn(line: string, materials: readonly Material[]): UnitExceptions | undefined {
  if (line.length > LONGEST) return undefined;
  const byMetal = new Map<string, string>();
  let unit: string | undefined;
  let waiting: string[] = [];
  for (const part of line.split(PARTS)) {
    const own = takeNamed(part, materials).unit;
    const metals = metalsIn(part, materials);
    waiting.push(...metals);
    if (own === undefined) continue;
    if (waiting.length > 0) for (const metal of waiting) byMetal.set(metal, wholeOf(own, unit));
    else if (unit === undefined) unit = own;
    // Two units of all of them: nobody can say which.
    else return undefined;
    waiting = [];
  }
  const isWhole = [...byMetal.values()].every((one) => {
    const { money, mass } = readPricePer(withKnownUnits(one));
    return money !== undefined && mass !== undefined;
  });
  return byMetal.size > 0 && isWhole && (unit !== undefined || byMetal.size > 1)
    ? { unit, byMetal }
    : undefined;
}

/** "gold: per g" of prices in "CNY/t" is in CNY/g. */
function wholeOf(own: string, unit: string | undefined): string {
  const { money, mass } = readPricePer(withKnownUnits(own));
  if (unit === undefined || money !== undefined || mass === undefined) return own;
  const [, before = ''] = /^(.*?)(?:\/|\s(?:per|je|pro|par|por)\s|每)/iu.exec(unit) ?? [];
  return before === '' ? own : (bothHalvesOf(before, own) ?? own);
}
