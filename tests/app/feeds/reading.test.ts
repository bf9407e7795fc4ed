/** What stands in feeds: tables, the shapes of JSON that are out there, exchange rates, and what is wrong with them. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseFeedSettings } from '#src/quotes/feeds/feed-settings.ts';
import { readFeedSettings } from '#src/quotes/feeds/feeds-file.ts';
import { readFeed } from '#src/quotes/feeds/kinds.ts';
import { answering, serveFeed } from './feed-server.ts';
import { COMMON, context, csvFeed, feedOf } from './samples.ts';

async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lodestone-feed-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

async function jsonFrom(data: unknown, feed: object) {
  const { url } = await serveFeed(answering(typeof data === 'string' ? data : JSON.stringify(data)));
  return await readFeed(
    feedOf({ id: 'api', kind: 'json', from: { url, allowPrivate: true }, retries: 0, ...feed }),
    context,
  );
}

describe('a table', () => {
  it('is read by its headings, in whichever order, with marks and dates as they come', async () => {
    const folder = await folderOf({
      'prices.csv':
        '\uFEFFHigh;Note;Date;Low\r\n557.000,00;;20.11.2026;553.000,00\r\n\r\n"558 000";"a;b";21 Nov 2026;554 000\r\n',
    });
    const { quotes, rejected } = await readFeed(
      csvFeed({ file: join(folder, 'prices.csv') }, { decimal: ',' }),
      context,
    );
    expect(rejected).toEqual([]);
    expect(quotes.map(({ date, range }) => [date, range.low, range.high])).toEqual([
      ['2026-11-20', 553_000, 557_000],
      ['2026-11-21', 554_000, 558_000],
    ]);
  });

  it('names the line and the reason of each row that is no price', async () => {
    const rows = [
      'Date,Low,High',
      '2026-11-20,553000,557000',
      '2026-11-21,NaN,557000',
      '2026-11-22,-5,557000',
      '2027-11-22,553000,557000',
      '03/04/2026,553000,557000',
      '2026-02-30,553000,557000',
      '2026-11-23,557000,553000',
      '2026-11-23,553000',
      '2026-11-23,0,0',
      '2026-11-23,1f5,1f5',
    ];
    const folder = await folderOf({ 'a.csv': rows.join('\n') });
    const { quotes, rejected } = await readFeed(csvFeed({ file: join(folder, 'a.csv') }), context);
    expect(quotes).toHaveLength(1);
    expect(rejected.map(({ row, reason }) => `${row}: ${reason}`)).toEqual([
      '3: it has no low',
      '4: the price is negative (-5)',
      '5: the date is in the future (2027-11-22)',
      '6: “03/04/2026” may be two days, 3 Apr 2026 or 4 Mar 2026: say whether day or month comes first',
      '7: “2026-02-30” is not a day that exists',
      '8: the low price (557000) is above the high one (553000)',
      '9: it has 2 cells, and the heading has 3',
      '10: the price is zero',
      '11: low “1f5” is not a number: write one such as 553000, 553k or 553000-557000, and nothing else',
    ]);
  });

  it('is refused where a column is gone, with what there is', async () => {
    const folder = await folderOf({ 'a.csv': 'Day,Low,Price high\n2026-11-20,1,2\n' });
    await expect(readFeed(csvFeed({ file: join(folder, 'a.csv') }), context)).rejects.toThrow(
      'it has no column “Date”, “High”; its columns are Day, Low, Price high',
    );
  });

  it('is refused where none of its rows is a price', async () => {
    const folder = await folderOf({ 'a.csv': 'Date,Low,High\nsoon,1,2\n' });
    await expect(readFeed(csvFeed({ file: join(folder, 'a.csv') }), context)).rejects.toThrow(
      'none of its 1 rows can be read: line 2: “soon” is not a date',
    );
  });

  it('may say of each row what it is of', async () => {
    const folder = await folderOf({
      'a.csv':
        'date,metal,form,basis,vat,unit,price,est\n2026-11-20,PrNd,oxide,EXW,incl.,RMB/mt,555000,yes\n2026-11-20,Dy,oxide,FOB,excl.,USD/kg,260,\n2026-11-20,unobtainium,metal,FOB,excl.,USD/kg,9,\n',
    });
    const columns = {
      date: 'date',
      metal: 'metal',
      form: 'form',
      terms: 'basis',
      vat: 'vat',
      unit: 'unit',
      price: 'price',
      estimated: 'est',
    };
    const { quotes, rejected } = await readFeed(
      csvFeed({ file: join(folder, 'a.csv') }, { columns, common: {} }),
      context,
    );
    expect(quotes).toMatchObject([
      {
        metal: 'ndpr',
        form: 'oxide',
        terms: 'ex-works',
        vat: 'included',
        currency: 'CNY',
        mass: 't',
        estimated: true,
      },
      { metal: 'dysprosium', terms: 'fob', vat: 'excluded', currency: 'USD', mass: 'kg', estimated: false },
    ]);
    expect(rejected).toMatchObject([
      { row: 4, reason: expect.stringMatching(/^“unobtainium” is no metal that is known here: /) },
    ]);
  });

  it('may be one of several in a folder; what is still being written is left', async () => {
    const head = 'Date,Low,High\n';
    const folder = await folderOf({
      'nov-20.csv': `${head}2026-11-20,1,2\n`,
      'nov-21.csv': `${head}2026-11-21,1,2\nbad,1,2\n`,
      'nov-22.csv.part': `${head}2026-11-22,1,`,
      'read me.md': 'no table',
    });
    const { quotes, rejected } = await readFeed(csvFeed({ folder }), context);
    expect(quotes.map(({ date }) => date)).toEqual(['2026-11-20', '2026-11-21']);
    expect(rejected).toMatchObject([{ row: 3, file: 'nov-21.csv' }]);
  });

  it('is refused where it isn’t there', async () => {
    await expect(readFeed(csvFeed({ file: '/no/such.csv' }), context)).rejects.toThrow(
      '/no/such.csv can’t be read',
    );
    await expect(readFeed(csvFeed({ folder: '/no/such' }), context)).rejects.toThrow(
      'the folder /no/such can’t be read',
    );
  });
});

const invertedAnswer = (timestamp: number) => ({
  data: {
    success: true,
    timestamp,
    date: '2026-11-20',
    base: 'USD',
    rates: { ND: 0.008, DY: 0.004 },
    unit: { ND: 'per kg', DY: 'per kg' },
  },
});
const invertedMapping = (symbol: string, metal: string) => ({
  fields: {
    price: `data.rates.${symbol}`,
    mass: `data.unit.${symbol}`,
    currency: 'data.base',
    date: 'data.timestamp',
  },
  invert: true,
  common: { metal, form: 'metal' },
});

describe('JSON', () => {
  it('is read with inverted rates: how much metal a unit of money buys', async () => {
    const { quotes } = await jsonFrom(invertedAnswer(1_795_132_800), {
      success: 'data.success',
      quotes: [invertedMapping('ND', 'neodymium'), invertedMapping('DY', 'dysprosium')],
    });
    expect(quotes).toMatchObject([
      { metal: 'neodymium', date: '2026-11-20', range: { low: 125, high: 125 }, currency: 'USD', mass: 'kg' },
      { metal: 'dysprosium', range: { low: 250, high: 250 } },
    ]);
  });

  it('is read with direct rates beside their units', async () => {
    const answer = {
      date: '2026-11-20',
      rates: { NDPR: 553_000 },
      metadata: { NDPR: { unit: 'MT', quote: 'CNY' } },
    };
    const { quotes } = await jsonFrom(answer, {
      quotes: [
        {
          fields: {
            price: 'rates.NDPR',
            mass: 'metadata.NDPR.unit',
            currency: 'metadata.NDPR.quote',
            date: 'date',
          },
          common: { metal: 'ndpr', form: 'oxide', vat: 'included', place: 'China' },
        },
      ],
    });
    expect(quotes).toMatchObject([{ metal: 'ndpr', range: { low: 553_000 }, currency: 'CNY', mass: 't' }]);
  });

  it('is read as a list of snapshots', async () => {
    const answer = [
      { Symbol: 'NDCNY', Name: 'Neodymium', Last: 612_500, Date: '2026-11-20T00:00:00', unit: 'CNY/T' },
      { Symbol: 'XX', Name: 'Steel', Last: 3000, Date: '2026-11-20T00:00:00', unit: 'CNY/T' },
    ];
    const { quotes } = await jsonFrom(answer, {
      quotes: [
        {
          rows: "[?Name == 'Neodymium']",
          fields: { price: 'Last', date: 'Date', unit: 'unit', metal: 'Name' },
          common: { form: 'metal', vat: 'included', place: 'China' },
        },
      ],
    });
    expect(quotes).toMatchObject([
      { metal: 'neodymium', date: '2026-11-20', range: { low: 612_500 }, mass: 't' },
    ]);
  });

  const direct = { quotes: [{ fields: { price: 'p', date: 'd' }, common: { ...COMMON } }] };
  it.each([
    ['<html>maintenance</html>', 'it is a web page, not JSON'],
    ['{"p": NaN, "d": "2026-11-20"}', 'it is no JSON'],
    ['{"p": 1e999, "d": "2026-11-20"}', 'price “Infinity” is not a number'],
    ['{"p": -4, "d": "2026-11-20"}', 'the price is negative (-4)'],
    ['{"p": 4, "d": "2026-12-20"}', 'the date is in the future (2026-12-20)'],
    ['{"price": 4, "d": "2026-11-20"}', 'it has no price'],
    ['{"p": {"value": 4}, "d": "2026-11-20"}', 'it has no price'],
    ['[]', 'it has no price'],
  ])('is refused: %s', async (text, reason) => {
    await expect(jsonFrom(text, direct)).rejects.toThrow(reason);
  });

  it('is refused where it tells of a failure itself, or its list is gone', async () => {
    await expect(jsonFrom({ ok: false }, { ...direct, success: 'ok' })).rejects.toThrow(
      'it tells of a failure: ok',
    );
    const listed = { quotes: [{ rows: 'items', fields: { price: 'p' }, common: COMMON }] };
    await expect(jsonFrom({ things: [] }, listed)).rejects.toThrow('it has no list at items');
    await expect(jsonFrom({ items: [] }, listed)).rejects.toThrow('it holds no rows');
  });

  it('says which unit it does not know', async () => {
    await expect(
      jsonFrom(
        { p: 4, d: '2026-11-20', u: 'per ounce' },
        {
          quotes: [
            {
              fields: { price: 'p', date: 'd', mass: 'u' },
              common: { ...COMMON, unit: '', currency: 'USD' },
            },
          ],
        },
      ),
    ).rejects.toThrow('may be a troy ounce or not');
  });
});

const xml = `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
<gesmes:subject>Reference rates</gesmes:subject><gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
<Cube><Cube time='2026-11-20'><Cube currency='USD' rate='1.1612'/><Cube currency='CNY' rate='8.2511'/><Cube currency='XYZ' rate='3'/></Cube></Cube>
</gesmes:Envelope>`;
const ecb = async (text: string) => {
  const { url } = await serveFeed(answering(text));
  return await readFeed(feedOf({ id: 'ecb', kind: 'ecb', from: { url, allowPrivate: true } }), context);
};

describe('exchange rates', () => {
  it('are read from the shape of the ECB', async () => {
    expect((await ecb(xml)).rates).toEqual({
      source: 'ECB',
      base: 'EUR',
      days: [{ date: '2026-11-20', perBase: { USD: 1.1612, CNY: 8.2511 } }],
    });
  });

  it.each([
    '{}',
    '<html><body>no</body></html>',
    xml.replace('1.1612', '-1'),
    xml.replace('1.1612', 'n/a'),
    xml.replace('2026-11-20', 'soon'),
  ])('are refused in any other', async (text) => {
    await expect(ecb(text)).rejects.toThrow(/it is no XML|it has not the shape/);
  });
});

describe('the feeds file', () => {
  it('sets up nothing where it isn’t there', async () => {
    expect(await readFeedSettings('/no/such/feeds.json')).toEqual(parseFeedSettings('{}', 'feeds.json'));
  });

  it.each([
    ['{', 'feeds.json: the file: '],
    [{ feed: [] }, 'feeds.json: the file: Unrecognized key: "feed"'],
    [{ feeds: [{ id: 'Smm', kind: 'ecb' }] }, 'feeds.json: feeds[0].id (Smm): an id is lower case'],
    [
      { feeds: [{ id: 'manual', kind: 'ecb' }] },
      'feeds[0].id (manual): "manual" is what people enter by hand',
    ],
    [
      { feeds: [{ id: 'a', kind: 'ecb', schedule: 'often' }] },
      'feeds[0].schedule (a): this is not a cron schedule',
    ],
    [
      { feeds: [{ id: 'a', kind: 'csv', from: { url: 'http://x.com' }, columns: {} }] },
      'feeds[0].from (a): ',
    ],
    [
      {
        feeds: [
          { id: 'a', kind: 'ecb' },
          { id: 'a', kind: 'ecb' },
        ],
      },
      'feeds: an id is used twice',
    ],
    [
      {
        feeds: [
          {
            id: 'a',
            kind: 'json',
            from: { url: 'https://x.com', headers: { k: 'secret' } },
            quotes: [{ fields: {} }],
          },
        ],
      },
      'feeds[0].from.headers.k (a): ',
    ],
    [
      {
        feeds: [
          { id: 'a', kind: 'json', from: { url: 'https://x.com' }, quotes: [{ fields: { price: 'a[' } }] },
        ],
      },
      'fields.price (a): this is not a JMESPath expression',
    ],
  ])('names file, field and reason: %j', (content, message) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    expect(() => parseFeedSettings(text, 'feeds.json')).toThrow(message);
  });
});
