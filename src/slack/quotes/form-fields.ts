/** What the form of a price holds: read from its fields by one schema, and made a price. */
import { z } from 'zod';
import { readQuoteFields } from '#src/quotes/manage-quotes.ts';
import type { QuoteDesk } from '#src/quotes/quote-desk.ts';
import type { ReadQuote } from '#src/domain/series/quote.ts';
import { TERMS, VAT_STATES } from '#src/domain/series/quote.ts';
import { admit } from '#src/domain/reading/text-door.ts';
import { filledIn, fieldValue } from '#src/slack/filled-in.ts';
import { MOST_TYPED, QUOTE_FORMS, QUOTE_UNITS } from '#src/presentation/quotes/quote-messages.ts';

/** What was filled in, by field; a field that is empty is not there. */
type QuoteFields = Readonly<Record<string, string>>;

/** `undefined` where it is no form of ours. */
export function readQuoteForm(view: unknown): QuoteFields | undefined {
  const read = filledIn(view);
  if (read === undefined) return undefined;
  return Object.fromEntries(
    Object.entries(read).flatMap(([id, inputs]) => {
      const given = admit(fieldValue(inputs[id]) ?? '').text;
      return given === '' ? [] : [[id, given]];
    }),
  );
}

const CHOOSE = 'Choose one from the list.';
const TOO_LONG = `This is too long: ${MOST_TYPED} characters at most.`;
const typed = z.string().max(MOST_TYPED, TOO_LONG);

/** What a form may hold, whoever sent it: what is stored is answered with for years. */
const fields = z.strictObject({
  metal: z.string(),
  form: z.enum(QUOTE_FORMS),
  unit: z.enum(QUOTE_UNITS),
  low: typed,
  high: typed.optional(),
  date: z.iso.date('Choose a day.'),
  vat: z.enum(VAT_STATES),
  terms: z.enum(TERMS),
  place: typed.optional(),
  purity: typed.optional(),
});

/** Makes a price of what was filled in. @returns it, or what is wrong, by field */
export function readQuoteOf(
  desk: Pick<QuoteDesk, 'materials' | 'now'>,
  given: QuoteFields,
): { readonly quote: ReadQuote } | { readonly errors: Readonly<Record<string, string>> } {
  const read = fields.safeParse(given);
  const known = desk.materials.some(({ id }) => id === given['metal']);
  const issues = [
    ...(read.error?.issues ?? []).map(({ path, message }) => [String(path[0]), message] as const),
    ...(known ? [] : [['metal', CHOOSE] as const]),
  ];
  if (!read.success || issues.length > 0)
    return {
      errors: Object.fromEntries(
        issues.map(([name, message]) => [name, /^(?:This|Choose)/.test(message) ? message : CHOOSE]),
      ),
    };
  const { high, place, purity, ...wanted } = read.data;
  const row = {
    ...wanted,
    ...(high !== undefined && { high }),
    ...(place !== undefined && { place }),
    ...(purity !== undefined && { purity }),
  };
  const quote = readQuoteFields(desk, row);
  return 'quote' in quote ? quote : { errors: { [quote.field]: quote.reason } };
}
