/** Price lists and quotation sheets as sellers, papers and offices of many countries write them. */
import type { Case } from '../../case.ts';

export const CASES: readonly Case[] = [
  {
    name: 'a German list of the trade, per 100 kg by its title, goods by their own names',
    text: 'Metallnotierungen vom 20. November 2026\nPreise in EUR je 100 kg, netto\n\nWare;Kurs;Veränderung\nElektrolytkupfer (DEL);1.018,25;+2,35\nHüttenaluminium 99,7 %;271,30;-0,45\nWeichblei 99,97;196,45;0,35\nFeinzink SHG;281,60;1,55\nReinnickel;1.412,00;-3,00\n',
    prices: [
      'copper metal 10.1825 EUR/kg 2026-11-20 DEL excluded',
      'aluminium metal 2.713 EUR/kg 2026-11-20 99.7 % excluded',
      'lead metal 1.9645 EUR/kg 2026-11-20 99.97 % excluded',
      'zinc metal 2.816 EUR/kg 2026-11-20 SHG excluded',
      'nickel metal 14.12 EUR/kg 2026-11-20 excluded',
    ],
  },
  {
    name: 'a French sheet with narrow spaces between thousands and the day in words',
    text: 'Cours des métaux au 20 novembre 2026\nMétal;Cours (€/t);Variation\nCuivre cathode;9 412,50;+12,00\nAluminium primaire;2 484,25;-3,50\nÉtain raffiné;32 150,00;+55,00\nPlomb doux;1 755,00;0,00\n',
    prices: [
      'copper metal 9412.5 EUR/t 2026-11-20',
      'aluminium metal 2484.25 EUR/t 2026-11-20 primary',
      'tin metal 32150 EUR/t 2026-11-20',
      'lead metal 1755 EUR/t 2026-11-20 soft',
    ],
  },
  {
    name: 'a Spanish list with days in words and the money in its heading',
    text: 'Fecha;Metal;Precio (€/t)\n19 de noviembre de 2026;Cátodo de cobre;9.398,00\n20 de noviembre de 2026;Aluminio primario;2.484,25\n20 de noviembre de 2026;Lingote de estaño;32.150,50\n',
    prices: [
      'copper metal 9398 EUR/t 2026-11-19',
      'aluminium metal 2484.25 EUR/t 2026-11-20 primary',
      'tin metal 32150.5 EUR/t 2026-11-20',
    ],
  },
  {
    name: 'an Italian list with its day in the title and units in a column',
    text: 'Listino metalli del 20 novembre 2026;;\nMetallo;Prezzo;U.M.\nAlluminio primario in pani;2.615,00;€/t\nRame catodi;9.412,50;€/t\nStagno in lingotti;32,15;€/kg\nPiombo raffinato;1.755,00;€/t\n',
    prices: [
      'aluminium metal 2615 EUR/t 2026-11-20 primary',
      'copper metal 9412.5 EUR/t 2026-11-20',
      'tin metal 32.15 EUR/kg 2026-11-20',
      'lead metal 1755 EUR/t 2026-11-20',
    ],
  },
  {
    name: 'a Portuguese sheet of an exchange in dollars a tonne',
    text: 'Cotações LME em 20/11/2026 (US$/t);\nMetal;Fechamento\nCobre;10.844,00\nAlumínio;2.869,00\nNíquel;15.150,00\nChumbo;1.992,50\n',
    prices: [
      'copper metal 10844 USD/t 2026-11-20 LME',
      'aluminium metal 2869 USD/t 2026-11-20 LME',
      'nickel metal 15150 USD/t 2026-11-20 LME',
      'lead metal 1992.5 USD/t 2026-11-20 LME',
    ],
  },
  {
    name: 'a Polish list, goods with their kinds, months in the genitive',
    text: 'Data;Surowiec;Cena;Jednostka\n3 listopada 2026 r.;Miedź katodowa;39 450,00;PLN/t\n3 listopada 2026 r.;Cynk elektrolityczny;11 120,50;PLN/t\n30 września 2026;Ołów rafinowany;7 390,00;PLN/t\n30 września 2026;Aluminium hutnicze;10 410,00;PLN/t\n',
    prices: [
      'copper metal 39450 PLN/t 2026-11-03',
      'zinc metal 11120.5 PLN/t 2026-11-03',
      'lead metal 7390 PLN/t 2026-09-30',
      'aluminium metal 10410 PLN/t 2026-09-30',
    ],
  },
  {
    name: 'a Turkish list with a Turkish month',
    text: 'Tarih;Ürün;Fiyat;Birim\n20 Kasım 2026;Katot bakır;10.844,00;USD/ton\n20 Kasım 2026;Külçe alüminyum;2.869,00;USD/ton\n19 Ekim 2026;Çinko;3.051,00;USD/ton\n19 Ekim 2026;Kurşun;1.992,50;USD/ton\n',
    prices: [
      'copper metal 10844 USD/t 2026-11-20',
      'aluminium metal 2869 USD/t 2026-11-20',
      'zinc metal 3051 USD/t 2026-10-19',
      'lead metal 1992.5 USD/t 2026-10-19',
    ],
  },
  {
    name: 'a Russian list of grades, spaces between thousands that do not break',
    text: 'Цены на цветные металлы на 20 ноября 2026 г.\nНаименование;Цена, руб/т\nМедь катодная М00к;912\u00a0400,00\nАлюминий первичный А7;261\u00a0350,00\nЦинк Ц0;288\u00a0900,00\nСвинец С1;196\u00a0100,50\n',
    prices: [
      'copper metal 912400 RUB/t 2026-11-20 М00к',
      'aluminium metal 261350 RUB/t 2026-11-20 А7 primary',
      'zinc metal 288900 RUB/t 2026-11-20 Ц0',
      'lead metal 196100.5 RUB/t 2026-11-20 С1',
    ],
  },
  {
    name: 'precious metals in Russian, one a column, narrow spaces in numbers',
    text: 'Дата;Золото, руб/г;Серебро, руб/г;Платина, руб/г\n19.11.2026;10\u202f398,02;125,88;3\u202f930,15\n20.11.2026;10\u202f441,70;127,04;3\u202f944,63\n',
    prices: [
      'gold metal 10398.02 RUB/g 2026-11-19',
      'silver metal 125.88 RUB/g 2026-11-19',
      'platinum metal 3930.15 RUB/g 2026-11-19',
      'gold metal 10441.7 RUB/g 2026-11-20',
      'silver metal 127.04 RUB/g 2026-11-20',
      'platinum metal 3944.63 RUB/g 2026-11-20',
    ],
  },
  {
    name: 'Japanese list prices by the tonne, their day and unit in the title',
    text: '非鉄金属建値 2026年11月20日 (円/トン)\n品目,建値,前回比\n電気銅,"1,650,000",+10000\n電気亜鉛,"498,000",-2000\n電気鉛,"352,000",0\n錫地金,"5,600,000",+20000\n',
    prices: [
      'copper metal 1650000 JPY/t 2026-11-20',
      'zinc metal 498000 JPY/t 2026-11-20',
      'lead metal 352000 JPY/t 2026-11-20',
      'tin metal 5600000 JPY/t 2026-11-20',
    ],
  },
  {
    name: 'a Korean list of electrolytic metals',
    text: '기준일,품목,가격,단위\n2026-11-20,전기동,"15,200,000",원/톤\n2026-11-20,알루미늄괴,"4,010,000",원/톤\n2026-11-20,전기아연,"4,260,000",원/톤\n2026-11-20,주석,"52,000,000",원/톤\n',
    prices: [
      'copper metal 15200000 KRW/t 2026-11-20',
      'aluminium metal 4010000 KRW/t 2026-11-20',
      'zinc metal 4260000 KRW/t 2026-11-20',
      'tin metal 52000000 KRW/t 2026-11-20',
    ],
  },
  {
    name: 'a Chinese settlement sheet, its day without marks and its unit in lines above',
    text: '交易所结算参数表 交易日期:20261120\n单位:元/吨\n品种,结算价,涨跌,成交量(手),持仓量(手)\n铜,86480,-320,112345,201874\n铝,21535,45,98112,187330\n锌,22710,-85,104221,99012\n镍,117850,620,88770,90113\n注:涨跌为与前一交易日之差\n',
    prices: [
      'copper metal 86480 CNY/t 2026-11-20',
      'aluminium metal 21535 CNY/t 2026-11-20',
      'zinc metal 22710 CNY/t 2026-11-20',
      'nickel metal 117850 CNY/t 2026-11-20',
    ],
  },
  {
    name: 'the same with its day behind the name of the sheet, and saved in an old encoding',
    text: '结算价一览 2026-11-19\n品种,结算价(元/吨),成交量\n沪铜,86400,112345\n沪锡,291300,27765\n碳酸锂,93650,1217\n',
    encoding: 'gb18030',
    prices: [
      'copper metal 86400 CNY/t 2026-11-19',
      'tin metal 291300 CNY/t 2026-11-19',
      'lithium carbonate 93650 CNY/t 2026-11-19',
    ],
  },
  {
    name: 'ferro-alloys priced by what they hold, their unit by a word behind it',
    text: 'Date,Product,Low,High,Unit\n2026-11-20,FeV80 DDP Europe,25.10,26.30,USD/kg V\n2026-11-20,FeMo 65% DDP Europe,52.10,53.40,USD/kg Mo\n2026-11-20,V2O5 98% fused,5.40,5.90,USD/lb V2O5\n2026-11-20,High carbon ferrochrome,1.02,1.08,USD/lb Cr\n2026-11-20,APT 88.5% WO3,908,932,USD/mtu WO3\n2026-11-20,FeSi75,1280,1320,USD/t\n2026-11-20,Silicomanganese 65/17,980,1010,USD/t\n2026-11-20,FeW75,112,116,USD/kg W\n',
    prices: [
      'vanadium alloy 25.1-26.3 USD/kg 2026-11-20 80 % delivered Europe',
      'molybdenum alloy 52.1-53.4 USD/kg 2026-11-20 65 % delivered Europe',
      'vanadium oxide 5.4-5.9 USD/lb 2026-11-20 98 % fused',
      'chromium alloy 1.02-1.08 USD/lb 2026-11-20 high carbon',
      'tungsten paratungstate 908-932 USD/mtu 2026-11-20 88.5 %',
      'silicon alloy 1280-1320 USD/t 2026-11-20 75 %',
      'manganese alloy 980-1010 USD/t 2026-11-20 65/17',
      'tungsten alloy 112-116 USD/kg 2026-11-20 75 %',
    ],
  },
  {
    name: 'contained metal said in a column of its own',
    text: 'Date,Material,Basis,Price,Unit\n2026-11-20,Ferrovanadium 80%,per kg contained V,25.70,USD/kg\n2026-11-20,Molybdenum oxide,per lb contained Mo,23.10,USD/lb\n',
    prices: ['vanadium alloy 25.7 USD/kg 2026-11-20 80 %', 'molybdenum oxide 23.1 USD/lb 2026-11-20'],
  },
  {
    name: 'Swedish and Czech lists',
    text: 'Datum;Metall;Pris;Enhet\n20 november 2026;Koppar;104,50;SEK/kg\n20 november 2026;Bly;19,40;SEK/kg\n20 november 2026;Tenn;352,00;SEK/kg\n',
    prices: [
      'copper metal 104.5 SEK/kg 2026-11-20',
      'lead metal 19.4 SEK/kg 2026-11-20',
      'tin metal 352 SEK/kg 2026-11-20',
    ],
  },
  ...['Value', 'Price', 'Quote'].map((word): Case => ({
    name: `letters that tell columns called ${word} apart, which are no metals`,
    text: `Date,Product,${word} A,${word} B,Unit\n2026-11-20,Neodymium oxide,72.5,73.5,USD/kg\n2026-11-20,Terbium oxide,910,925,USD/kg\n`,
    prices: [],
    refused: ['no column of prices that is known here'],
  })),
  {
    name: 'symbols of one letter in headings, where no row names a metal',
    text: 'Date,Price V (USD/kg),Price W (USD/kg)\n2026-11-20,27.4,66.1\n',
    prices: [],
    refused: ['it has no form', 'it has no form'],
  },
  {
    name: 'the same letters where someone chose which is low and which is high',
    text: 'Date,Product,Value A,Value B,Unit\n2026-11-20,Terbium oxide,910,925,USD/kg\n',
    chosen: { 2: 'low', 3: 'high' },
    prices: ['terbium oxide 910-925 USD/kg 2026-11-20'],
  },
];
