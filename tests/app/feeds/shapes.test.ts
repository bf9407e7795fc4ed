/** Feeds as agencies and banks serve them: posted for, in pages, with plain headers; rates from any table; presets; and work that is limited. */
import { readFileSync } from 'node:fs';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { expect, it, onTestFinished } from 'vitest';
import { readFeedAside, readTableAside } from '#src/quotes/aside/read-aside.ts';
import { feedsJsonSchema, parseFeedSettings } from '#src/quotes/feeds/feed-settings.ts';
import { readFeed } from '#src/quotes/feeds/kinds.ts';
import { ANY_TABLE } from '#src/quotes/tables/layout.ts';
import { listPresets } from '#src/quotes/feeds/presets.ts';
import { COMMON, context, feedOf, materials } from './samples.ts';
import { answering, serveFeed } from './feed-server.ts';

const FIELDS = { date: 'day', price: 'price' };
const json = (value: unknown) => JSON.stringify(value);
const row = (day: string, price: number) => ({ day, price });

it('posts a body with its secret, and plain headers', async () => {
  const sent: unknown[] = [];
  const { url } = await serveFeed((request, response) => {
    let body = '';
    request.on('data', (piece) => (body += String(piece)));
    request.on('end', () => {
      sent.push({ method: request.method, accept: request.headers.accept, body: JSON.parse(body) });
      response.end(json({ rows: [row('2026-11-20', 553000)] }));
    });
  });
  const feed = feedOf({
    id: 'agency',
    kind: 'json',
    from: {
      url,
      allowPrivate: true,
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: { key: { env: 'FEED_KEY' }, codes: ['PRND'], days: 5 },
    },
    quotes: [{ rows: 'rows', fields: FIELDS }],
    common: COMMON,
  });
  const { quotes } = await readFeed(feed, context);
  expect(quotes).toHaveLength(1);
  expect(sent).toEqual([
    { method: 'POST', accept: 'application/json', body: { key: 's3cret', codes: ['PRND'], days: 5 } },
  ]);
});

it('refuses a secret in plain words among the headers', () => {
  const from = { url: 'https://example.com', headers: { Authorization: 'Bearer abc' } };
  expect(() => feedOf({ id: 'a', kind: 'csv', from })).toThrow(
    'feeds[0].from.headers.Authorization (a): what may be a secret is named',
  );
});

it('reads pages by their number until one is empty', async () => {
  const { url, asked } = await serveFeed((request, response) => {
    const page = Number(new URL(request.url ?? '', 'http://a').searchParams.get('page'));
    response.end(json({ rows: page > 2 ? [] : [row(`2026-11-1${page}`, 553000 + page)] }));
  });
  const feed = feedOf({
    id: 'paged',
    kind: 'json',
    from: { url, allowPrivate: true },
    pages: { query: 'page' },
    quotes: [{ rows: 'rows', fields: FIELDS }],
    common: COMMON,
  });
  const { quotes } = await readFeed(feed, context);
  expect(quotes.map(({ date }) => date)).toEqual(['2026-11-11', '2026-11-12']);
  expect(asked).toEqual(['/?page=1', '/?page=2', '/?page=3']);
});

it('follows the address of the next page, and never to another host', async () => {
  let next: string | null = '/2';
  const { url } = await serveFeed((request, response) => {
    const isFirst = request.url === '/';
    response.end(
      json({ rows: [row(isFirst ? '2026-11-19' : '2026-11-20', 553000)], next: isFirst ? next : null }),
    );
  });
  const feed = feedOf({
    id: 'paged',
    kind: 'json',
    from: { url: `${url}/`, allowPrivate: true },
    pages: { next: 'next' },
    quotes: [{ rows: 'rows', fields: FIELDS }],
    common: COMMON,
  });
  expect((await readFeed(feed, context)).quotes).toHaveLength(2);
  next = 'https://elsewhere.example/2';
  await expect(readFeed(feed, context)).rejects.toThrow('another host');
});

const rowsFrom = (from: object) =>
  feedOf({ id: 'files', kind: 'json', from, quotes: [{ rows: 'rows', fields: FIELDS }], common: COMMON });

it('reads JSON of a file and of a folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lodestone-json-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'a.json'), json({ rows: [row('2026-11-19', 553000)] }));
  writeFileSync(join(folder, 'b.json'), 'no json');
  writeFileSync(join(folder, 'c.json'), json({ rows: [row('2026-11-20', 554000)] }));
  expect((await readFeed(rowsFrom({ file: join(folder, 'a.json') }), context)).quotes).toHaveLength(1);
  const { quotes, rejected } = await readFeed(rowsFrom({ folder }), context);
  expect(quotes).toHaveLength(2);
  expect(rejected).toEqual([{ row: 1, reason: 'it is no JSON', file: 'b.json' }]);
});

const RATES: readonly (readonly [string, string, object, object])[] = [
  [
    'the Federal Reserve’s release, with rows of what its columns are above',
    '"Series Description","CHINA -- SPOT EXCHANGE RATE","SPOT EXCHANGE RATE - EURO AREA"\n"Unit:","Currency:_Per_USD","Currency:_Per_EUR"\n"Time Period","RXI_N.B.CH","RXI$US_N.B.EU"\n2026-11-19,7.0800,1.2500\n2026-11-20,7.0812,ND\n',
    {
      base: 'USD',
      columns: { date: 'Time Period', perCurrency: { CNY: 'RXI_N.B.CH', EUR: 'RXI$US_N.B.EU' } },
      inverted: ['EUR'],
    },
    { '2026-11-19': { CNY: 7.08, EUR: 0.8 }, '2026-11-20': { CNY: 7.0812 } },
  ],
  [
    'the Bundesbank’s, with semicolons and decimal commas',
    '"";BBEX3.D.CNY.EUR.BB.AC.000;BBEX3.D.CNY.EUR.BB.AC.000_FLAGS\n"";Euro-Referenzkurs;\nEinheit;CNY;\n2026-11-19;8,2110;\n2026-11-20;.;Kein Wert vorhanden\n',
    { base: 'EUR', columns: { date: '', perCurrency: { CNY: 'BBEX3.D.CNY.EUR.BB.AC.000' } } },
    { '2026-11-19': { CNY: 8.211 } },
  ],
  [
    'those of the BIS, a rate a row',
    'FREQ,REF_AREA,CURRENCY,TIME_PERIOD,OBS_VALUE\nD,CN,CNY,2026-11-20,7.0812\nD,XM,EUR,2026-11-20,0.8\nD,TR,TRY,2026-11-20,42.4\n',
    { base: 'USD', columns: { date: 'TIME_PERIOD', currency: 'CURRENCY', rate: 'OBS_VALUE' } },
    { '2026-11-20': { CNY: 7.0812, EUR: 0.8, TRY: 42.4 } },
  ],
];
it.each(RATES)('reads rates: %s', async (_, text, settings, wanted) => {
  const { url } = await serveFeed(answering(text));
  const feed = feedOf({ id: 'bank', kind: 'rates', from: { url, allowPrivate: true }, ...settings });
  const { rates } = await readFeed(feed, context);
  expect(Object.fromEntries((rates?.days ?? []).map(({ date, perBase }) => [date, perBase]))).toEqual(wanted);
});

it('offers presets that are feeds, each with its licence, and no other', () => {
  for (const { name, licence } of listPresets()) {
    const [feed] = parseFeedSettings(json({ feeds: [{ preset: name }] }), 'feeds.json').feeds;
    expect(feed?.id, `preset ${name}`).not.toBe('');
    expect(licence.length, `preset ${name}`).toBeGreaterThan(5);
  }
  expect(() => parseFeedSettings(json({ feeds: [{ preset: 'fred:PCOPPUSDM' }] }), 'feeds.json')).toThrow(
    'feeds.json: feeds[0].preset: there is no such preset',
  );
});

it('reads a preset’s table of the documented shape', async () => {
  const { url } = await serveFeed(
    answering('observation_date,DEXCHUS\n2026-11-18,7.0801\n2026-11-19,.\n2026-11-20,7.0812\n'),
  );
  const feed = feedOf({ preset: 'fred:DEXCHUS', from: { url, allowPrivate: true } });
  expect((await readFeed(feed, context)).rates).toEqual({
    source: 'Federal Reserve H.10, DEXCHUS',
    base: 'USD',
    days: [
      { date: '2026-11-18', perBase: { CNY: 7.0801 } },
      { date: '2026-11-20', perBase: { CNY: 7.0812 } },
    ],
  });
});

it('reads the ECB’s preset from an envelope of its shape', async () => {
  const envelope = `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
<gesmes:subject>Reference rates</gesmes:subject><gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
<Cube><Cube time='2026-11-20'><Cube currency='USD' rate='1.1601'/><Cube currency='CNY' rate='8.2403'/><Cube currency='CHF' rate='0.9301'/><Cube currency='SEK' rate='11.02'/></Cube></Cube>
</gesmes:Envelope>`;
  const { url } = await serveFeed(answering(envelope));
  const feed = feedOf({ preset: 'ecb', from: { url, allowPrivate: true } });
  expect((await readFeed(feed, context)).rates).toMatchObject({
    base: 'EUR',
    days: [{ date: '2026-11-20', perBase: { USD: 1.1601, CNY: 8.2403, CHF: 0.9301 } }],
  });
});

it('gives monthly means their period, from a workbook of months with the names above the units', async () => {
  const rows = [
    ['Commodity Price Data'],
    ['monthly prices in nominal US dollars'],
    ['', 'Crude oil, Brent', 'Neodymium oxide'],
    ['', '($/bbl)', '($/kg)'],
    ['2026M09', 70.1, 72.5],
    ['2026M10', 71.2, '…'],
  ];
  const bytes = await writeXlsx({ sheets: [{ name: 'Monthly Prices', rows }] });
  const { url } = await serveFeed((_, response) => response.end(bytes));
  const feed = feedOf({ preset: 'worldbank-monthly', from: { url, allowPrivate: true } });
  const { quotes } = await readFeed(feed, context);
  expect(quotes).toMatchObject([
    {
      metal: 'neodymium',
      form: 'oxide',
      date: '2026-09-30',
      period: 'month mean',
      range: { low: 72.5, high: 72.5 },
    },
  ]);
});

it('reads aside from the process, and ends what takes too much', async () => {
  const plain = { materials, today: '2026-11-24', last: new Map<string, number>() };
  const { url } = await serveFeed(answering('Date,Price\n2026-11-20,553000\n'));
  const feed = feedOf({ id: 'px', kind: 'csv', from: { url, allowPrivate: true }, common: COMMON });
  const { quotes } = await readFeedAside(feed, { ...plain, secret: () => undefined });
  expect(quotes).toMatchObject([{ metal: 'ndpr', range: { low: 553000 }, source: 'px' }]);
  await expect(readTableAside(Buffer.from('PK\u0003\u0004 no'), ANY_TABLE, plain)).rejects.toThrow('damaged');
});

it('has its JSON Schema in the documentation', () => {
  const written: unknown = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../docs/feeds.schema.json'), 'utf8'),
  );
  expect(written).toEqual(JSON.parse(JSON.stringify(feedsJsonSchema())));
});
