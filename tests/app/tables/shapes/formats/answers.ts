/** Answers of services in JSON: what is said of codes, names and levels around the prices. */
import type { Case } from '../../case.ts';

export const CASES: readonly Case[] = [
  {
    name: 'names of metals over their days, each with its own unit',
    text: '{"Copper":{"unit":"USD/t","history":{"2026-11-19":9500,"2026-11-20":9550}},"Silver":{"unit":"USD/oz t","history":{"2026-11-19":48.2,"2026-11-20":48.7}}}',
    prices: [
      'copper metal 9500 USD/t 2026-11-19',
      'copper metal 9550 USD/t 2026-11-20',
      'silver metal 48.2 USD/troy oz 2026-11-19',
      'silver metal 48.7 USD/troy oz 2026-11-20',
    ],
  },
  {
    name: 'lists called by many',
    text: '{"metal":"lead","currency":"EUR","uom":"t","dates":["2026-11-18","2026-11-19","2026-11-20"],"values":[1920,1931.5,1925]}',
    prices: [
      'lead metal 1920 EUR/t 2026-11-18',
      'lead metal 1931.5 EUR/t 2026-11-19',
      'lead metal 1925 EUR/t 2026-11-20',
    ],
  },
  {
    name: 'points by t and v',
    text: '{"meta":{"instrument":"Nickel","currency":"USD","unit":"t"},"values":[{"t":1795046400,"v":15400},{"t":1795132800,"v":15480}]}',
    prices: ['nickel metal 15400 USD/t 2026-11-19', 'nickel metal 15480 USD/t 2026-11-20'],
  },
  {
    name: 'the metal is the base of rates of money',
    text: '{"success":true,"base":"XAU","date":"2026-11-20","rates":{"USD":4080.5,"EUR":3520.1}}',
    prices: ['gold metal 4080.5 USD/troy oz 2026-11-20', 'gold metal 3520.1 EUR/troy oz 2026-11-20'],
  },
  {
    name: 'series by code, whose words stand beside them',
    text: '{"terms":{"url":"x"},"seriesDetail":{"M.ALUM":{"label":"Aluminium","description":"Aluminium price, USD per metric tonne","dimension":{"key":"d","name":"date"}}},"observations":[{"d":"2026-11-19","M.ALUM":{"v":"2610.50"}},{"d":"2026-11-20","M.ALUM":{"v":"2622.00"}}]}',
    prices: ['aluminium metal 2610.5 USD/t 2026-11-19', 'aluminium metal 2622 USD/t 2026-11-20'],
  },
  {
    name: 'dates as counted by a program, and codes of an ERP',
    text: '{"d":{"results":[{"__metadata":{"uri":"x"},"Matnr":"Antimony trioxide","Datum":"/Date(1795132800000)/","Preis":"23500.00","Waers":"EUR","Meins":"TO"}]}}',
    prices: ['antimony oxide 23500 EUR/t 2026-11-20'],
  },
  {
    name: "what a price's unit is called, by code and name",
    text: '{"items":[{"product":{"name":"Germanium dioxide"},"price":{"amount":"1850.00","currency":"USD","unit":{"code":"KGM","name":"kilogram"}},"effectiveDate":"2026-11-20"}]}',
    prices: ['germanium oxide 1850 USD/kg 2026-11-20'],
  },
  {
    name: 'series in groups, money and mass at several levels',
    text: '{"source":"desk","currency":"USD","groups":[{"group":"Base metals","unit":"t","series":[{"name":"Copper","data":[{"x":"2026-11-20","y":9550}]},{"name":"Lead","data":[{"x":"2026-11-20","y":2015}]}]},{"group":"Minor metals","unit":"kg","series":[{"name":"Indium","data":[{"x":"2026-11-20","y":395}]}]}]}',
    prices: [
      'copper metal 9550 USD/t 2026-11-20',
      'lead metal 2015 USD/t 2026-11-20',
      'indium metal 395 USD/kg 2026-11-20',
    ],
  },
  {
    name: 'a frame: an index beside rows without it',
    text: '{"columns":["Copper","Zinc"],"index":["2026-11-19","2026-11-20"],"data":[[9500,2800],[9550,2812]],"unit":"USD/t"}',
    prices: [
      'copper metal 9500 USD/t 2026-11-19',
      'copper metal 9550 USD/t 2026-11-20',
      'zinc metal 2800 USD/t 2026-11-19',
      'zinc metal 2812 USD/t 2026-11-20',
    ],
  },
  {
    name: 'points with the value before the time',
    text: '[{"target":"Nickel (USD/t)","datapoints":[[15400,1795046400000],[15480,1795132800000]]}]',
    prices: ['nickel metal 15400 USD/t 2026-11-19', 'nickel metal 15480 USD/t 2026-11-20'],
  },
  {
    name: 'years of months',
    text: '{"metal":"Cobalt","grade":"standard grade","unit":"USD/lb","data":{"2026":{"10":21.9,"09":21.1}}}',
    prices: [
      'cobalt metal 21.9 USD/lb 2026-10-31 month standard grade',
      'cobalt metal 21.1 USD/lb 2026-09-30 month standard grade',
    ],
  },
  {
    name: 'a series that says that it is monthly, with one value',
    text: '{"realtime_start":"2026-11-24","units":"U.S. Dollars per Metric Ton","title":"Global price of Copper","frequency":"Monthly","observations":[{"realtime_start":"2026-11-24","realtime_end":"2026-11-24","date":"2026-09-01","value":"9300.1"},{"realtime_start":"2026-11-24","realtime_end":"2026-11-24","date":"2026-10-01","value":"."}]}',
    prices: ['copper metal 9300.1 USD/t 2026-09-30 month'],
  },
  {
    name: 'an indicator by id and value',
    text: '[{"page":1,"pages":1,"total":2},[{"indicator":{"id":"PCOPP","value":"Copper, $/mt, nominal"},"country":{"id":"1W","value":"World"},"date":"2025M12","value":9800.5,"unit":""},{"indicator":{"id":"PCOPP","value":"Copper, $/mt, nominal"},"country":{"id":"1W","value":"World"},"date":"2025M11","value":9700.5,"unit":""}]]',
    prices: [
      'copper metal 9800.5 USD/t 2025-12-31 month World',
      'copper metal 9700.5 USD/t 2025-11-30 month World',
    ],
  },
  {
    name: 'columns said elsewhere in the document',
    text: '{"meta":{"view":{"name":"Metal prices","columns":[{"name":"Date","fieldName":"date"},{"name":"Metal","fieldName":"metal"},{"name":"Price (USD/kg)","fieldName":"price"}]}},"data":[["2026-11-20T00:00:00","Selenium","24.5"]]}',
    prices: ['selenium metal 24.5 USD/kg 2026-11-20'],
  },
  {
    name: 'cells in wrappers, days made by a program',
    text: '{"cols":[{"id":"d","label":"Date","type":"date"},{"id":"p","label":"Magnesium (USD/t)","type":"number"}],"rows":[{"c":[{"v":"Date(2026,10,20)"},{"v":2450}]}]}',
    prices: ['magnesium metal 2450 USD/t 2026-11-20'],
  },
  {
    name: 'groups above the names',
    text: '{"date":"2026-11-20","unit":"USD/t","steelmaking":{"iron ore":{"62% Fe fines CFR China":104.5,"65% Fe fines CFR China":118.2}}}',
    prices: [
      'iron-ore ore 104.5 USD/t 2026-11-20 62 % cif China',
      'iron-ore ore 118.2 USD/t 2026-11-20 65 % cif China',
    ],
  },
  {
    name: 'units by the names of the prices',
    text: '{"date":"2026-11-20","currency":"USD","units":{"copper":"lb","gold":"toz"},"prices":{"copper":4.35,"gold":4080}}',
    prices: ['copper metal 4.35 USD/lb 2026-11-20', 'gold metal 4080 USD/troy oz 2026-11-20'],
  },
];
