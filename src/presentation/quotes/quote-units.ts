/** The units that forms and cards offer for a price, in groups by currency: a list of its own takes at most 100 of them. */
import type { PlainTextOption } from '@slack/types';
import { plainText } from '../plain-object.ts';

const option = (value: string): PlainTextOption => ({ value, text: plainText(value) });

/** @param units Such as "CNY/t", those of one currency one after the other. */
export const unitGroups = (units: readonly string[]) =>
  [...Map.groupBy(units, (unit) => unit.slice(0, unit.indexOf('/')))].map(([currency, of]) => ({
    label: plainText(currency),
    options: of.map(option),
  }));
