/** Exchange rates in the shape of the European Central Bank's XML, for one day or many. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import { isCurrency } from '#src/domain/quote.ts';
import { isDate } from '#src/domain/measure/days.ts';
import type { RateDay } from '#src/domain/quotes/exchange-rates.ts';
import { FeedError, type FeedContent } from './feed.ts';

const rate = z.object({ currency: z.string(), rate: z.coerce.number().positive().finite() });
const day = z.object({ time: z.string().refine(isDate), Cube: z.array(rate).min(1) });
const envelope = z.object({ Envelope: z.object({ Cube: z.object({ Cube: z.array(day).min(1) }) }) });

/** How many days before a price a rate may be from: banks have no rates over Easter and New Year. */
export const RATE_MAX_AGE_DAYS = 7;

/** @throws FeedError where the text has another shape */
export function readEcb(text: string, source: string): FeedContent {
  const parsed = envelope.safeParse(parseXml(text));
  if (!parsed.success) throw new FeedError('it has not the shape of the ECB’s exchange rates');
  const days = parsed.data.Envelope.Cube.Cube.map(({ time, Cube }): RateDay => ({
    date: time,
    perBase: Object.fromEntries(
      Cube.flatMap((r) => (isCurrency(r.currency) ? [[r.currency, r.rate] as const] : [])),
    ),
  })).toSorted((a, b) => a.date.localeCompare(b.date));
  return { quotes: [], rejected: [], rates: { source, base: 'EUR', days } };
}

function parseXml(text: string): unknown {
  if (XMLValidator.validate(text) !== true) throw new FeedError('it is no XML');
  return new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    removeNSPrefix: true,
    // Entities could blow a small file up to a large one; rates have none.
    processEntities: false,
    isArray: (name, path) => name === 'Cube' && path !== 'Envelope.Cube',
  }).parse(text);
}
