/** JSON, XML and HTML in the shapes that programs give, and texts in the encodings and marks that they save. */
import type { Case } from '../../case.ts';

const ND = (price: string, time: string) => `neodymium oxide ${price} USD/kg ${time}`;
const TWO = [ND('71', '2026-11-19'), ND('72', '2026-11-20')];
const json = (
  name: string,
  data: unknown,
  prices: readonly string[] = TWO,
  more: Partial<Case> = {},
): Case => ({
  name: `JSON: ${name}`,
  text: JSON.stringify(data),
  prices,
  ...more,
});
const OF = { product: 'Nd oxide', unit: 'USD/kg' };
const seconds = (date: string) => Date.parse(date) / 1000;

/** A cell with a mark behind its text. */
const raised = (text: string, mark: string) => ({
  value: `${text}${mark}`,
  type: 'richText' as const,
  richText: [{ text }, { text: mark, font: { vertAlign: 'superscript' as const } }],
});

export const CASES: readonly Case[] = [
  json('columns as lists', { date: ['2026-11-19', '2026-11-20'], price: [71, 72], ...OF }),
  json(
    'columns as lists, within data',
    {
      status: 'ok',
      data: {
        ...OF,
        dates: ['2026-11-19', '2026-11-20'],
        date: ['2026-11-19', '2026-11-20'],
        low: [70, 71],
        high: [72, 73],
      },
    },
    [ND('70-72', '2026-11-19'), ND('71-73', '2026-11-20')],
  ),
  json('keyed by days', { ...OF, prices: { '2026-11-19': 71, '2026-11-20': 72 } }),
  json(
    'keyed by days, of products',
    {
      unit: 'USD/kg',
      data: {
        '2026-11-19': { 'Nd oxide': 71, 'Dy oxide': 230 },
        '2026-11-20': { 'Nd oxide': 72, 'Dy oxide': 231 },
      },
    },
    [...TWO, 'dysprosium oxide 230 USD/kg 2026-11-19', 'dysprosium oxide 231 USD/kg 2026-11-20'],
  ),
  json('keyed by days, of objects', {
    '2026-11-19': { ...OF, price: 71 },
    '2026-11-20': { ...OF, price: 72 },
  }),
  json('keyed by days, of lists', {
    '2026-11-19': [{ ...OF, price: 71 }],
    '2026-11-20': [{ ...OF, price: 72 }],
  }),
  json(
    'keyed by products',
    {
      date: '2026-11-20',
      prices: { 'Nd oxide': { price: 72, unit: 'USD/kg' }, 'Dy oxide': { price: 231, unit: 'USD/kg' } },
    },
    [ND('72', '2026-11-20'), 'dysprosium oxide 231 USD/kg 2026-11-20'],
  ),
  json('one object', { date: '2026-11-20', ...OF, price: 72 }, [ND('72', '2026-11-20')]),
  json(
    'one object a product, with numbers alone',
    { date: '2026-11-20', unit: 'USD/kg', prices: { 'Nd oxide': 72, 'Dy oxide': 231 } },
    [ND('72', '2026-11-20'), 'dysprosium oxide 231 USD/kg 2026-11-20'],
  ),
  json('what all rows are of stands above them', {
    commodity: 'Nd oxide',
    unit: 'USD/kg',
    prices: [
      { date: '2026-11-19', price: 71 },
      { date: '2026-11-20', price: 72 },
    ],
  }),
  json('a title above them', {
    title: 'Neodymium oxide, USD/kg',
    data: [
      { date: '2026-11-19', value: 71 },
      { date: '2026-11-20', value: 72 },
    ],
  }),
  json('what they are of in meta', {
    meta: { commodity: 'Nd oxide', currency: 'USD', mass: 'kg' },
    data: [
      { date: '2026-11-19', value: 71 },
      { date: '2026-11-20', value: 72 },
    ],
  }),
  json(
    'series with points',
    {
      series: [
        {
          name: 'Nd oxide',
          unit: 'USD/kg',
          data: [
            { date: '2026-11-19', value: 71 },
            { date: '2026-11-20', value: 72 },
          ],
        },
        { name: 'Dy oxide', unit: 'USD/kg', data: [{ date: '2026-11-19', value: 230 }] },
      ],
    },
    [...TWO, 'dysprosium oxide 230 USD/kg 2026-11-19'],
  ),
  json(
    'series with meta and points',
    {
      results: [
        {
          meta: { product: 'Nd oxide', unit: 'USD/kg' },
          points: [
            { t: 1, date: '2026-11-19', value: 71 },
            { t: 2, date: '2026-11-20', value: 72 },
          ],
        },
      ],
    },
    TWO,
  ),
  json('series of pairs, in milliseconds', {
    series: [
      {
        name: 'Nd oxide',
        unit: 'USD/kg',
        data: [
          [Date.parse('2026-11-19'), 71],
          [Date.parse('2026-11-20'), 72],
        ],
      },
    ],
  }),
  json('pairs', {
    ...OF,
    data: [
      ['2026-11-19', 71],
      ['2026-11-20', 72],
    ],
  }),
  json('points keyed by days within series', {
    series: [{ ...OF, observations: { '2026-11-19': 71, '2026-11-20': 72 } }],
  }),
  json(
    'labels and datasets',
    {
      labels: ['2026-11-19', '2026-11-20'],
      datasets: [
        { label: 'Nd oxide (USD/kg)', data: [71, 72] },
        { label: 'Dy oxide (USD/kg)', data: [230, 231] },
      ],
    },
    [...TWO, 'dysprosium oxide 230 USD/kg 2026-11-19', 'dysprosium oxide 231 USD/kg 2026-11-20'],
  ),
  json(
    'a chart’s timestamps and closes',
    {
      chart: {
        result: [
          {
            meta: { currency: 'USD', symbol: 'Nd', regularMarketPrice: 99 },
            timestamp: [seconds('2026-11-19'), seconds('2026-11-20')],
            indicators: {
              quote: [{ open: [70, 71], high: [73, 74], low: [69, 70], close: [71, 72], volume: [10, 20] }],
            },
          },
        ],
        error: null,
      },
    },
    TWO,
    { common: { form: 'oxide', mass: 'kg' } },
  ),
  json('columns and cells', {
    columns: ['Date', 'Product', 'Price', 'Unit'],
    data: [
      ['2026-11-19', 'Nd oxide', 71, 'USD/kg'],
      ['2026-11-20', 'Nd oxide', 72, 'USD/kg'],
    ],
  }),
  json('a data set with names of its columns', {
    dataset: {
      name: 'Neodymium oxide price, USD/kg',
      column_names: ['Date', 'Value'],
      data: [
        ['2026-11-19', 71],
        ['2026-11-20', 72],
      ],
    },
  }),
  json('columns as objects', {
    columns: [
      { name: 'Date', type: 'date' },
      { name: 'Nd oxide (USD/kg)', type: 'number' },
    ],
    rows: [
      ['2026-11-19', 71],
      ['2026-11-20', 72],
    ],
  }),
  json('columns by index', {
    date: { 0: '2026-11-19', 1: '2026-11-20' },
    product: { 0: 'Nd oxide', 1: 'Nd oxide' },
    price: { 0: 71, 1: 72 },
    unit: { 0: 'USD/kg', 1: 'USD/kg' },
  }),
  json('money in an object', [
    { date: '2026-11-19', product: 'Nd oxide', price: { value: 71, currency: 'USD', unit: 'kg' } },
    { date: '2026-11-20', product: 'Nd oxide', price: { value: 72, currency: 'USD', unit: 'kg' } },
  ]),
  json(
    'units and observations of a bank',
    {
      realtime_start: '2026-11-24',
      units: 'U.S. Dollars per Kilogram',
      count: 2,
      observations: [
        { realtime_start: '2026-11-24', date: '2026-11-19', value: '71' },
        { realtime_start: '2026-11-24', date: '2026-11-20', value: '72' },
      ],
    },
    TWO,
    { common: { metal: 'neodymium', form: 'oxide' } },
  ),
  json(
    'a name, an interval and a unit',
    {
      name: 'Neodymium oxide',
      interval: 'monthly',
      unit: 'dollar per kilogram',
      data: [
        { date: '2026-10-01', value: '72' },
        { date: '2026-09-01', value: '71' },
        { date: '2026-08-01', value: '70' },
      ],
    },
    [ND('72', '2026-10-31 month'), ND('71', '2026-09-30 month'), ND('70', '2026-08-31 month')],
  ),
  json(
    'pages of a bank’s indicator',
    [
      { page: 1, pages: 1, total: 2 },
      [
        { indicator: { id: 'X', value: 'Neodymium oxide (USD/kg)' }, date: '2025', value: 72 },
        { indicator: { id: 'X', value: 'Neodymium oxide (USD/kg)' }, date: '2024', value: 71 },
      ],
    ],
    [ND('72', '2025-12-31 year'), ND('71', '2024-12-31 year')],
  ),
  json(
    'rates that are inverted are no prices',
    { base: 'USD', date: '2026-11-20', rates: { ND: 0.0139, EUR: 0.86 } },
    [],
    { refused: [''] },
  ),
  json(
    'SDMX',
    {
      dataSets: [{ series: { '0:0': { observations: { 0: [71, 0], 1: [72, 1] } } } }],
      structure: {
        dimensions: {
          series: [
            { id: 'COMMODITY', values: [{ id: 'ND', name: 'Neodymium oxide' }] },
            { id: 'UNIT_MEASURE', values: [{ id: 'USD_KG', name: 'USD/kg' }] },
          ],
          observation: [{ id: 'TIME_PERIOD', values: [{ id: '2026-08' }, { id: '2026-09' }] }],
        },
        attributes: {
          observation: [
            {
              id: 'OBS_STATUS',
              values: [
                { id: 'A', name: 'Normal' },
                { id: 'E', name: 'Estimated' },
              ],
            },
          ],
        },
      },
    },
    [ND('71', '2026-08-31 month'), ND('72', '2026-09-30 month estimated')],
  ),
  json(
    'a multiplier says thousands',
    {
      data: [
        { TIME_PERIOD: '2026-08', COMMODITY: 'Nd oxide', UNIT: 'USD/kg', UNIT_MULT: '3', OBS_VALUE: 71 },
      ],
    },
    [],
    { refused: ['its unit must be another'] },
  ),
  {
    name: 'XML: series with attributes over points with attributes',
    text: '<prices unit="USD/kg"><metal name="Nd oxide"><price date="2026-11-19" value="71"/><price date="2026-11-20" value="72"/></metal><metal name="Dy oxide"><price date="2026-11-19" value="230"/></metal></prices>',
    prices: [...TWO, 'dysprosium oxide 230 USD/kg 2026-11-19'],
  },
  {
    name: 'XML: one series of SDMX',
    text: '<message:StructureSpecificData xmlns:message="m"><message:DataSet><Series FREQ="D" COMMODITY="Neodymium oxide" UNIT_MEASURE="USD/kg"><Obs TIME_PERIOD="2026-11-19" OBS_VALUE="71"/><Obs TIME_PERIOD="2026-11-20" OBS_VALUE="72"/></Series></message:DataSet></message:StructureSpecificData>',
    prices: TWO,
  },
  {
    name: 'XML: one price',
    text: '<quotes><quote><day>2026-11-20</day><product>Nd oxide</product><price currency="USD" per="kg">72</price></quote></quotes>',
    prices: [ND('72', '2026-11-20')],
  },
  {
    name: 'XML of a spreadsheet, as programs save .xls',
    text: '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Prices"><Table><Row><Cell><Data ss:Type="String">Date</Data></Cell><Cell><Data ss:Type="String">Product</Data></Cell><Cell ss:Index="4"><Data ss:Type="String">Price (USD/kg)</Data></Cell></Row><Row><Cell><Data ss:Type="DateTime">2026-11-20T00:00:00.000</Data></Cell><Cell><Data ss:Type="String">Nd oxide</Data></Cell><Cell ss:Index="4"><Data ss:Type="Number">72</Data></Cell></Row></Table></Worksheet></Workbook>',
    prices: [ND('72', '2026-11-20')],
  },
  {
    name: 'HTML saved as .xls',
    text: '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><style>td{mso-number-format:General}</style></head><body><table border=1><tr><th colspan=3>Rare earth prices, USD/kg</th></tr><tr><td>Date</td><td>Product</td><td>Price<br>(USD/kg)</td></tr><tr><td>2026-11-20</td><td>Nd&nbsp;oxide</td><td x:num="72">72<sup>1</sup></td></tr><tr><td>2026-11-20</td><td>Dy oxide</td><td>1,231.50</td></tr></table></body></html>',
    prices: [ND('72', '2026-11-20'), 'dysprosium oxide 1231.5 USD/kg 2026-11-20'],
  },
  {
    name: 'HTML: a cell over several rows',
    text: '<table><tr><td>Product</td><td>Date</td><td>Price (USD/kg)</td></tr><tr><td rowspan=2>Nd oxide</td><td>2026-11-19</td><td>71</td></tr><tr><td>2026-11-20</td><td>72</td></tr></table>',
    prices: TWO,
  },
  {
    name: 'HTML: a page without a table',
    text: '<!doctype html><html><body><h1>Please log in</h1></body></html>',
    prices: [],
    refused: ['it is a web page, not a table'],
  },
  {
    name: 'UTF-16 without a mark, in Chinese',
    encoding: 'utf16le',
    text: '日期\t品名\t价格（元/吨）\t备注\n2026-11-20\t氧化镨钕\t553000\t市场平稳，成交一般，下游企业采购意愿不强\n',
    prices: ['ndpr oxide 553000 CNY/t 2026-11-20'],
  },
  {
    name: 'UTF-16 with a mark and semicolons, quoted newlines',
    encoding: 'utf16le',
    text: '\uFEFFDatum;"Produkt\n(Form)";"Preis\nEUR/kg"\n20.11.2026;Nd-Oxid;"72,50"\n',
    prices: ['neodymium oxide 72.5 EUR/kg 2026-11-20'],
  },
  {
    name: 'bars around the cells, as a page’s table is pasted',
    text: '| Date | Product | Price (USD/kg) |\n| --- | --- | ---: |\n| 2026-11-19 | Nd oxide | 71 |\n| 2026-11-20 | Nd oxide | 72 |\n',
    prices: TWO,
  },
  {
    name: 'tabs with a title and blanks',
    text: '\tRare earths\t\t\n\n\tProduct\tUSD/kg\t20-Nov-26\n',
    prices: [],
    refused: [''],
  },
  {
    name: 'the day as the heading of the prices',
    text: 'Product\tUnit\t20.11.2026\nNd oxide\tUSD/kg\t72\nDy oxide\tUSD/kg\t231\n',
    prices: [ND('72', '2026-11-20'), 'dysprosium oxide 231 USD/kg 2026-11-20'],
  },
  {
    name: 'days over low and high',
    text: 'Product,2026-11-19,,2026-11-20,\n,Low,High,Low,High\nNd oxide (USD/kg),70,72,71,73\n',
    prices: [ND('70-72', '2026-11-19'), ND('71-73', '2026-11-20')],
  },
  {
    name: 'a column of remarks with commas in quotes',
    text: 'Date,Product,Price,Unit,Remark\n2026-11-20,Nd oxide,"72.00",USD/kg,"thin trade, few offers; ""firm"""\n',
    prices: [ND('72', '2026-11-20')],
  },
  {
    name: 'a title of two metals is not that of all rows',
    text: 'NdPr oxide and Dy oxide prices,\nDate,Price (CNY/t)\n2026-11-20,553000\n',
    prices: [],
    refused: ['what its prices are of'],
  },
  {
    name: 'a weekly report has prices of days',
    text: 'Weekly market report\nDate,Product,Price,Unit\n2026-11-19,Nd oxide,71,USD/kg\n2026-11-20,Nd oxide,72,USD/kg\n',
    prices: TWO,
  },
  {
    name: 'a month as the only heading of the year that is above it',
    text: ',2025,2026\nProduct,Dec,Jan\nNd oxide (USD/kg),60,70\n',
    prices: [ND('60', '2025-12-31 month'), ND('70', '2026-01-31 month')],
  },
  {
    name: 'hidden rows and columns are left out',
    sheets: [
      {
        name: 'Prices',
        columns: [{ width: 12 }, { width: 12 }, { width: 12 }, { width: 12, hidden: true }],
        rows: [
          ['Date', 'Product', 'Price (USD/kg)', 'Cost (USD/kg)'],
          ['2026-11-19', 'Nd oxide', 71, 50],
          ['2026-11-20', 'Nd oxide', 72, 51],
          ['2026-11-20', 'Dy oxide', 999, 52],
        ],
        rowDefs: new Map([[3, { hidden: true }]]),
      },
    ],
    prices: TWO,
  },
  {
    name: 'a unit merged over several products',
    sheets: [
      {
        name: 'Prices',
        rows: [
          ['Product', 'Price', 'Unit', 'Date'],
          ['Nd oxide', 72, 'USD/kg', '2026-11-20'],
          ['Dy oxide', 231, null, null],
          ['Tb oxide', 910, null, null],
        ],
        merges: [
          { startRow: 1, startCol: 2, endRow: 3, endCol: 2 },
          { startRow: 1, startCol: 3, endRow: 3, endCol: 3 },
        ],
      },
    ],
    prices: [
      ND('72', '2026-11-20'),
      'dysprosium oxide 231 USD/kg 2026-11-20',
      'terbium oxide 910 USD/kg 2026-11-20',
    ],
  },
  {
    name: 'a raised mark of a footnote behind a number, and behind a name',
    sheets: [
      {
        name: 'Prices',
        rows: [
          ['Date', 'Metal', 'Price', 'Unit'],
          ['2026-11-20', 'Copper1', '8,650.501', 'USD/t'],
        ],
        cells: new Map([
          ['1,1', raised('Copper', '1')],
          ['1,2', raised('8,650.50', '1')],
        ]),
      },
    ],
    prices: ['copper metal 8650.5 USD/t 2026-11-20'],
  },
];
