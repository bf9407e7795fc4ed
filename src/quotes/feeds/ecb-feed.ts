/** Feeds of exchange rates, in the shape of the European Central Bank's XML, for one day or many. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import { isCurrency } from '#src/domain/series/quote.ts';
import { isDate } from '#src/domain/measure/days.ts';
import type { RateDay } from '#src/domain/series/rates/exchange-rates.ts';
import { downloadText } from './download.ts';
import { FeedError, type FeedContent, type FeedKind } from './feed.ts';
import { every, webAddress, wholeMegabytes } from './feed-schema.ts';
import { createTurns } from './turns.ts';
import { xmlPieces } from './xml-pieces.ts';

const schema = z.strictObject({
  kind: z.literal('ecb'),
  ...every,
  maxMegabytes: wholeMegabytes,
  from: webAddress.default({
    url: 'https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml',
    headers: {},
    query: {},
    method: 'GET',
    allowPrivate: false,
  }),
});

export const ECB_FEED: FeedKind<typeof schema> = {
  schema,
  read: async (feed, context) => await readEcb(await downloadText(feed, context), feed.name ?? 'ECB'),
};

const rate = z.object({ currency: z.string(), rate: z.coerce.number().positive().finite() });
const day = z.object({ time: z.string().refine(isDate), Cube: z.array(rate).min(1) });
const oneDay = z.object({ Cube: z.tuple([day]) });
const envelope = z.object({ Envelope: z.object({ Cube: z.unknown() }) });

/** Of a day's element: in the envelope is the list, and in the list are days. */
const DEPTH_OF_DAYS = 3;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  // Entities could blow a small file up to a large one; rates have none.
  processEntities: false,
  isArray: (name, path) => name === 'Cube' && path !== 'Envelope.Cube',
});

/** Day by day, so that years of them hold nobody up. @throws FeedError where the text has another shape, or is too much */
export async function readEcb(text: string, source: string): Promise<FeedContent> {
  const turn = createTurns();
  const { frame, children } = await xmlPieces(text, DEPTH_OF_DAYS);
  envelopeOf(frame, envelope);
  const days: RateDay[] = [];
  for (const child of children) {
    // Beside the list of days stand a subject and a sender.
    if (!/^<(?:[\w.-]+:)?Cube\b/.test(child)) continue;
    const [{ time, Cube }] = envelopeOf(child, oneDay).Cube;
    const known = Cube.filter(({ currency }) => isCurrency(currency));
    days.push({ date: time, perBase: Object.fromEntries(known.map((one) => [one.currency, one.rate])) });
    await turn();
  }
  if (days.length === 0) throw oddShape();
  return {
    quotes: [],
    rejected: [],
    rates: { source, base: 'EUR', days: days.toSorted((a, b) => a.date.localeCompare(b.date)) },
  };
}

function envelopeOf<T>(xml: string, shape: z.ZodType<T>): T {
  if (XMLValidator.validate(xml) !== true) throw new FeedError('it is no XML');
  const parsed = shape.safeParse(parser.parse(xml));
  if (!parsed.success) throw oddShape();
  return parsed.data;
}

const oddShape = () => new FeedError('it has not the shape of the ECB’s exchange rates');
