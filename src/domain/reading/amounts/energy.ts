/** How large a battery is: "60 kWh", "1 MWh"; and which chemistry it has: "NMC 811", "LFP". */
import type { MetalCatalog } from '#src/domain/series/figures.ts';
import { isFree, take, wordAt, type Reading } from '#src/domain/reading/reading.ts';
import { readNumber } from './numbers.ts';

/** Kilowatt-hours in one of each. */
const ENERGIES: ReadonlyMap<string, number> = new Map([
  ['wh', 0.001],
  ['kwh', 1],
  ['mwh', 1000],
  ['gwh', 1e6],
  ['twh', 1e9],
]);

const CHEMISTRY = /^[a-z]{3,4}(?: \d+)?$/u;

/** The size in kilowatt-hours, whose tokens are taken; `null` where none is named. */
export function readEnergy(reading: Reading): number | null {
  for (let at = 0; at < reading.tokens.length; at += 1) {
    const number = isFree(reading, at) ? readNumber(reading.tokens, at) : undefined;
    const factor = number && ENERGIES.get(wordAt(reading, number.next));
    if (number === undefined || factor === undefined || number.value <= 0) continue;
    take(reading, at, number.next + 1, 'energy');
    return number.value * factor;
  }
  return null;
}

/** Chemistries as people write them: "nmc 811", "nmc811", "lfp", and the kind alone, "nmc". */
export function chemistriesOf(metals: MetalCatalog['metals']): ReadonlySet<string> {
  const names = metals.flatMap(({ tables }) =>
    tables.filter(({ rowsOf }) => rowsOf === 'chemistry').flatMap(({ rows }) => rows.map(([name]) => name)),
  );
  const said = names
    .map((name) => name.toLowerCase().replace(/^ss /u, ''))
    .flatMap((name) => (CHEMISTRY.test(name) ? [name, name.replace('nmc', 'ncm')] : []));
  return new Set(said.flatMap((name) => [name, name.replace(' ', ''), name.split(' ')[0] ?? name]));
}
