/** What the tools' arguments share: one schema each, whose messages say how to mend a call. */
import { z } from 'zod';
import { CURRENCIES, PRINTED_MASSES } from '#src/domain/measure/figure.ts';
import { periodNamed } from '#src/domain/measure/period.ts';
import { FORMS } from '#src/domain/series/quote.ts';

/** Words of the caller's: a name, not an essay. */
const words = (most: number) =>
  z.string().trim().min(1, 'this is empty').max(most, `this is longer than ${most} characters`);

export const question = words(3000);

export const material = words(120).describe(
  'A metal or mineral by name, alias or symbol, with its form if that matters: "neodymium", "Dy", "NdPr oxide", "lithium carbonate". list_materials has all names.',
);

const PERIOD = /^(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?$/;
export const period = z
  .string('a period is text: "2025", "2026-06" or "2026-11-20"')
  .refine(
    (text) => PERIOD.test(text) && periodNamed(text) !== undefined,
    'a period is a year, a month or a day, as 2025, 2026-06 or 2026-11-20',
  );

export const place = words(80).describe('A country, as "China" or "DRC"; the world unless given.');

export const form = z
  .enum(FORMS)
  .describe(
    'The form that the price is of; whichever there is unless given. Prices of two forms are never one.',
  );
export const currency = z.enum(CURRENCIES);
export const mass = z.enum(PRINTED_MASSES);
export const vat = z.enum(['included', 'excluded']);
