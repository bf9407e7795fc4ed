/** Answers of services: records in envelopes, prices deep within objects that are named, and the data sets of statistical offices. */
import type { Case } from '../../case.ts';

const json = (value: unknown) => JSON.stringify(value);

export const CASES: readonly Case[] = [
  {
    name: 'JSON:API, each record within its attributes, one without an assessment',
    text: json({
      links: { next: null },
      meta: { totalCount: 3 },
      data: [
        {
          type: 'price',
          id: '7',
          attributes: {
            commodity: 'Indium',
            low: 410,
            high: 425,
            mid: 417.5,
            currencyCode: 'USD',
            unitOfMeasure: 'kg',
            assessedOn: '2026-11-19',
            publishedAt: '2026-11-20',
          },
        },
        {
          type: 'price',
          id: '8',
          attributes: {
            commodity: 'Cobalt hydroxide',
            low: 9.1,
            high: 9.4,
            mid: 9.25,
            currencyCode: 'USD',
            unitOfMeasure: 'lb',
            assessedOn: '2026-11-18',
            publishedAt: '2026-11-18',
          },
        },
        {
          type: 'price',
          id: '9',
          attributes: {
            commodity: 'Gallium',
            low: null,
            high: null,
            mid: null,
            currencyCode: 'USD',
            unitOfMeasure: 'kg',
            assessedOn: '2026-11-18',
            publishedAt: '2026-11-18',
          },
        },
      ],
    }),
    prices: ['indium metal 410-425 USD/kg 2026-11-19', 'cobalt hydroxide 9.1-9.4 USD/lb 2026-11-18'],
    refused: ['it has no price'],
  },
  {
    name: 'hits of a search, each record its source',
    text: json({
      took: 2,
      hits: {
        total: { value: 2 },
        hits: [
          {
            _index: 'px',
            _id: 'a',
            _source: { metal: 'Tin', date: '2026-11-19', price: 37150, unit: 'USD/t' },
          },
          {
            _index: 'px',
            _id: 'b',
            _source: { metal: 'Bismuth', date: '2026-11-20', price: 13.4, unit: 'USD/lb' },
          },
        ],
      },
    }),
    prices: ['tin metal 37150 USD/t 2026-11-19', 'bismuth metal 13.4 USD/lb 2026-11-20'],
  },
  {
    name: 'edges and nodes',
    text: json({
      data: {
        quotes: {
          edges: [
            {
              cursor: 'x',
              node: {
                metal: { name: 'Germanium' },
                asOf: '2026-11-20',
                bid: 2650,
                ask: 2790,
                unit: 'USD/kg',
              },
            },
            {
              cursor: 'y',
              node: { metal: { name: 'Selenium' }, asOf: '2026-11-20', bid: 11, ask: 12.5, unit: 'USD/lb' },
            },
          ],
        },
      },
    }),
    prices: ['germanium metal 2650-2790 USD/kg 2026-11-20', 'selenium metal 11-12.5 USD/lb 2026-11-20'],
  },
  {
    name: 'market, metal, kind: the day once on top, money and mass of each market',
    text: json({
      asOf: '2026-11-19',
      generatedAt: '2026-11-20T02:00:00+01:00',
      markets: {
        LME: {
          currency: 'USD',
          per: 'tonne',
          quotes: { zinc: { cash: { bid: 3050, ask: 3052 } }, tin: { cash: { bid: 37100, ask: 37150 } } },
        },
        Shanghai: {
          currency: 'CNY',
          per: 'kg',
          quotes: { 'dysprosium oxide': { spot: { bid: 1490, ask: 1510 } } },
        },
        'Rotterdam in-warehouse': {
          currency: 'USD',
          per: 'lb',
          quotes: { molybdenum: { oxide: { bid: 23.8, ask: 24.1 } } },
        },
      },
    }),
    prices: [
      'zinc metal 3050-3052 USD/t 2026-11-19 LME',
      'tin metal 37100-37150 USD/t 2026-11-19 LME',
      'dysprosium oxide 1490-1510 CNY/kg 2026-11-19 Shanghai',
      'molybdenum oxide 23.8-24.1 USD/lb 2026-11-19 in warehouse Rotterdam',
    ],
  },
  {
    name: 'the same with a kind that is not known',
    text: json({
      date: '2026-11-19',
      currency: 'USD',
      unit: 't',
      prices: { LME: { nickel: { tapo: { bid: 14950, ask: 14960 } } } },
    }),
    prices: [],
    refused: ['is no metal that is known here'],
  },
  {
    name: 'fields named in one word with their mass',
    text: json({
      value: [
        {
          PriceDate: '2026-11-20T00:00:00',
          Commodity: 'Zinc SHG',
          PricePerTonne: 3061,
          Currency: 'USD',
          Volume: 140,
        },
      ],
    }),
    prices: ['zinc metal 3061 USD/t 2026-11-20 SHG'],
  },
  {
    name: 'JSON-stat: values by their places among categories',
    text: json({
      class: 'dataset',
      label: 'Prices of metals',
      id: ['good', 'unit', 'time'],
      size: [2, 1, 2],
      dimension: {
        good: { label: 'Commodity', category: { index: ['a', 'b'], label: { a: 'Lead', b: 'Nickel' } } },
        unit: { label: 'Unit', category: { label: { u: 'EUR per tonne' } } },
        time: { label: 'Month', category: { index: { '2026M08': 0, '2026M09': 1 } } },
      },
      value: [1860, 1871.5, null, 12980],
    }),
    prices: [
      'lead metal 1860 EUR/t 2026-08-31 month',
      'lead metal 1871.5 EUR/t 2026-09-30 month',
      'nickel metal 12980 EUR/t 2026-09-30 month',
    ],
  },
  {
    name: 'keys and values below one list of columns, as PX-Web gives them',
    text: json({
      columns: [
        { code: 'Vara', text: 'Commodity', type: 'd' },
        { code: 'Tid', text: 'month', type: 't' },
        { code: 'P1', text: 'Price, EUR per tonne', type: 'c' },
      ],
      comments: [],
      data: [
        { key: ['Copper', '2026M09'], values: ['9231'] },
        { key: ['Zinc', '2026M09'], values: ['..'] },
      ],
    }),
    prices: ['copper metal 9231 EUR/t 2026-09-30 month'],
  },
  {
    name: 'records that hold no field at all',
    text: json({
      data: [
        { key: [], values: [] },
        { key: [], values: [] },
      ],
    }),
    prices: [],
    refused: ['JSON without a list of prices'],
  },
  {
    name: 'SDMX in XML: keys and attributes as elements, thousands by a power of ten, an observation that is missing',
    text: '<?xml version="1.0"?><m:GenericData xmlns:m="urn:m" xmlns:g="urn:g"><m:DataSet><g:Series><g:SeriesKey><g:Value id="FREQ" value="M"/><g:Value id="COMMODITY" value="TIN_INGOT"/><g:Value id="UNIT_MEASURE" value="EUR_T"/></g:SeriesKey><g:Attributes><g:Value id="UNIT_MULT" value="3"/></g:Attributes><g:Obs><g:ObsDimension value="2026-08"/><g:ObsValue value="31.2"/></g:Obs><g:Obs><g:ObsDimension value="2026-09"/><g:Attributes><g:Value id="OBS_STATUS" value="M"/></g:Attributes></g:Obs></g:Series><g:Series><g:SeriesKey><g:Value id="FREQ" value="Q"/><g:Value id="COMMODITY" value="BISMUTH"/><g:Value id="UNIT_MEASURE" value="EUR_KG"/></g:SeriesKey><g:Attributes><g:Value id="UNIT_MULT" value="0"/></g:Attributes><g:Obs><g:ObsDimension value="2026-Q3"/><g:ObsValue value="24.5"/></g:Obs></g:Series></m:DataSet></m:GenericData>',
    prices: ['tin metal 31200 EUR/t 2026-08-31 month', 'bismuth metal 24.5 EUR/kg 2026-09-30 quarter'],
    refused: ['it has no price'],
  },
  {
    name: 'SDMX in XML of the older form, with the word for each dimension',
    text: '<?xml version="1.0"?><MessageGroup><DataSet><Series><SeriesKey><Value concept="METAL" value="Zinc"/><Value concept="UNIT" value="USD_MT"/></SeriesKey><Obs><Time>2026-09</Time><ObsValue value="3010.5"/></Obs></Series></DataSet></MessageGroup>',
    prices: ['zinc metal 3010.5 USD/t 2026-09-30 month'],
  },
];
