/** A request as a button carries it: it comes back from outside, as anything. */
import { z } from 'zod';
import { CURRENCIES, PRINTED_MASSES } from '#src/domain/measure/figure.ts';
import { FORMS, TERMS } from '#src/domain/series/quote.ts';
import { DIGEST_ITEMS } from '#src/domain/watching/digest-content.ts';
import { INTENTS, type AskedRequest } from '#src/domain/watching/requests/request.ts';

const word = z.string().min(1).max(80);
const words = z.array(word).max(40);
const number = z.number();
const count = z.int().min(0).max(100_000);
const every = z.enum(['day', 'weekday', 'week', 'month']);
const day = z.union([word, count]);
const on = z.union([day, z.array(day).max(40)]);
const at = z.union([word, words]);
const vat = z.enum(['included', 'excluded']);
const items = z.array(z.enum(DIGEST_ITEMS)).max(DIGEST_ITEMS.length);

const schedule = z.strictObject({
  every: every.exactOptional(),
  interval: count.exactOptional(),
  on: on.exactOptional(),
  at: at.exactOptional(),
  zone: word.exactOptional(),
  once: word.exactOptional(),
  from: word.exactOptional(),
  until: word.exactOptional(),
  times: count.exactOptional(),
  cron: word.exactOptional(),
  holidays: z.enum(['skip', 'next']).exactOptional(),
  country: word.exactOptional(),
});

export const kindSchema = z.enum([
  'above',
  'below',
  'enters',
  'leaves',
  'change',
  'newHigh',
  'newLow',
  'apart',
  'edition',
]);

const rule = z.strictObject({
  kind: kindSchema.exactOptional(),
  low: number.exactOptional(),
  high: number.exactOptional(),
  percent: number.exactOptional(),
  amount: number.exactOptional(),
  days: count.exactOptional(),
  direction: z.enum(['up', 'down']).exactOptional(),
  currency: z.enum(CURRENCIES).exactOptional(),
  mass: z.enum(PRINTED_MASSES).exactOptional(),
  form: z.enum(FORMS).exactOptional(),
  source: z.enum(['usgs', 'report']).exactOptional(),
  vat: vat.exactOptional(),
  reach: z.literal('entirely').exactOptional(),
  repeat: z.enum(['once', 'each']).exactOptional(),
  until: word.exactOptional(),
});

const target = z.strictObject({
  all: z.literal(true).exactOptional(),
  this: z.literal(true).exactOptional(),
  number: count.exactOptional(),
  owner: word.exactOptional(),
  every: every.exactOptional(),
  on: on.exactOptional(),
  at: at.exactOptional(),
  place: word.exactOptional(),
  metals: words.exactOptional(),
  rule: rule.exactOptional(),
});

const changed = z.strictObject({ metals: words.exactOptional(), items: items.exactOptional() });

const quote = z.strictObject({
  low: number.exactOptional(),
  high: number.exactOptional(),
  currency: z.enum(CURRENCIES).exactOptional(),
  mass: z.enum(PRINTED_MASSES).exactOptional(),
  form: z.enum(FORMS).exactOptional(),
  purity: word.exactOptional(),
  terms: z.enum(TERMS).exactOptional(),
  place: word.exactOptional(),
  vat: vat.exactOptional(),
  date: word.exactOptional(),
});

export const requestSchema = z.strictObject({
  intent: z.enum(INTENTS),
  schedule: schedule.exactOptional(),
  place: z.union([word, z.array(word).max(10)]).exactOptional(),
  metals: words.exactOptional(),
  items: items.exactOptional(),
  skipUnchanged: z.literal(true).exactOptional(),
  rule: rule.exactOptional(),
  target: target.exactOptional(),
  add: changed.exactOptional(),
  remove: changed.exactOptional(),
  for: z.union([z.strictObject({ days: count }), z.strictObject({ hours: count })]).exactOptional(),
  until: word.exactOptional(),
  quote: quote.exactOptional(),
  what: z.enum(['prices', 'alerts', 'digests']).exactOptional(),
  window: z
    .union([
      z.strictObject({ last: count, unit: z.enum(['day', 'week', 'month', 'year']) }),
      z.strictObject({ from: word, to: word.exactOptional() }),
      z.strictObject({ all: z.literal(true) }),
    ])
    .exactOptional(),
  format: word.exactOptional(),
  ask: words,
  cannot: words,
  unread: z.array(word).max(3).exactOptional(),
  confirm: z.literal(true).exactOptional(),
}) satisfies z.ZodType<AskedRequest>;
