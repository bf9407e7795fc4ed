/** Mails and chats that were saved or pasted: greetings, a line a price, remarks behind it, an older mail below. */
import type { Case } from '../../case.ts';

export const CASES: readonly Case[] = [
  {
    name: 'a German mail whose prices are of another day than it was sent',
    text: 'Von: E. Lang <e.lang@metall.example>\nGesendet: Montag, 23. November 2026 08:12\nAn: Einkauf\nBetreff: Metallpreise\n\nGuten Morgen zusammen,\n\nhier die Kurse vom 20.11.2026, netto:\n\nKupfer Kathoden    9.482 - 9.569 EUR/t\nZinn 99,9: 34.180,00 EUR/t\nNickel ............ 12.960 EUR/t (fest)\nKobalt: 38,90 EUR/kg, ruhig\nMessing MS58: 7.120 EUR/t\n\nDollarkurs heute 1,1582. Im Lager 120 t Kupfer.\n\nGruß\nE. Lang\n',
    prices: [
      'copper metal 9482-9569 EUR/t 2026-11-20 excluded',
      'tin metal 34180 EUR/t 2026-11-20 99.9 % excluded',
      'nickel metal 12960 EUR/t 2026-11-20 excluded',
      'cobalt metal 38.9 EUR/kg 2026-11-20 excluded',
    ],
    refused: ['“Messing MS58” is no metal'],
  },
  {
    name: 'an answer above the mail that it answers, whose prices are older',
    text: 'Hi Tom,\n\ntoday (20 Nov 2026):\n- Gallium 4N: $1,480-1,560/kg\n- Germanium: USD 3,650/kg (+50)\n- Indium USD 412-428/kg, up 3 on the day\n- Bismuth 17.20 USD/lb (17.00 yesterday)\n\nBest, Ann\n\nOn Thu, 19 Nov 2026 at 09:10, Tom <t@desk.example> wrote:\n> Gallium 4N: $1,450-1,500/kg\n> Germanium: USD 3,600/kg\n',
    prices: [
      'gallium metal 1480-1560 USD/kg 2026-11-20 4N',
      'germanium metal 3650 USD/kg 2026-11-20',
      'indium metal 412-428 USD/kg 2026-11-20',
    ],
    refused: ['“Bismuth 17.20 USD/lb (17.00 yesterday)”'],
  },
  {
    name: 'a Chinese message, with a premium and an exchange rate in it',
    text: '各位早上好，2026年11月20日报价如下：\n1#电解铜：85960-86160元/吨\nA00铝：21530-21570元/吨\n氧化镨钕：55.3-55.6万元/吨，持平\n铜升贴水：-20元/吨\n美元兑人民币 7.0812\n',
    prices: [
      'copper metal 85960-86160 CNY/t 2026-11-20 1#',
      'aluminium metal 21530-21570 CNY/t 2026-11-20 a00',
      'ndpr oxide 553000-556000 CNY/t 2026-11-20',
    ],
    refused: ['铜升贴水', '美元兑人民币'],
  },
  {
    name: 'a French message with a list, before tax',
    text: 'Bonjour,\n\nCours du 20 novembre 2026 (HT, départ usine)\n- Cuivre cathode : 9 482 €/t\n- Étain : 34 180 €/t\n- Nickel : 12 960 €/t (stable)\n- Laiton : 7 120 €/t\n\nParité EUR/USD 1,1582\nCordialement\n',
    prices: [
      'copper metal 9482 EUR/t 2026-11-20 ex-works excluded',
      'tin metal 34180 EUR/t 2026-11-20 ex-works excluded',
      'nickel metal 12960 EUR/t 2026-11-20 ex-works excluded',
    ],
    refused: ['“Laiton” is no metal', 'EUR/USD'],
  },
  {
    name: 'an Indian message by the ten grams and the kilo, in lakhs',
    text: '*Om Traders, Rajkot*\nClosing rates 20-11-2026\n\nGOLD (per 10 gm)  Rs. 1,25,430\nSILVER (per kg)  Rs. 1,62,850\nNICKEL (per kg)  Rs. 1,485.50\nCRUDE OIL (per bbl)  Rs. 5,312\n\nUSD/INR 88.71\n',
    prices: [
      'gold metal 12543 INR/g 2026-11-20',
      'silver metal 162850 INR/kg 2026-11-20',
      'nickel metal 1485.5 INR/kg 2026-11-20',
    ],
    refused: ['CRUDE OIL', 'USD/INR'],
  },
  {
    name: 'a chat that was saved, each message with its time',
    text: '[18/11/2026, 09:14:02] Raj: Good morning\n[18/11/2026, 09:14:30] Raj: Zinc Rs 287.60 per kg\n[20/11/2026, 09:15:00] Raj: Zinc ₹285.10/kg\n[20/11/2026, 09:15:40] Raj: Nickel ₹1,485/kg\n[20/11/2026, 09:16:00] Amit: ok thanks\n',
    prices: [
      'zinc metal 287.6 INR/kg 2026-11-18',
      'zinc metal 285.1 INR/kg 2026-11-20',
      'nickel metal 1485 INR/kg 2026-11-20',
    ],
  },
  {
    name: 'a message whose unit stands in its title alone',
    text: 'Heavy rare earths - 20 Nov 2026\nUSD/kg, FOB China\n\nNdPr oxide      72.5-73\nDy oxide        262 - 266\nGd oxide        n/a\n',
    prices: [
      'ndpr oxide 72.5-73 USD/kg 2026-11-20 fob China',
      'dysprosium oxide 262-266 USD/kg 2026-11-20 fob China',
    ],
  },
  {
    name: 'a message with bids and offers by a stroke',
    text: 'Desk closing 20 November 2026, USD per tonne\nCopper 9731/9735\nTin 39,650/39,700\n',
    prices: ['copper metal 9731-9735 USD/t 2026-11-20', 'tin metal 39650-39700 USD/t 2026-11-20'],
  },
  {
    name: 'a message with terms behind its prices, over those of its beginning',
    text: 'Minors Fri 20 Nov 2026, all in whs Rotterdam unless I say otherwise:\n  Bismuth 99.99   USD 16.80 - 17.60 / lb\n  APT 88.5%       $905 - 930 / mtu, CIF\n  Ferro-niobium 65%: US$ 44.80/kg Nb, FOB Santos.\nFreight Shanghai/Rotterdam $2,150 per FEU.\n',
    prices: [
      'bismuth metal 16.8-17.6 USD/lb 2026-11-20 99.99 % in warehouse Rotterdam',
      'tungsten paratungstate 905-930 USD/mtu 2026-11-20 88.5 % cif',
      'niobium alloy 44.8 USD/kg 2026-11-20 65 % fob Santos',
    ],
    refused: ['Freight'],
  },
  {
    name: 'the lower end of a range is no purity of its metal',
    text: 'Sulphates 20 Nov 2026\nCobalt sulphate: RMB 92,000 - 93,000/mt\nCobalt 95,500 - 96,000 CNY/t\nAntimony 99.65 - 99,650 CNY/t\n',
    prices: ['cobalt sulfate 92000-93000 CNY/t 2026-11-20', 'cobalt metal 95500-96000 CNY/t 2026-11-20'],
    refused: ['too far apart'],
  },
  {
    name: 'a grade with a letter that is money elsewhere, and a copyright below',
    text: 'Prices 20 Nov 2026, USD\nAluminium P1020: 2,688/t\nZinc: 3,095/t\n(c) Metal Desk. Chg = change on the day.\n',
    prices: ['aluminium metal 2688 USD/t 2026-11-20 p1020', 'zinc metal 3095 USD/t 2026-11-20'],
  },
  {
    name: 'a message that says no day is asked',
    text: 'Hello,\nCopper: 9,731 USD/t\nZinc: target 2,900 USD/t\nTin traded at 39,000 USD/t last week.\n',
    prices: [],
    refused: ['which day its prices are of'],
  },
  {
    name: 'prose about prices is no list of them',
    text: 'Dear all, on 20 Nov 2026 copper went through 9,731 USD/t,\nwhile tin stayed near its high of 39,650 USD/t.\n',
    prices: [],
    refused: ['no heading that is known'],
  },
];
