/** The units of the sources, as packs have them. */
import type { PackTable } from '#src/domain/series/packs/pack-table.ts';

interface UnitOfTable {
  readonly unit: PackTable['unit'];
  readonly cents?: true;
}

const UNITS: Readonly<Record<string, UnitOfTable>> = {
  'metric tons': { unit: 't' },
  tons: { unit: 't' },
  'thousand metric tons': { unit: 'kt' },
  'thousand metric dry tons': { unit: 'kt' },
  'million metric tons': { unit: 'megatonne' },
  kilograms: { unit: 'kg' },
  'million carats': { unit: 'million carats' },
  'thousands of carats': { unit: 'thousand carats' },
  'million liters': { unit: 'million l' },
  'million cubic meters': { unit: 'million m3' },
  'million square feet': { unit: 'million ft2' },
  'million dollars': { unit: 'million USD' },
  percent: { unit: '%' },
  number: { unit: 'people' },
  index: { unit: 'index' },
  'dollars per metric ton': { unit: 'USD/t' },
  'dollars per ton': { unit: 'USD/t' },
  'dollars per short ton': { unit: 'USD/short ton' },
  'dollars per kilogram': { unit: 'USD/kg' },
  'dollars per gram': { unit: 'USD/g' },
  'dollars per 10-grams': { unit: 'USD/10 g' },
  'dollars per 25 grams': { unit: 'USD/25 g' },
  'dollars per 50 grams': { unit: 'USD/50 g' },
  'dollars per 100 milliliters': { unit: 'USD/100 ml' },
  'dollars per 100 mililiters': { unit: 'USD/100 ml' },
  'dollars per pound': { unit: 'USD/lb' },
  'cents per pound': { unit: 'USD/lb', cents: true },
  'dollars per troy ounce': { unit: 'USD/troy oz' },
  'dollars per carat': { unit: 'USD/carat' },
  'dollars per dry metric ton unit': { unit: 'USD/mtu' },
  'dollars per metric ton unit': { unit: 'USD/mtu' },
  // What has words for a price has no unit of one.
  '': { unit: 'USD/t' },
  '($/mt)': { unit: 'USD/t' },
  '($/troy oz)': { unit: 'USD/troy oz' },
  // Labelled a unit of one percent of iron, and in dollars a dry tonne: see SOURCES.md.
  '($/dmtu)': { unit: 'USD/t' },
};

/** @throws Error on a unit that nobody has looked at. */
export function unitOf(text: string): UnitOfTable {
  const found = UNITS[text];
  if (found === undefined) throw new Error(`the unit "${text}" is in no table of units`);
  return found;
}
