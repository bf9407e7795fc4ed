/** Lists of offices in which metals stand among oils, rates and indices: each metal is read, and nothing else comes out. */
import type { Case } from '../../case.ts';

export const CASES: readonly Case[] = [
  {
    name: 'months across in Spanish, units in each name',
    text: 'Cuadro: precios de productos básicos, promedio mensual;;;\nFuente: Banco Central. Unidad monetaria: dólares de EE.UU.;;;\nSerie;Ago.2026;Sep.2026;Oct.2026\nPrecio del estaño BML (dólares/tonelada);35.010,2;36.480,0;36.910,5\nPrecio del oro (dólares/onza troy);3.368,03;ND;4.058,33\nPrecio del petróleo WTI (dólares/barril);63,98;63,53;60,07\nPrecio de la celulosa (dólares/tonelada métrica);1.497,5;1.497,0;ND\nTipo de cambio nominal (pesos por dólar);966,02;961,20;955,91\n',
    prices: [
      'tin metal 35010.2 USD/t 2026-08-31 month mean LME',
      'tin metal 36480 USD/t 2026-09-30 month mean LME',
      'tin metal 36910.5 USD/t 2026-10-31 month mean LME',
      'gold metal 3368.03 USD/troy oz 2026-08-31 month mean',
      'gold metal 4058.33 USD/troy oz 2026-10-31 month mean',
    ],
    refused: Array.from({ length: 8 }, () => 'is no metal that is known here'),
  },
  {
    name: 'a long table of an office, index rows of the same metal beside its prices',
    text: 'FREQ,Commodity,UNIT_MEASURE,Unit,TIME_PERIOD,OBS_VALUE,UNIT_MULT,OBS_STATUS\nM,"Zinc, high grade 98% pure",USD_MT,US dollars per metric tonne,2026-08,2801.5,0,\nM,"Zinc, high grade 98% pure",IX,"Index, 2016=100",2026-08,133.9,0,\nM,"Brent Crude Oil",USD_BBL,US dollars per barrel,2026-08,66.2,0,\nM,"Coal, South African export price",USD_MT,US dollars per metric tonne,2026-08,91.25,0,\nM,Wheat,USD_MT,US dollars per metric tonne,2026-08,181,0,\nM,"Lead, 99.97% pure",USD_MT,US dollars per metric tonne,2026-08,,0,M\n',
    prices: [
      'zinc metal 2801.5 USD/t 2026-08-31 month 98 % high grade',
      'coal product 91.25 USD/t 2026-08-31 month export South Africa',
    ],
    refused: [
      'does not say a currency and a mass',
      'is no metal that is known here',
      'is no metal that is known here',
      'it has no price',
    ],
  },
  {
    name: 'thousands by the word of a column, units by another',
    text: '"REF_DATE","GEO","Products","UOM","SCALAR_FACTOR","VALUE","STATUS"\n"2026-08","Canada","Tin, refined","Canadian dollars per tonne","thousands","50.12",""\n"2026-09","Canada","Tin, refined","Canadian dollars per tonne","thousands","","x"\n"2026-08","Canada","Magnesium, unwrought","Canadian dollars per kilogram","units","4.05",""\n"2026-08","Canada","Total, metals","Index, 2020=100","units","151.2",""\n',
    prices: [
      'tin metal 50120 CAD/t 2026-08-31 month',
      'magnesium metal 4.05 CAD/kg 2026-08-31 month unwrought',
    ],
    refused: ['it has no price', 'is no metal that is known here'],
  },
  {
    name: 'a column of factors in German, of which one is a thousand',
    text: 'Zeitraum;Rohstoff;Einheit;Faktor;Wert\n2026-08;Kupfer;EUR/t;Tausend;9,125\n2026-08;Zinn;EUR/kg;Eins;31,2\n',
    prices: ['copper metal 9125 EUR/t 2026-08-31 month', 'tin metal 31.2 EUR/kg 2026-08-31 month'],
  },
  {
    name: 'a factor that no word says',
    text: 'Period,Commodity,Unit,Scale,Value\n2026-08,Zinc,EUR/t,x7,2.56\n',
    prices: [],
    refused: ['in thousands or the like'],
  },
];
