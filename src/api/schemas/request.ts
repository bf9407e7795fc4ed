/** What a message asks to be set up, as JSON: the shape of `AskedRequest`, for whoever reads the terminal or the API. */
import { z } from 'zod';
import { CURRENCIES, PRINTED_MASSES } from '#src/domain/measure/figure.ts';
import { FORMS, TERMS } from '#src/domain/series/quote.ts';
import { INTENTS, type AskedRequest } from '#src/domain/watching/requests/request.ts';
import { listOf } from './figure.ts';

const text = z.string();
const number = z.number();
const day = text.meta({ description: 'An ISO date.' });

const every = z.enum(['day', 'weekday', 'week', 'month']);
const on = z.union([text, number, listOf(z.union([text, number]))]);
const at = z.union([text, listOf(text)]);

const schedule = z.object({
  every: every.exactOptional(),
  interval: number.exactOptional(),
  on: on.exactOptional(),
  at: at.exactOptional(),
  zone: text.exactOptional(),
  once: day.exactOptional(),
  from: day.exactOptional(),
  until: day.exactOptional(),
  times: number.exactOptional(),
  cron: text.exactOptional(),
  holidays: z.enum(['skip', 'next']).exactOptional(),
  country: text.exactOptional(),
});

const price = {
  low: number.exactOptional(),
  high: number.exactOptional(),
  currency: z.enum(CURRENCIES).exactOptional(),
  mass: z.enum(PRINTED_MASSES).exactOptional(),
  form: z.enum(FORMS).exactOptional(),
  vat: z.enum(['included', 'excluded']).exactOptional(),
};

const rule = z.object({
  ...price,
  kind: z
    .enum(['above', 'below', 'enters', 'leaves', 'change', 'newHigh', 'newLow', 'apart', 'edition'])
    .exactOptional(),
  percent: number.exactOptional(),
  amount: number.exactOptional(),
  days: number.exactOptional(),
  direction: z.enum(['up', 'down']).exactOptional(),
  source: z.enum(['usgs', 'report']).exactOptional(),
  reach: z.literal('entirely').exactOptional(),
  repeat: z.enum(['once', 'each']).exactOptional(),
  until: day.exactOptional(),
});

const items = listOf(z.enum(['price', 'change', 'sectors', 'production', 'alerts', 'chart'])).exactOptional();
const metals = listOf(text).exactOptional();
const part = z.object({ metals, items }).exactOptional();

export const requestSchema = z
  .object({
    intent: z.enum(INTENTS),
    ask: listOf(text).meta({ description: 'What it needs and does not say: "schedule.at".' }),
    cannot: listOf(text).meta({ description: 'What it says and can’t be had.' }),
    confirm: z.literal(true).exactOptional(),
    schedule: schedule.exactOptional(),
    place: z.union([text, z.array(text).readonly()]).exactOptional(),
    metals,
    items,
    skipUnchanged: z.literal(true).exactOptional(),
    rule: rule.exactOptional(),
    target: z
      .object({
        all: z.literal(true).exactOptional(),
        this: z.literal(true).exactOptional(),
        number: number.exactOptional(),
        owner: text.exactOptional(),
        every: every.optional(),
        on: on.optional(),
        at: at.optional(),
        place: text.exactOptional(),
        metals,
        rule: rule.exactOptional(),
      })
      .exactOptional(),
    add: part,
    remove: part,
    for: z.union([z.object({ days: number }), z.object({ hours: number })]).exactOptional(),
    until: day.exactOptional(),
    quote: z
      .object({
        ...price,
        purity: text.exactOptional(),
        terms: z.enum(TERMS).exactOptional(),
        place: text.exactOptional(),
        date: day.exactOptional(),
      })
      .exactOptional(),
    what: z.enum(['prices', 'alerts', 'digests']).exactOptional(),
    window: z
      .union([
        z.object({ last: number, unit: z.enum(['day', 'week', 'month', 'year']) }),
        z.object({ from: day, to: day.exactOptional() }),
        z.object({ all: z.literal(true) }),
      ])
      .exactOptional(),
    format: text.exactOptional(),
  })
  .meta({
    id: 'Request',
    description: 'What a text asks to be set up: only what it states, with what is missing named.',
  }) satisfies z.ZodType<AskedRequest>;
