/** Names, currencies and units as senders write them at home. */
import type { Case } from '../../case.ts';

export const CASES: readonly Case[] = [
  {
    name: 'tr products by their names there',
    text: 'Tarih;Ürün;Fiyat;Birim\n20.11.2026;Neodim oksit;62,50;USD/kg\n20.11.2026;Disprosyum oksit;245,00;USD/kg\n20.11.2026;Antimuan trioksit;23,75;USD/kg\n20.11.2026;Vanadyum pentoksit;11,20;USD/kg\n20.11.2026;Metalik silisyum;1,95;USD/kg\n20.11.2026;Titanyum sünger;6,40;USD/kg\n',
    prices: [
      'neodymium oxide 62.5 USD/kg 2026-11-20',
      'dysprosium oxide 245 USD/kg 2026-11-20',
      'antimony oxide 23.75 USD/kg 2026-11-20',
      'vanadium oxide 11.2 USD/kg 2026-11-20',
      'silicon metal 1.95 USD/kg 2026-11-20',
      'titanium metal 6.4 USD/kg 2026-11-20',
    ],
  },
  {
    name: 'cs oxides and salts by adjectives',
    text: 'Datum;Komodita;Cena;Jednotka\n20.11.2026;Oxid neodymitý;1 290,00;CZK/kg\n20.11.2026;Uhličitan lithný;248,50;CZK/kg\n20.11.2026;Síran nikelnatý;81,00;Kč/kg\n20.11.2026;Kovový chrom;212,00;Kč za kg\n',
    prices: [
      'neodymium oxide 1290 CZK/kg 2026-11-20',
      'lithium carbonate 248.5 CZK/kg 2026-11-20',
      'nickel sulfate 81 CZK/kg 2026-11-20',
      'chromium metal 212 CZK/kg 2026-11-20',
    ],
  },
  {
    name: 'pl oxides by how many',
    text: 'Data;Produkt;Cena;Jednostka\n2026-11-20;Trójtlenek antymonu;86,50;PLN/kg\n2026-11-20;Pięciotlenek wanadu;41,20;zł/kg\n2026-11-20;Dwutlenek germanu;6 850,00;PLN/kg\n2026-11-20;Krzem metaliczny;7,05;zł/kg\n',
    prices: [
      'antimony oxide 86.5 PLN/kg 2026-11-20',
      'vanadium oxide 41.2 PLN/kg 2026-11-20',
      'germanium oxide 6850 PLN/kg 2026-11-20',
      'silicon metal 7.05 PLN/kg 2026-11-20',
    ],
  },
  {
    name: 'fi and hu compounds',
    text: 'Päivä;Tuote;Hinta;Yksikkö\n20.11.2026;Litiumkarbonaatti;9,85;EUR/kg\n20.11.2026;Nikkelisulfaatti;3,62;EUR/kg\n20.11.2026;Kuparikatodi;9,41;EUR/kg\n20.11.2026;rézkatód;3 480,00;Ft/kg\n20.11.2026;Lítium-hidroxid;3 610,00;HUF/kg\n',
    prices: [
      'lithium carbonate 9.85 EUR/kg 2026-11-20',
      'nickel sulfate 3.62 EUR/kg 2026-11-20',
      'copper metal 9.41 EUR/kg 2026-11-20',
      'copper metal 3480 HUF/kg 2026-11-20',
      'lithium hydroxide 3610 HUF/kg 2026-11-20',
    ],
  },
  {
    name: 'currencies in which metals are quoted at home',
    text: 'Date,Metal,Price,Unit\n2026-11-20,Copper,450000,UAH/t\n2026-11-20,Zinc,128.5,грн/кг\n2026-11-20,Lead,1850,CLP/kg\n2026-11-20,Tin,118.4,soles/kg\n2026-11-20,Nickel,248000000,IDR/t\n2026-11-20,Aluminium,71500000,VND/t\n2026-11-20,Gold,480.25,AED/g\n2026-11-20,Silver,6.05,SAR/g\n2026-11-20,Cobalt,21500,тенге/кг\n2026-11-20,Antimony,105,lei/kg\n',
    prices: [
      'copper metal 450000 UAH/t 2026-11-20',
      'zinc metal 128.5 UAH/kg 2026-11-20',
      'lead metal 1850 CLP/kg 2026-11-20',
      'tin metal 118.4 PEN/kg 2026-11-20',
      'nickel metal 248000000 IDR/t 2026-11-20',
      'aluminium metal 71500000 VND/t 2026-11-20',
      'gold metal 480.25 AED/g 2026-11-20',
      'silver metal 6.05 SAR/g 2026-11-20',
      'cobalt metal 21500 KZT/kg 2026-11-20',
      'antimony metal 105 RON/kg 2026-11-20',
    ],
  },
  {
    name: 'units that hold another in their words',
    text: 'Date,Product,Price,Unit\n2026-11-20,APT,612,USD per metric tonne unit\n2026-11-20,Copper,9850,US$/TM\n2026-11-20,Zinc,1.31,US$/lf\n',
    prices: [
      'tungsten paratungstate 612 USD/mtu 2026-11-20',
      'copper metal 9850 USD/t 2026-11-20',
      'zinc metal 1.31 USD/lb 2026-11-20',
    ],
  },
];
