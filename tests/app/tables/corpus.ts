/** Tables in the shapes that people have them in, each with what must come out: "metal form low-high unit date", and what is refused. */

import type { Case } from './case.ts';

const P553 = 'ndpr oxide 553000-557000 CNY/t 2026-11-20';

export const CORPUS: readonly Case[] = [
  {
    name: 'a trader’s list with a title, the unit in the title, and metals in rows',
    text: 'Rare earth prices of 20 Nov 2026\nAll prices in RMB/mt, EXW China, incl. 13% VAT\n\nProduct,Low,High,Change\nPr-Nd oxide,553000,557000,+1000\nDysprosium oxide,1580000,1600000,-5000\n"Source: our desk"\n',
    prices: [
      `${P553} ex-works China included`,
      'dysprosium oxide 1580000-1600000 CNY/t 2026-11-20 ex-works China included',
    ],
  },
  {
    name: 'metals in columns under two heading rows',
    text: 'Date;NdPr oxide;;Dy oxide;\n;Low;High;Low;High\n20.11.2026;553.000;557.000;1.580.000;1.600.000\n23.11.2026;554.000;558.000;1.585.000;1.605.000\n',
    common: { unit: 'CNY/t' },
    prices: [
      P553,
      'dysprosium oxide 1580000-1600000 CNY/t 2026-11-20',
      'ndpr oxide 554000-558000 CNY/t 2026-11-23',
      'dysprosium oxide 1585000-1605000 CNY/t 2026-11-23',
    ],
  },
  {
    name: 'months in columns, metals in rows',
    text: 'Metal,Unit,Sep-26,Oct-26\nNd metal,USD/kg,118.5,120\nTb oxide,USD/kg,910,n/a\n',
    prices: [
      'neodymium metal 118.5 USD/kg 2026-09-30 month',
      'neodymium metal 120 USD/kg 2026-10-31 month',
      'terbium oxide 910 USD/kg 2026-09-30 month',
    ],
  },
  {
    name: 'years in columns',
    text: 'Commodity\t2022\t2023\t2024\nNeodymium oxide (USD/kg)\t134\t78\t56\n',
    prices: [
      'neodymium oxide 134 USD/kg 2022-12-31 year',
      'neodymium oxide 78 USD/kg 2023-12-31 year',
      'neodymium oxide 56 USD/kg 2024-12-31 year',
    ],
  },
  {
    name: 'quarters in rows',
    text: 'Quarter,Nd oxide USD/kg\nQ1 2026,72.5\nQ2 2026,75\nQ3 2026,..\n',
    prices: [
      'neodymium oxide 72.5 USD/kg 2026-03-31 quarter',
      'neodymium oxide 75 USD/kg 2026-06-30 quarter',
    ],
  },
  {
    name: 'ISO weeks',
    text: 'Week;Product;Price EUR/kg\nKW 46/2026;Neodym Metall;112,50\nKW 47/2026;Neodym Metall;113,00\n',
    prices: ['neodymium metal 112.5 EUR/kg 2026-11-15 week', 'neodymium metal 113 EUR/kg 2026-11-22 week'],
  },
  {
    name: 'a statistical office’s months',
    text: 'TIME_PERIOD,OBS_VALUE\n2026M08,71.2\n2026M09,72.4\n',
    common: { metal: 'neodymium', form: 'oxide', unit: 'USD/kg' },
    prices: ['neodymium oxide 71.2 USD/kg 2026-08-31 month', 'neodymium oxide 72.4 USD/kg 2026-09-30 month'],
  },
  {
    name: 'first days of months, one after the other, are months',
    text: 'observation_date,PNEODUSDM\n2026-01-01,70\n2026-02-01,71\n2026-03-01,72\n2026-04-01,73\n',
    common: { metal: 'neodymium', form: 'oxide', unit: 'USD/kg' },
    prices: [
      'neodymium oxide 70 USD/kg 2026-01-31 month',
      'neodymium oxide 71 USD/kg 2026-02-28 month',
      'neodymium oxide 72 USD/kg 2026-03-31 month',
      'neodymium oxide 73 USD/kg 2026-04-30 month',
    ],
  },
  {
    name: 'a Chinese page',
    text: '品名,规格,最低价,最高价,均价,单位,日期\n氧化镨钕,≥99%,55.3,55.7,55.5,万元/吨,2026年11月20日\n氧化镝,≥99.5%,158,160,159,万元/吨,2026年11月20日\n',
    prices: [
      'ndpr oxide 553000-557000 CNY/t 2026-11-20 99 %',
      'dysprosium oxide 1580000-1600000 CNY/t 2026-11-20 99.5 %',
    ],
  },
  {
    name: 'the same in GB18030',
    encoding: 'gb18030',
    text: '日期,产品名称,价格,单位\n2026-11-20,镨钕金属,680000,元/吨\n',
    prices: ['ndpr metal 680000 CNY/t 2026-11-20'],
  },
  {
    name: 'a Chinese title with unit, tax and day',
    text: '2026年11月20日 稀土价格（单位：元/吨，含税）\n产品名称\t低价\t高价\t涨跌\n氧化镨钕\t553000\t557000\t1000\n金属钕\t690000\t695000\t0\n',
    prices: [
      'ndpr oxide 553000-557000 CNY/t 2026-11-20 included',
      'neodymium metal 690000-695000 CNY/t 2026-11-20 included',
    ],
  },
  {
    name: 'UTF-16 with a mark and tabs, as spreadsheets save “Unicode text”',
    encoding: 'utf16le',
    text: '\uFEFFDate\tProduct\tPrice\tUnit\r\n20-Nov-26\tNdPr oxide\t553,000.00\tCNY/t\r\n',
    prices: ['ndpr oxide 553000 CNY/t 2026-11-20'],
  },
  {
    name: 'UTF-16 in the other order, without a mark',
    encoding: 'utf16be',
    text: 'Date,Product,Price,Unit\n2026-11-20,NdPr oxide,553000,CNY/t\n',
    prices: ['ndpr oxide 553000 CNY/t 2026-11-20'],
  },
  {
    name: 'a German ERP’s export in Windows-1252',
    encoding: 'latin1',
    text: 'Datum;Artikel;Preis;Währung;Einheit;Lieferbedingung;Ort\r\n20.11.2026;Neodymoxid;72,50;EUR;kg;CIF;Düsseldorf\r\n23.11.2026;Terbiumoxid;1.012,00;EUR;kg;CIF;Düsseldorf\r\n',
    prices: [
      'neodymium oxide 72.5 EUR/kg 2026-11-20 cif Düsseldorf',
      'terbium oxide 1012 EUR/kg 2026-11-23 cif Düsseldorf',
    ],
  },
  {
    name: 'sep= and a German number style told by one cell',
    text: 'sep=;\r\nDatum;Metall;Form;Preis;Einheit\r\n18.11.2026;NdPr;Oxid;551.000;CNY/t\r\n20.11.2026;NdPr;Oxid;554.500,50;CNY/t\r\n',
    prices: ['ndpr oxide 551000 CNY/t 2026-11-18', 'ndpr oxide 554500.5 CNY/t 2026-11-20'],
  },
  {
    name: 'thousands that nothing tells are asked about',
    text: 'date;material;price;unit\n20.11.2026;quartz;553.000;CNY/t\n',
    prices: [],
    refused: ['two readings, 553 or 553,000'],
  },
  {
    name: 'thousands that the price of the metal tells, for the other reading would be a thousandth of all that was printed',
    text: 'date;metal;form;price;unit\n20.11.2026;ndpr;oxide;553.000;CNY/t\n20.11.2026;nd;oxide;72.500;USD/kg\n',
    prices: ['ndpr oxide 553000 CNY/t 2026-11-20', 'neodymium oxide 72.5 USD/kg 2026-11-20'],
  },
  {
    name: 'Swiss apostrophes and French spaces',
    text: 'date|metal|form|price|unit\n2026-11-19|ndpr|oxide|553’000|CNY/t\n2026-11-20|ndpr|oxide|554 000|CNY/t\n',
    prices: ['ndpr oxide 553000 CNY/t 2026-11-19', 'ndpr oxide 554000 CNY/t 2026-11-20'],
  },
  {
    name: 'scales in cells',
    text: 'date,product,price\n2026-11-18,NdPr oxide,553k CNY/t\n2026-11-19,Dy oxide,1.58 million CNY/t\n2026-11-20,NdPr oxide,55.3万元/吨\n',
    prices: [
      'ndpr oxide 553000 CNY/t 2026-11-18',
      'dysprosium oxide 1580000 CNY/t 2026-11-19',
      'ndpr oxide 553000 CNY/t 2026-11-20',
    ],
  },
  {
    name: 'ranges in one cell, with currency and unit about',
    text: 'Date,Product,Price range (RMB/mt)\n2026-11-20,Pr-Nd Oxide,"553,000-557,000"\n2026-11-23,Pr-Nd Oxide,"RMB 554,000 – 558,000"\n',
    prices: [P553, 'ndpr oxide 554000-558000 CNY/t 2026-11-23'],
  },
  {
    name: 'cents a pound in the heading',
    text: 'Date,Neodymium metal (¢/lb)\n2026-11-20,5375\n',
    prices: ['neodymium metal 53.75 USD/lb 2026-11-20'],
  },
  {
    name: 'scientific notation',
    text: 'date,metal,form,price,unit\n2026-11-20,ndpr,oxide,5.53E+05,CNY/t\n',
    prices: ['ndpr oxide 553000 CNY/t 2026-11-20'],
  },
  {
    name: 'no-value marks of every kind',
    text: 'date,Nd oxide USD/kg,Pr oxide USD/kg\n2026-11-16,.,70\n2026-11-17,-,71\n2026-11-18,n/a,…\n2026-11-19,NA,n.q.\n2026-11-20,72.5,#N/A\n',
    prices: [
      'praseodymium oxide 70 USD/kg 2026-11-16',
      'praseodymium oxide 71 USD/kg 2026-11-17',
      'neodymium oxide 72.5 USD/kg 2026-11-20',
    ],
  },
  {
    name: 'totals and footnotes below',
    text: 'Date,Nd oxide low USD/kg,Nd oxide high USD/kg\n2026-11-19,71,73\n2026-11-20,72,74\nAverage,71.5,73.5\n"* Indicative only"\nSource: trade press,,\n',
    prices: ['neodymium oxide 71-73 USD/kg 2026-11-19', 'neodymium oxide 72-74 USD/kg 2026-11-20'],
  },
  {
    name: 'low, high and average: the average is no third price',
    text: 'Date,Product,Low,High,Average,Unit\n2026-11-20,NdPr oxide,553000,557000,555000,CNY/t\n',
    prices: [P553],
  },
  {
    name: 'an average outside its range',
    text: [
      ['Date', 'Product', 'Low', 'High', 'Average', 'Unit'],
      ['2026-11-20', 'NdPr oxide', 553000, 557000, 575000, 'CNY/t'],
    ],
    prices: [],
    refused: ['its middle price 575000 is not between'],
  },
  {
    name: 'two units of one price',
    text: 'Date,Nd oxide (CNY/t),Nd oxide (USD/kg)\n2026-11-20,600000,72.5\n',
    prices: ['neodymium oxide 600000 CNY/t 2026-11-20', 'neodymium oxide 72.5 USD/kg 2026-11-20'],
  },
  {
    name: 'terms in product names',
    text: 'Product,Price,Date\n"Neodymium oxide 99.5%min EXW China RMB/mt",600000,2026-11-20\n"Neodymium metal FOB China USD/kg",118.5,2026-11-20\n',
    prices: [
      'neodymium oxide 600000 CNY/t 2026-11-20 99.5 % ex-works China',
      'neodymium metal 118.5 USD/kg 2026-11-20 fob China',
    ],
  },
  {
    name: 'D/A',
    text: 'Date,Product,Price,Unit,Payment\n2026-11-20,NdPr oxide,553000,CNY/t,D/A\n2026-11-20,NdPr oxide,551000,CNY/t,cash payment\n',
    prices: ['ndpr oxide 553000 CNY/t 2026-11-20 D/A', 'ndpr oxide 551000 CNY/t 2026-11-20 cash'],
  },
  {
    name: 'a product that is not known is no metal of ours',
    text: 'Date,Product,Price,Unit\n2026-11-20,NdFeB magnets N35,210,CNY/kg\n2026-11-20,Nd oxide,600,CNY/kg\n',
    prices: ['neodymium oxide 600 CNY/kg 2026-11-20'],
    refused: ['is no metal that is known here'],
  },
  {
    name: 'a column that is not known stays out',
    text: 'Date,NdPr oxide target price CNY/t,NdPr oxide CNY/t\n2026-11-20,700000,553000\n',
    prices: ['ndpr oxide 553000 CNY/t 2026-11-20'],
  },
  {
    name: 'a forecast',
    text: 'Nd oxide price forecast, USD/kg\nYear,Nd oxide USD/kg\n2024,72\n2025,80\n',
    prices: [],
    refused: ['its prices are not those of their day'],
  },
  {
    name: 'a heading that stands twice',
    text: 'Date,Product,Price,Price,Unit\n2026-11-20,NdPr oxide,553000,551000,CNY/t\n',
    prices: [],
    refused: ['several columns for one price'],
  },
  {
    name: 'an unquoted comma',
    text: 'Date,Product,Price,Unit\n2026-11-20,NdPr oxide,553,000,CNY/t\n',
    prices: [],
    refused: ['it has 5 cells, and the heading has 4'],
  },
  {
    name: 'two prices of a day',
    text: 'Date,Product,Price,Unit\n2026-11-20,NdPr oxide,553000,CNY/t\n2026-11-20,NdPr oxide,557000,CNY/t\n',
    prices: [],
    refused: ['different prices for the same day', 'different prices for the same day'],
  },
  {
    name: 'dates that may be two days, until one tells',
    text: 'Date,Product,Price,Unit\n03/04/2026,Nd oxide,71,USD/kg\n13/04/2026,Nd oxide,72,USD/kg\n',
    prices: ['neodymium oxide 71 USD/kg 2026-04-03', 'neodymium oxide 72 USD/kg 2026-04-13'],
  },
  {
    name: 'dates that may be two days',
    text: 'Date,Product,Price,Unit\n03/04/2026,Nd oxide,71,USD/kg\n',
    prices: [],
    refused: ['may be two days'],
  },
  {
    name: 'a spreadsheet’s day numbers',
    text: 'Date,Product,Price,Unit\n46345,Nd oxide,71,USD/kg\n46346,Nd oxide,72,USD/kg\n',
    prices: ['neodymium oxide 71 USD/kg 2026-11-19', 'neodymium oxide 72 USD/kg 2026-11-20'],
  },
  {
    name: 'months that are not over',
    text: 'Month,Nd oxide USD/kg\nOct 2026,71\nNov 2026,72\n',
    prices: ['neodymium oxide 71 USD/kg 2026-10-31 month'],
    refused: ['is not over'],
  },
  {
    name: '“Nov-26” alone may be a month or a day',
    text: 'Date,Nd oxide USD/kg\nNov-20,72\n',
    prices: [],
    refused: ['may be a month or a day'],
  },
  {
    name: 'German and French months',
    text: 'Datum;Nd-Oxid USD/kg\n20. März 2026;71,5\n2 octobre 2026;72,5\n',
    prices: ['neodymium oxide 71.5 USD/kg 2026-03-20', 'neodymium oxide 72.5 USD/kg 2026-10-02'],
  },
  {
    name: 'a date with a time',
    text: 'timestamp,product,last,currency,per\n2026-11-20T16:30:00Z,Nd oxide,72.5,USD,kg\n',
    prices: ['neodymium oxide 72.5 USD/kg 2026-11-20'],
  },
  {
    name: 'a day’s trade: the last price counts, and no range is made of its course',
    text: 'Date,Open,High,Low,Close,Volume\n2026-11-20,71,75,70,72.5,1200\n',
    common: { metal: 'neodymium', form: 'oxide', unit: 'USD/kg' },
    prices: ['neodymium oxide 72.5 USD/kg 2026-11-20'],
  },
  {
    name: 'pence',
    text: 'Date,Product,Price (GBp/kg)\n2026-11-20,Terbium metal,61250\n',
    prices: ['terbium metal 612.5 GBP/kg 2026-11-20'],
  },
  {
    name: '¥ alone',
    text: 'Date,Product,Price,Unit\n2026-11-20,NdPr oxide,553000,¥/t\n',
    prices: [],
    refused: ['does not say'],
  },
  {
    name: 'nothing says the unit',
    text: 'Date,Product,Price\n2026-11-20,NdPr oxide,553000\n',
    prices: [],
    refused: ['it does not say in which unit'],
  },
  {
    name: 'nothing says the form',
    text: 'Date,Product,Price,Unit\n2026-11-20,Neodymium,118.5,USD/kg\n',
    prices: [],
    refused: ['it has no form'],
  },
  {
    name: 'a heading and a unit column that disagree',
    text: 'Date,Product,Price (USD/kg),Unit\n2026-11-20,Nd oxide,600000,CNY/t\n',
    prices: [],
    refused: ['its heading says USD/kg'],
  },
  {
    name: 'rows in which the heading comes again',
    text: 'Date,Product,Price,Unit\n2026-11-19,Nd oxide,71,USD/kg\nDate,Product,Price,Unit\n2026-11-20,Nd oxide,72,USD/kg\n',
    prices: ['neodymium oxide 71 USD/kg 2026-11-19', 'neodymium oxide 72 USD/kg 2026-11-20'],
  },
  {
    name: 'JSON: a list of objects, nested',
    text: '{"status":"ok","data":{"prices":[{"date":"2026-11-20","product":"NdPr oxide","price":{"low":553000,"high":557000},"unit":"CNY/t"}]}}',
    prices: [P553],
  },
  {
    name: 'JSON: lists of lists',
    text: '[["date","product","price","unit"],["2026-11-20","NdPr oxide",553000,"CNY/t"]]',
    prices: ['ndpr oxide 553000 CNY/t 2026-11-20'],
  },
  {
    name: 'XML: elements with attributes',
    text: '<?xml version="1.0"?><prices><price date="2026-11-19" product="Nd oxide" value="71" unit="USD/kg"/><price date="2026-11-20" product="Nd oxide" value="72" unit="USD/kg"/></prices>',
    prices: ['neodymium oxide 71 USD/kg 2026-11-19', 'neodymium oxide 72 USD/kg 2026-11-20'],
  },
  {
    name: 'XML: elements with children',
    text: '<feed><row><date>2026-11-19</date><metal>Dy oxide</metal><price>1,580,000</price><unit>CNY/t</unit></row><row><date>2026-11-20</date><metal>Dy oxide</metal><price>1,590,000</price><unit>CNY/t</unit></row></feed>',
    prices: ['dysprosium oxide 1580000 CNY/t 2026-11-19', 'dysprosium oxide 1590000 CNY/t 2026-11-20'],
  },
  {
    name: 'a workbook with titles, dates as dates, numbers as numbers, and a group of columns',
    text: [
      ['Price list', '', '', '', ''],
      ['Updated on 23 Nov 2026'],
      ['', 'NdPr oxide', '', 'Tb oxide', ''],
      ['Date', 'Low', 'High', 'Low', 'High'],
      ['', '(CNY/t)', '(CNY/t)', '(CNY/kg)', '(CNY/kg)'],
      [new Date('2026-11-20'), 553000, 557000, 6100, 6150],
      [new Date('2026-11-23'), 554000, 558000, '…', '…'],
    ],
    prices: [P553, 'terbium oxide 6100-6150 CNY/kg 2026-11-20', 'ndpr oxide 554000-558000 CNY/t 2026-11-23'],
  },
  {
    name: 'a workbook whose numbers are texts in a German style',
    text: [
      ['Datum', 'Produkt', 'Preis', 'Einheit'],
      ['20.11.2026', 'NdPr-Oxid', '553.000,00', 'CNY/t'],
      ['23.11.2026', 'NdPr-Oxid', '554.000,00', 'CNY/t'],
    ],
    prices: ['ndpr oxide 553000 CNY/t 2026-11-20', 'ndpr oxide 554000 CNY/t 2026-11-23'],
  },
  {
    name: 'no heading at all',
    text: '2026-11-20,NdPr oxide,553000,CNY/t\n2026-11-23,NdPr oxide,554000,CNY/t\n',
    prices: ['ndpr oxide 553000 CNY/t 2026-11-20', 'ndpr oxide 554000 CNY/t 2026-11-23'],
  },
  {
    name: 'a date column without a heading',
    text: ',Nd oxide (USD/kg),Dy oxide (USD/kg)\n2026-11-19,71,230\n2026-11-20,72,231\n',
    prices: [
      'neodymium oxide 71 USD/kg 2026-11-19',
      'dysprosium oxide 230 USD/kg 2026-11-19',
      'neodymium oxide 72 USD/kg 2026-11-20',
      'dysprosium oxide 231 USD/kg 2026-11-20',
    ],
  },
  {
    name: 'formulae as headings',
    text: 'date,Nd2O3,Pr6O11,Dy2O3\n2026-11-20,600000,610000,1580000\n',
    common: { unit: 'CNY/t' },
    prices: [
      'neodymium oxide 600000 CNY/t 2026-11-20',
      'praseodymium oxide 610000 CNY/t 2026-11-20',
      'dysprosium oxide 1580000 CNY/t 2026-11-20',
    ],
  },
  {
    name: 'symbols as headings: the form is not said',
    text: 'date,Nd,Pr\n2026-11-20,600000,610000\n',
    common: { unit: 'CNY/t', form: 'oxide' },
    prices: ['neodymium oxide 600000 CNY/t 2026-11-20', 'praseodymium oxide 610000 CNY/t 2026-11-20'],
  },
  {
    name: 'negative prices, zero and what is to come',
    text: 'Date,Product,Price,Unit\n2026-11-18,Nd oxide,-5,USD/kg\n2026-11-19,Nd oxide,0,USD/kg\n2027-11-20,Nd oxide,72,USD/kg\n',
    prices: [],
    refused: ['negative', 'zero', 'future'],
  },
  {
    name: 'tabs pasted from a page',
    text: 'Product\tPrice\tUnit\tDate\nPraseodymium–Neodymium oxide\t553,000.00\tRMB/MT\t2026/11/20\n',
    prices: ['ndpr oxide 553000 CNY/t 2026-11-20'],
  },
  {
    name: 'place and VAT in columns',
    text: 'Date,Product,Price,Unit,VAT,Market\n2026-11-20,NdPr oxide,553000,CNY/t,incl. VAT,China\n2026-11-20,NdPr oxide,62,USD/kg,excl.,Rotterdam\n',
    prices: [
      'ndpr oxide 553000 CNY/t 2026-11-20 China included',
      'ndpr oxide 62 USD/kg 2026-11-20 Rotterdam excluded',
    ],
  },
  {
    name: 'year, month and day in columns of their own',
    text: 'Year,Month,Day,Nd oxide (USD/kg)\n2026,11,19,71\n2026,11,20,72\n',
    prices: ['neodymium oxide 71 USD/kg 2026-11-19', 'neodymium oxide 72 USD/kg 2026-11-20'],
  },
  {
    name: 'year and month in columns of their own, by name',
    text: 'Year;Month;Nd oxide (USD/kg)\n2026;September;71\n2026;October;72\n',
    prices: ['neodymium oxide 71 USD/kg 2026-09-30 month', 'neodymium oxide 72 USD/kg 2026-10-31 month'],
  },
  {
    name: 'a range beside its mean',
    text: 'Name,Price Range,Avg.,Change,Date\nPr-Nd Oxide,553000-557000,555000,+2000,"Nov 20, 2026"\nUnit: yuan/mt\n',
    prices: [P553],
  },
  {
    name: 'days in columns, metals in rows',
    text: 'Date,2026-11-18,2026-11-19\nNd oxide (USD/kg),71,72\nDy oxide (USD/kg),230,231\n',
    prices: [
      'neodymium oxide 71 USD/kg 2026-11-18',
      'neodymium oxide 72 USD/kg 2026-11-19',
      'dysprosium oxide 230 USD/kg 2026-11-18',
      'dysprosium oxide 231 USD/kg 2026-11-19',
    ],
  },
  {
    name: 'one JSON object a line',
    text: '{"date":"2026-11-19","product":"Nd oxide","price":71,"unit":"USD/kg"}\n{"date":"2026-11-20","product":"Nd oxide","price":72,"unit":"USD/kg"}\n',
    prices: ['neodymium oxide 71 USD/kg 2026-11-19', 'neodymium oxide 72 USD/kg 2026-11-20'],
  },
  {
    name: 'marks of footnotes in headings',
    text: 'Date,Nd oxide1 (USD/kg),Dy oxide2 (USD/kg)\n2026-11-20,72,231\n',
    prices: ['neodymium oxide 72 USD/kg 2026-11-20', 'dysprosium oxide 231 USD/kg 2026-11-20'],
  },
  {
    name: 'Spanish and French',
    text: 'Fecha;Producto;Precio (EUR/kg)\n20/11/2026;Óxido de neodimio;72,5\n20/11/2026;Oxyde de praséodyme;73,5\n',
    prices: ['neodymium oxide 72.5 EUR/kg 2026-11-20', 'praseodymium oxide 73.5 EUR/kg 2026-11-20'],
  },
  {
    name: 'stacked tables, each under its metal',
    text: 'Neodymium oxide (USD/kg)\nDate,Price\n2026-11-19,71\nDysprosium oxide (USD/kg)\nDate,Price\n2026-11-18,230\n',
    prices: ['neodymium oxide 71 USD/kg 2026-11-19', 'dysprosium oxide 230 USD/kg 2026-11-18'],
  },
  {
    name: 'a line of a day over the rows of that day',
    text: 'Product,Low,High,Unit\n2026-11-19,,,\nNd oxide,71,73,USD/kg\n2026-11-20,,,\nNd oxide,72,74,USD/kg\n',
    prices: ['neodymium oxide 71-73 USD/kg 2026-11-19', 'neodymium oxide 72-74 USD/kg 2026-11-20'],
  },
  {
    name: 'days in rows and months in columns: prices for later delivery',
    text: 'Nd oxide futures, USD/kg\nDate,Dec-26,Jan-27,Feb-27\n2026-11-20,72,73,74\n',
    prices: [],
    refused: ['prices for later delivery are not read'],
  },
  {
    name: 'shares beside prices',
    text: 'Date,Nd oxide (%),Nd oxide (USD/kg)\n2026-11-20,22,72\n',
    prices: ['neodymium oxide 72 USD/kg 2026-11-20'],
  },
  {
    name: 'exchanges and base metals, in English and Chinese',
    text: 'Date,Product,Price,Unit\n2026-11-20,SHFE copper cathode,86000,CNY/t\n2026-11-20,LME nickel,16550,USD/t\n2026-11-20,铝,21500,元/吨\n',
    prices: [
      'copper metal 86000 CNY/t 2026-11-20 SHFE',
      'nickel metal 16550 USD/t 2026-11-20 LME',
      'aluminium metal 21500 CNY/t 2026-11-20',
    ],
  },
  {
    name: 'tables side by side, each with dates of its own',
    text: 'Date,Nd oxide USD/kg,,Date,Dy oxide USD/kg\n2026-11-19,72,,2026-11-12,231\n2026-11-20,73,,,232\n',
    prices: [
      'neodymium oxide 72 USD/kg 2026-11-19',
      'neodymium oxide 73 USD/kg 2026-11-20',
      'dysprosium oxide 231 USD/kg 2026-11-12',
    ],
    refused: ['it has no date'],
  },
  {
    name: 'a unit beside each of several prices',
    text: 'Date,Nd oxide,Unit,Dy oxide,Unit\n2026-11-20,600000,CNY/t,231,USD/kg\n',
    prices: ['neodymium oxide 600000 CNY/t 2026-11-20', 'dysprosium oxide 231 USD/kg 2026-11-20'],
  },
  {
    name: 'a second heading with other columns below the first table',
    text: 'Date,Nd oxide USD/kg\n2026-11-19,72\n\nDate,Dy oxide USD/lb\n2026-11-12,105\n',
    prices: ['neodymium oxide 72 USD/kg 2026-11-19', 'dysprosium oxide 105 USD/lb 2026-11-12'],
  },
  {
    name: 'a second table that is none of prices',
    text: 'Date,Product,Price (USD/kg)\n2026-11-19,Nd oxide,72\n\nDate,Fuel,Litres\n2026-11-19,Diesel,60\n',
    prices: ['neodymium oxide 72 USD/kg 2026-11-19'],
    refused: ['another table begins here, and is not read'],
  },
  {
    name: 'headings of two rows that come again above another metal: it is asked about, or read by its own',
    text: [
      ['', 'Nd oxide', ''],
      ['Date', 'Low (USD/kg)', 'High (USD/kg)'],
      ['2026-11-19', 71, 73],
      ['', 'Dy oxide', ''],
      ['Date', 'Low (USD/kg)', 'High (USD/kg)'],
      ['2026-11-12', 230, 232],
    ],
    prices: ['neodymium oxide 71-73 USD/kg 2026-11-19'],
    refused: ['stands above it, and the heading says another metal'],
  },
  {
    name: 'metals and units in lines of their own, from the first on',
    text: 'Date,Price\nNeodymium oxide,\nUSD/kg,\n2026-11-19,72\nDysprosium oxide,\nUSD/lb,\n2026-11-19,105\n',
    prices: ['neodymium oxide 72 USD/kg 2026-11-19', 'dysprosium oxide 105 USD/lb 2026-11-19'],
  },
  {
    name: 'days that a spreadsheet took for months',
    text: [
      ['Date', 'Nd oxide (USD/kg)'],
      [new Date('2026-01-04'), 70],
      ['13/04/2026', 72],
    ],
    prices: ['neodymium oxide 72 USD/kg 2026-04-13'],
    refused: ['may be a day that its program took for a month'],
  },
  {
    name: 'figures in thousands, as a note has it',
    text: 'Date,NdPr oxide CNY/t\n2026-11-20,553.5\n"Note: all figures in thousands",\n',
    prices: [],
    refused: ['may be said of its prices'],
  },
  {
    name: 'dollars of another country',
    text: 'Perth desk: Australian dollars\nDate,Nd oxide ($/kg)\n2026-11-20,100\n',
    prices: [],
    refused: ['may be said of its prices'],
  },
  {
    name: 'days without a year',
    text: 'Date,Product,Price,Unit\n20 Nov,Nd oxide,72,USD/kg\n',
    prices: [],
    refused: ['does not say its year'],
  },
  {
    name: 'a title with two days',
    text: 'Prices of 20 Nov 2026 (before: 13 Nov 2026)\nProduct,Price,Unit\nNd oxide,72,USD/kg\n',
    prices: [],
    refused: ['it does not say which day'],
  },
  {
    name: 'a note that says the day',
    text: 'Product,Price,Unit\nNd oxide,72,USD/kg\n"Note: prices as of 20 November 2026",,\n',
    prices: ['neodymium oxide 72 USD/kg 2026-11-20'],
  },
  {
    name: 'a unit and a column of currencies or masses that disagree',
    text: 'Date,Product,Price (USD/kg),Currency\n2026-11-19,Nd oxide,72,USD\n2026-11-20,Nd oxide,600,CNY\n',
    prices: ['neodymium oxide 72 USD/kg 2026-11-19'],
    refused: ['it says both CNY and USD'],
  },
  {
    name: 'a comma before three digits, where dates are written with points',
    text: 'Datum,Produkt,Preis,Einheit\n20.11.2026,Quarz,"72,500",USD/kg\n',
    prices: [],
    refused: ['two readings'],
  },
  {
    name: 'a second table of something else below a column of one metal',
    text: 'Date,Nd oxide USD/kg\n2026-11-19,72\n2026-11-20,73\nDate,Litres\n2026-11-12,60\n',
    prices: ['neodymium oxide 72 USD/kg 2026-11-19', 'neodymium oxide 73 USD/kg 2026-11-20'],
    refused: ['another table begins here, and is not read'],
  },
  {
    name: 'German words for VAT in a column of it',
    text: 'Datum;Produkt;Preis;Einheit;MwSt\n19.11.2026;Neodymmetall;98,40;EUR/kg;ohne\n20.11.2026;Neodymmetall;117,10;EUR/kg;inkl.\n',
    prices: [
      'neodymium metal 98.4 EUR/kg 2026-11-19 excluded',
      'neodymium metal 117.1 EUR/kg 2026-11-20 included',
    ],
  },
  {
    name: 'a grade that is a bare number',
    text: 'Date,Product,Grade,Price,Unit\n2026-11-20,Nd oxide,99.5,72,USD/kg\n',
    prices: ['neodymium oxide 72 USD/kg 2026-11-20 99.5 %'],
  },
];
