/** `convert`: a price that somebody was given, put on another basis step by step, as far as that can be done. */
import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { listOf } from '#src/api/schemas/figure.ts';
import { DEFAULT_LOCALE, type Line } from '#src/domain/answer.ts';
import { isDate, isoDate } from '#src/domain/measure/days.ts';
import { convert, type ConvertContext, type Step, type Target } from '#src/domain/series/convert.ts';
import { FORMS, quantityOf, type ReadQuote } from '#src/domain/series/quote.ts';
import { basisInWords } from '#src/domain/series/basis-in-words.ts';
import { plainWriter } from '#src/presentation/text/plain-text.ts';

import { currency, form, mass, material, vat } from './arguments.ts';
import { BadArgument, guarded, READ_ONLY, todayFor, type Kit } from './kit.ts';
import { argumentsOf, convertedOnce, only } from './schema.ts';
import { readOneMaterial, saidOfName } from './slots.ts';

const priced = z.object({ low: z.number(), high: z.number(), unit: z.string().min(1) });

const conversionSchema = z.object({
  outcome: z.enum(['answer', 'none']).meta({
    description: '`none`: it can’t be put on all of the basis that was asked for; `to` is how far it can.',
  }),
  material: z.string().nullable().meta({ description: 'Id; null where nothing here is called so.' }),
  text: z.string().meta({ description: 'The whole of it in words.' }),
  date: z.string().meta({ description: 'The day that the price is of, and whose rates count.' }),
  from: priced.extend({ basis: z.string().min(1) }).meta({ description: 'As it was given.' }),
  to: priced.extend({ basis: z.string().min(1) }).meta({ description: 'After the last step.' }),
  steps: listOf(
    z.object({
      kind: z.enum(['VAT', 'unit', 'currency', 'oxide']),
      by: z
        .string()
        .meta({ description: 'By what: the rate with its source and day, the VAT, the share of metal.' }),
      from: priced,
      to: priced,
    }),
  ),
  missing: listOf(z.string()).meta({ description: 'What could not be done, and why.' }),
  cautions: listOf(z.string()).meta({
    description: 'What of the name was read otherwise than it was typed, or not used.',
  }),
});
type Conversion = z.output<typeof conversionSchema>;

const outputSchema = convertedOnce(conversionSchema);

const inputSchema = argumentsOf({
  material,
  price: z
    .number()
    .positive('a price is more than zero')
    .describe('The price; the low end where `to_price` is given.'),
  to_price: z.number().positive().optional().describe('The high end of a range.'),
  currency: currency.describe('What it is in now.'),
  per: mass.describe('The mass that it is for now.'),
  form: form
    .optional()
    .describe('What it is a price of; metal unless given, or what the material is sold as.'),
  vat: z.enum(['included', 'excluded', 'unstated']).default('unstated').describe('Whether VAT is in it.'),
  place: z.string().trim().max(80).default('').describe('Where it is a price of, for its VAT: "China".'),
  date: z
    .string()
    .refine(isDate, 'a date is written as 2026-11-20')
    .optional()
    .describe('The day that it is of; today unless given.'),
  wanted: only({
    currency: currency.optional(),
    per: mass.optional(),
    vat: vat.optional(),
    form: form.optional(),
  })
    .refine(
      (all) => Object.values(all).some((one) => one !== undefined),
      'say at least one of currency, per, vat and form',
    )
    .describe('The basis to put it on; what is left out stays.'),
});

export function registerConvert(server: McpServer, kit: Kit): void {
  server.registerTool(
    'convert',
    {
      title: 'Convert a price',
      description:
        'Puts a price of a material on another basis and shows each step: VAT of a place, mass unit, currency at the rate of the price’s own day, and oxide to the metal contained in it. Says what can’t be converted and why: a price of oxide never becomes one of metal, and no rate means no conversion.',
      inputSchema,
      outputSchema,
      annotations: READ_ONLY,
    },
    guarded(kit, async ({ wanted, ...given }) => {
      const { price: low, to_price: high = low, place, date = isoDate(todayFor(kit).getTime()) } = given;
      if (high < low) throw new BadArgument(`to_price: ${high} is less than price: ${low}.`);
      const named = readOneMaterial(kit, given.material);
      const [id] = named.ids;
      const known = kit.catalog.materials.find((one) => one.id === id);
      const stated = FORMS.find((one) => named.leftOut.some(({ words }) => words.toLowerCase() === one));
      const usual = named.product === undefined ? known?.form : 'product';
      const ofForm = given.form ?? named.form ?? stated ?? usual ?? 'metal';
      const quote: ReadQuote = {
        metal: id ?? '',
        form: ofForm,
        purity: '',
        terms: 'unstated',
        place,
        vat: given.vat,
        currency: given.currency,
        mass: given.per,
        source: 'given',
        date,
        range: { low, high },
        estimated: false,
      };
      const { per, ...others } = wanted;
      const target = Object.fromEntries(
        Object.entries({ ...others, mass: per }).filter(([, value]) => value !== undefined),
      );
      const done = convertAsFar(quote, target, await kit.asker.ratesSince(date));
      const unknown = id === undefined ? [`nothing here is called “${given.material}”`] : [];
      // The price is the caller's own, so that a form of which there is none here is none that is missing.
      const cautions =
        known === undefined ? [] : saidOfName(named, { ...known, metric: 'its own', used: ofForm });
      const json = conversionJson(id ?? null, quote, done, { unknown, cautions });
      return { content: [{ type: 'text', text: json.text }], structuredContent: json };
    }),
  );
}

interface Done {
  readonly quote: ReadQuote;
  readonly steps: readonly Step[];
  readonly missing: readonly string[];
}

/** Each step for itself, in the order in which `convert` takes them: one that can't be done leaves the others. */
function convertAsFar(given: ReadQuote, target: Target, context: ConvertContext): Done {
  const each = (['vat', 'mass', 'currency', 'form'] as const).filter((field) => target[field] !== undefined);
  return each.reduce<Done>(
    ({ quote, steps, missing }, field) => {
      const one = convert(quote, { [field]: target[field] }, context);
      return one.ok
        ? { quote: one.quote, steps: [...steps, ...one.steps], missing }
        : { quote, steps, missing: [...missing, one.reason] };
    },
    { quote: given, steps: [], missing: [] },
  );
}

const flat = (quote: ReadQuote) => {
  const { range, unit } = quantityOf(quote);
  return { ...range, unit, basis: `${quote.form}, ${basisInWords(quote)}` };
};

function conversionJson(
  id: string | null,
  given: ReadQuote,
  { quote, steps, missing: left }: Done,
  { unknown, cautions }: { readonly unknown: readonly string[]; readonly cautions: readonly string[] },
): Conversion {
  const missing = [...unknown, ...left];
  const write = plainWriter(DEFAULT_LOCALE);
  const lines: readonly Line[] = [
    [quantityOf(given), ...steps.map(({ to }) => to)].flatMap((quantity, at) => [
      ...(at === 0 ? [] : [` → ${steps[at - 1]?.by}: `]),
      { quantity, given: true } as const,
    ]),
    ...(steps.length === 0 && missing.length === 0 ? [['It is on that basis already.']] : []),
    ...missing.map((reason) => [`Not done: ${reason}.`]),
    ...cautions.map((caution) => [caution]),
    [`As of ${given.date}; the price itself is the asker’s, and of no source here.`],
  ];
  return {
    outcome: missing.length === 0 ? 'answer' : 'none',
    material: id,
    text: lines.map(write).join('\n'),
    date: given.date,
    from: flat(given),
    to: flat(quote),
    steps: steps.map(({ kind, by, from, to }) => ({
      kind,
      by,
      from: { ...from.range, unit: from.unit },
      to: { ...to.range, unit: to.unit },
    })),
    missing,
    cautions,
  };
}
