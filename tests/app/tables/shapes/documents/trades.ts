/** A day's trade: its last price counts, by whatever word in whatever language, and never its lowest and highest. */
import type { Case } from '../../case.ts';

export const CASES: readonly Case[] = [
  {
    name: 'trade tr',
    text: 'Tin, USD/t\nTarih;Şimdi;Açılış;Yüksek;Düşük;Hac.;Fark %\n2026-11-20;37050;37030;37110;36980;37110;0.50%\n2026-11-19;37310;37290;37370;37240;37370;0.50%\n',
    prices: ['tin metal 37050 USD/t 2026-11-20', 'tin metal 37310 USD/t 2026-11-19'],
  },
  {
    name: 'trade de',
    text: 'Tin, USD/t\nDatum;Zuletzt;Eröffn.;Hoch;Tief;Vol.;+/- %\n2026-11-20;37050;37030;37110;36980;12.5K;0.50%\n2026-11-19;37310;37290;37370;37240;12.5K;0.50%\n',
    prices: ['tin metal 37050 USD/t 2026-11-20', 'tin metal 37310 USD/t 2026-11-19'],
  },
  {
    name: 'trade fr',
    text: 'Tin, USD/t\nDate;Dernier;Ouv.;Plus Haut;Plus Bas;Vol.;Variation %\n2026-11-20;37050;37030;37110;36980;12.5K;0.50%\n2026-11-19;37310;37290;37370;37240;12.5K;0.50%\n',
    prices: ['tin metal 37050 USD/t 2026-11-20', 'tin metal 37310 USD/t 2026-11-19'],
  },
  {
    name: 'trade pl',
    text: 'Tin, USD/t\nData;Ostatnio;Otwarcie;Max.;Min.;Wol.;Zmiana%\n2026-11-20;37050;37030;37110;36980;12.5K;0.50%\n2026-11-19;37310;37290;37370;37240;12.5K;0.50%\n',
    prices: ['tin metal 37050 USD/t 2026-11-20', 'tin metal 37310 USD/t 2026-11-19'],
  },
  {
    name: 'trade sv',
    text: 'Tin, USD/t\nDatum;Senaste;Öppen;Högst;Lägst;Vol.;% +/-\n2026-11-20;37050;37030;37110;36980;12.5K;0.50%\n2026-11-19;37310;37290;37370;37240;12.5K;0.50%\n',
    prices: ['tin metal 37050 USD/t 2026-11-20', 'tin metal 37310 USD/t 2026-11-19'],
  },
  {
    name: 'trade cs',
    text: 'Tin, USD/t\nDatum;Poslední;Otevření;Nejvyšší;Nejnižší;Objem;Změna %\n2026-11-20;37050;37030;37110;36980;12.5K;0.50%\n2026-11-19;37310;37290;37370;37240;12.5K;0.50%\n',
    prices: ['tin metal 37050 USD/t 2026-11-20', 'tin metal 37310 USD/t 2026-11-19'],
  },
  {
    name: 'trade hu',
    text: 'Tin, USD/t\nDátum;Utolsó;Nyitó;Max;Min;Forgalom;Változás %\n2026-11-20;37050;37030;37110;36980;12.5K;0.50%\n2026-11-19;37310;37290;37370;37240;12.5K;0.50%\n',
    prices: ['tin metal 37050 USD/t 2026-11-20', 'tin metal 37310 USD/t 2026-11-19'],
  },
  {
    name: 'trade id',
    text: 'Tin, USD/t\nTanggal;Terakhir;Pembukaan;Tertinggi;Terendah;Vol.;Perubahan%\n2026-11-20;37050;37030;37110;36980;12.5K;0.50%\n2026-11-19;37310;37290;37370;37240;12.5K;0.50%\n',
    prices: ['tin metal 37050 USD/t 2026-11-20', 'tin metal 37310 USD/t 2026-11-19'],
  },
  {
    name: 'trade ro',
    text: 'Tin, USD/t\nData;Ultimul;Deschidere;Maxim;Minim;Vol.;Var. %\n2026-11-20;37050;37030;37110;36980;12.5K;0.50%\n2026-11-19;37310;37290;37370;37240;12.5K;0.50%\n',
    prices: ['tin metal 37050 USD/t 2026-11-20', 'tin metal 37310 USD/t 2026-11-19'],
  },
  {
    name: 'trade el',
    text: 'Tin, USD/t\nΗμερομηνία;Τελευταία;Άνοιγμα;Υψηλό;Χαμηλό\n2026-11-20;37050;37030;37110;36980\n2026-11-19;37310;37290;37370;37240\n',
    prices: ['tin metal 37050 USD/t 2026-11-20', 'tin metal 37310 USD/t 2026-11-19'],
  },
  {
    name: 'trade in words that are not known',
    text: 'Tin, USD/t\nDate;Foo;Bar;High;Low\n2026-11-20;37050;37030;37110;36980\n2026-11-19;37310;37290;37370;37240\n',
    prices: [],
    refused: ['“Bar” is not known here, and lies between low and high: they'],
  },
  {
    name: 'a mean in a word that is not known',
    text: 'Tin, USD/t\nDate;Low;High;Keskim.\n2026-11-20;36980;37110;37045\n2026-11-19;37240;37370;37305\n',
    prices: ['tin metal 36980-37110 USD/t 2026-11-20', 'tin metal 37240-37370 USD/t 2026-11-19'],
  },
  ...(
    [
      ['Cash', '3-month', 'Stocks (t)'],
      ['Cash Settlement', '3 months', 'Cancelled warrants'],
      ['Cash (US$/t)', '3M (US$/t)', 'Open interest'],
      ['Kasse', '3 Monate', 'Lagerbestand'],
    ] as const
  ).map(([cash, later, stocks]): Case => ({
    name: `metals in columns over rows of ${cash} and ${later}, with ${stocks} below`,
    text: `Prices of 20 November 2026 in US$/tonne\n,Tin,Nickel\n${cash},39760,15120\n${later},39650,15340\n${stocks},4480,252100\n`,
    prices: [
      'tin metal 39760 USD/t 2026-11-20',
      'tin metal 39650 USD/t 2026-11-20 3-month',
      'nickel metal 15120 USD/t 2026-11-20',
      'nickel metal 15340 USD/t 2026-11-20 3-month',
    ],
  })),
  {
    name: 'what is bid and offered in rows of deliveries, below stocks',
    text: 'Prices of 20 November 2026 in US$/tonne\nPrompt;Tin;Nickel\nOpening stock;4480;252100\nCash bid;39760;15120\nCash offer;39770;15125\n3-month bid;39650;15340\n3-month offer;39680;15350\n',
    prices: [
      'tin metal 39760-39770 USD/t 2026-11-20',
      'tin metal 39650-39680 USD/t 2026-11-20 3-month',
      'nickel metal 15120-15125 USD/t 2026-11-20',
      'nickel metal 15340-15350 USD/t 2026-11-20 3-month',
    ],
  },
  {
    name: 'stocks in a row beside rows of deliveries, each with its day',
    text: 'Date,Contract,Tin USD/t,Nickel USD/t\n2026-11-20,Cash,39760,15120\n2026-11-20,3-month,39650,15340\n2026-11-20,Stocks,4480,25210\n',
    prices: [
      'tin metal 39760 USD/t 2026-11-20 Cash',
      'tin metal 39650 USD/t 2026-11-20 3-month',
      'nickel metal 15120 USD/t 2026-11-20 Cash',
      'nickel metal 15340 USD/t 2026-11-20 3-month',
    ],
  },
];
