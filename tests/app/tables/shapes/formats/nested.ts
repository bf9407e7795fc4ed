/** Names of objects at any level: groups, money, forecasts, metals over lists; and months, fixings and products as senders name them. */
import type { Case } from '../../case.ts';

export const CASES: readonly Case[] = [
  {
    name: 'money alone in the name of a field',
    text: '[{"dt":"2026-11-20","item":"Nd metal","price_cny":590000,"per":"t"}]',
    prices: ['neodymium metal 590000 CNY/t 2026-11-20'],
  },
  {
    name: 'the unit of a title over columns of its money',
    text: '{"dataset":{"name":"Palladium Fixing, USD per troy ounce","column_names":["Date","USD AM","USD PM"],"data":[["2026-11-20",1400,1410]]}}',
    prices: [
      'palladium metal 1400 USD/troy oz 2026-11-20 day fixing AM',
      'palladium metal 1410 USD/troy oz 2026-11-20 day fixing PM',
    ],
  },
  {
    name: 'a forecast by the name above its metals is none',
    text: '{"unit":"USD/t","actual":{"copper":{"2026-09":9300,"2026-10":9400}},"forecast":{"copper":{"2026-01":9900}}}',
    prices: ['copper metal 9300 USD/t 2026-09-30 month', 'copper metal 9400 USD/t 2026-10-31 month'],
  },
  {
    name: 'stocks are no prices',
    text: '{"title":"LME stocks","unit":"t","data":[{"date":"2026-11-20","copper":154000,"zinc":98000}]}',
    prices: [],
    refused: ['“LME stocks” says that its numbers are no prices of metals'],
  },
  {
    name: 'a premium is no price',
    text: '{"product":"Aluminium P1020 premium","unit":"USD/t","data":[{"date":"2026-11-20","low":250,"high":280}]}',
    prices: [],
    refused: ['“Aluminium P1020 premium” is no metal that is known here: wr'],
  },
  {
    name: 'prices for later delivery',
    text: '{"symbol":"HG","name":"Copper futures","unit":"USD/lb","contracts":[{"month":"2026-12","settle":5.02},{"month":"2027-03","settle":5.08}],"date":"2026-11-20"}',
    prices: [],
    refused: [
      'lines 1 and 2 give different prices for the same day (copper',
      'lines 1 and 2 give different prices for the same day (copper',
    ],
  },
  {
    name: 'money by the names of its objects',
    text: '{"date":"2026-11-20","metals":{"silver":{"USD":{"price":48.7,"unit":"troy oz"},"EUR":{"price":1350.2,"unit":"kg"}}}}',
    prices: ['silver metal 48.7 USD/troy oz 2026-11-20', 'silver metal 1350.2 EUR/kg 2026-11-20'],
  },
  {
    name: "a day's trade in an object",
    text: '{"date":"2026-11-20","unit":"USD/t","nickel":{"price":15480,"change":-120,"high":15600,"low":15300,"open":15550}}',
    prices: ['nickel metal 15480 USD/t 2026-11-20'],
  },
  {
    name: 'Chinese names of fields, in tens of thousands',
    text: '{"code":200,"msg":"success","data":{"list":[{"品名":"氧化镨钕","日期":"2026-11-20","最低价":"56.5","最高价":"57.0","均价":"56.75","单位":"万元/吨"}]}}',
    prices: ['ndpr oxide 565000-570000 CNY/t 2026-11-20'],
  },
  {
    name: 'thousands of won',
    text: '[{"품목":"전기동","기준일":"20261120","가격":"14,250","단위":"천원/톤"}]',
    prices: ['copper metal 14250000 KRW/t 2026-11-20'],
  },
  {
    name: 'pairs below the names of metals',
    text: '{"unit":"USD/t","copper":[[1795046400000,9500],[1795132800000,9550]],"tin":[[1795046400000,31200],[1795132800000,31350]]}',
    prices: [
      'copper metal 9500 USD/t 2026-11-19',
      'copper metal 9550 USD/t 2026-11-20',
      'tin metal 31200 USD/t 2026-11-19',
      'tin metal 31350 USD/t 2026-11-20',
    ],
  },
  {
    name: 'lists below the names of metals',
    text: '{"unit":"USD/t","prices":{"Copper":[{"date":"2026-11-19","value":9500},{"date":"2026-11-20","value":9550}],"Tin":[{"date":"2026-11-19","value":31200}]}}',
    prices: [
      'copper metal 9500 USD/t 2026-11-19',
      'copper metal 9550 USD/t 2026-11-20',
      'tin metal 31200 USD/t 2026-11-19',
    ],
  },
  {
    name: 'a series called in Spanish, in cents',
    text: '<series><serie codigo="PN01652XM" nombre="Cobre LME (cUS$ por libra)"><dato fecha="Sep.2026">501.2</dato><dato fecha="Oct.2026">503.4</dato></serie></series>',
    prices: [
      'copper metal 5.012 USD/lb 2026-09-30 month LME',
      'copper metal 5.034 USD/lb 2026-10-31 month LME',
    ],
  },
  {
    name: 'months with points across',
    text: '<html><body><table><tr><td colspan=4>Preise je Warengruppe</td></tr><tr><td>Warengruppe</td><td>Preiseinheit</td><td>08.2026</td><td>09.2026</td></tr><tr><td>Zinn</td><td>EUR/KG</td><td>30,150</td><td>31,408</td></tr><tr><td>Feinsilber</td><td>EUR/KG</td><td>1.231,875</td><td>1.310,060</td></tr></table></body></html>',
    prices: [
      'tin metal 30.15 EUR/kg 2026-08-31 month',
      'tin metal 31.408 EUR/kg 2026-09-30 month',
      'silver metal 1231.875 EUR/kg 2026-08-31 month',
      'silver metal 1310.06 EUR/kg 2026-09-30 month',
    ],
  },
  {
    name: 'the same, newest first',
    text: 'Warengruppe;Einheit;10.2026;09.2026;08.2026\nZinn;EUR/kg;31,41;30,15;29,90\n',
    prices: [
      'tin metal 31.41 EUR/kg 2026-10-31 month',
      'tin metal 30.15 EUR/kg 2026-09-30 month',
      'tin metal 29.9 EUR/kg 2026-08-31 month',
    ],
  },
  {
    name: 'names beside symbols and halves of a day',
    text: 'Date,Product,Price,Unit\n2026-11-20,"Platinum, afternoon price",1551,USD/toz\n2026-11-20,"Platinum, morning price",1548,USD/toz\n2026-11-20,Cín Sn99.9,38.10,USD/kg\n2026-11-20,镝铁合金,215,USD/kg\n2026-11-20,리튬 탄산염,9.85,USD/kg\n2026-11-20,Měď elektrolytická,9.45,USD/kg\n',
    prices: [
      'platinum metal 1551 USD/troy oz 2026-11-20 day fixing PM',
      'platinum metal 1548 USD/troy oz 2026-11-20 day fixing AM',
      'tin metal 38.1 USD/kg 2026-11-20 99.9 %',
      'dysprosium alloy 215 USD/kg 2026-11-20',
      'lithium carbonate 9.85 USD/kg 2026-11-20',
      'copper metal 9.45 USD/kg 2026-11-20',
    ],
  },
  {
    name: 'raw materials are no premiums in Spanish',
    text: 'Seguimiento de materias primas 20/11/2026,,\nMaterial,Precio,Unidad\nFerrosilicio 75%,1385,EUR/t\nFerromolibdeno,55.20,EUR/kg\n',
    prices: ['silicon alloy 1385 EUR/t 2026-11-20 75 %', 'molybdenum alloy 55.2 EUR/kg 2026-11-20'],
  },
];
