/** Tables of programs that know no cells: lists of printers in pages, wikis, statistics programs and databases. */
import type { Case } from '../../case.ts';

export const CASES: readonly Case[] = [
  {
    name: 'a list with signs for the printer, a heading on each page, and units of their own in two names',
    text: [
      '1PUR220   NORTHERN FOUNDRY - MONTHLY METALS                 PAGE  1',
      '                    U.S. CENTS PER POUND UNLESS NOTED',
      '0CODE  METAL / BASIS                       SEP 2026    OCT 2026',
      ' 0100  NICKEL, MELTING GRADE                 684.10      679.25',
      ' 0110  TIN, STRAITS                         1702.00         N/Q',
      '1PUR220   NORTHERN FOUNDRY - MONTHLY METALS                 PAGE  2',
      '                    U.S. CENTS PER POUND UNLESS NOTED',
      '0CODE  METAL / BASIS                       SEP 2026    OCT 2026',
      ' 0200  SILVER (CENTS PER TROY OZ)            4295.0      4930.0',
      ' 0210  PLATINUM (DOLLARS PER TROY OZ)        1405.5      1620.0',
      ' 0900  EXCHANGE, CAN$ PER US$               1.3840      1.3998',
      '0*** END ***',
      '',
    ].join('\n'),
    prices: [
      'nickel metal 6.841 USD/lb 2026-09-30 month melting grade',
      'nickel metal 6.7925 USD/lb 2026-10-31 month melting grade',
      'tin metal 17.02 USD/lb 2026-09-30 month',
      'silver metal 42.95 USD/troy oz 2026-09-30 month',
      'silver metal 49.3 USD/troy oz 2026-10-31 month',
      'platinum metal 1405.5 USD/troy oz 2026-09-30 month',
      'platinum metal 1620 USD/troy oz 2026-10-31 month',
    ],
    refused: ['is no metal that is known here', 'is no metal that is known here'],
  },
  {
    name: 'pages by form feeds alone',
    text: 'Metallnotierungen              Seite 1\n\nDatum         Metall      Preis    Einheit\n16.11.2026    Zink      2.640,00    EUR/t\n17.11.2026    Zink      2.655,50    EUR/t\n\fMetallnotierungen              Seite 2\n\nDatum         Metall      Preis    Einheit\n16.11.2026    Blei      1.860,00    EUR/t\n17.11.2026    Blei      1.871,50    EUR/t\n',
    prices: [
      'zinc metal 2640 EUR/t 2026-11-16',
      'zinc metal 2655.5 EUR/t 2026-11-17',
      'lead metal 1860 EUR/t 2026-11-16',
      'lead metal 1871.5 EUR/t 2026-11-17',
    ],
  },
  {
    name: 'a table of a statistics program: one space between cells, texts in quotes, names of rows without a heading',
    text: '"metal" "grade" "month_end" "price" "unit"\n"1" "indium" "In 99.995% ingot" 2026-09-30 405 "USD/kg"\n"2" "indium" "In 99.995% ingot" 2026-10-31 NA "USD/kg"\n"3" "yttrium" "Y2O3 99.999%" 2026-10-31 1.2e+02 "USD/kg"\n"4" "tin" "ingot, 99.9%" 2026-10-31 3e+05 "CNY/t"\n',
    prices: [
      'indium metal 405 USD/kg 2026-09-30 In 99.995% ingot',
      'yttrium oxide 120 USD/kg 2026-10-31 Y2O3 99.999%',
      'tin metal 300000 CNY/t 2026-10-31 ingot, 99.9%',
    ],
  },
  {
    name: 'the same without quotes and without names of rows',
    text: 'date metal price unit\n2026-11-19 zinc 3054.5 USD/t\n2026-11-20 cobalt 24.1 USD/lb\n',
    prices: ['zinc metal 3054.5 USD/t 2026-11-19', 'cobalt metal 24.1 USD/lb 2026-11-20'],
  },
  {
    name: 'a table of Jira, its day in the heading, with colours and stressed words',
    text: 'h3. Indications of 18 November 2026\n\n{panel:title=Read me}All in USD, ranges of what traders told us.{panel}\n||Material||Price||Unit||vs. last week||\n|*Gallium* 99.99%|1480 - 1560|USD/kg|{color:green}+1.2%{color}|\n|Lutetium oxide (Lu{~}2{~}O{~}3{~})|{color:red}no offers{color}|USD/kg|n/a|\n|[Antimony trioxide|https://wiki/sb]|28,500 - 29,500|USD/t|-1.5%|\n\n(!) freight 9.80 USD/kg by air, not included\n',
    prices: [
      'gallium metal 1480-1560 USD/kg 2026-11-18 99.99 %',
      'antimony oxide 28500-29500 USD/t 2026-11-18',
    ],
  },
  {
    name: 'a table of MediaWiki, a cell a line or several',
    text: "== Prices ==\n{| class=\"wikitable\"\n|+ Spot prices (USD/t)\n! Date !! Zinc !! Lead\n|-\n| 2026-11-19 || 3,050.5 || align=\"right\" | 1,984\n|-\n| 2026-11-20\n| 3,061\n| '''1,990.5'''\n|}\n",
    prices: [
      'zinc metal 3050.5 USD/t 2026-11-19',
      'lead metal 1984 USD/t 2026-11-19',
      'zinc metal 3061 USD/t 2026-11-20',
      'lead metal 1990.5 USD/t 2026-11-20',
    ],
  },
  {
    name: 'a table that a database draws',
    text: '+------------+--------+---------+-------+\n| date       | metal  | price   | unit  |\n+------------+--------+---------+-------+\n| 2026-11-19 | tin    | 37150.0 | USD/t |\n| 2026-11-20 | nickel | 14985.5 | USD/t |\n+------------+--------+---------+-------+\n2 rows in set (0.01 sec)\n',
    prices: ['tin metal 37150 USD/t 2026-11-19', 'nickel metal 14985.5 USD/t 2026-11-20'],
  },
  {
    name: 'signs of money in cells that the heading tells apart, and cells that a spreadsheet has not computed',
    text: 'Date,Nd oxide (CNY/t),Silver (JPY/g),Nickel (AUD/t),USD/CNY\n"Mon, Nov 16, 2026","¥612,000","¥245.5","$22,950.00",7.112\n"Tue, Nov 17, 2026",Loading...,"￥246","$23,010.50",7.1098\n"Wed, Nov 18, 2026","¥615,000",#REF!,#N/A,7.1085\n',
    prices: [
      'neodymium oxide 612000 CNY/t 2026-11-16',
      'silver metal 245.5 JPY/g 2026-11-16',
      'nickel metal 22950 AUD/t 2026-11-16',
      'silver metal 246 JPY/g 2026-11-17',
      'nickel metal 23010.5 AUD/t 2026-11-17',
      'neodymium oxide 615000 CNY/t 2026-11-18',
    ],
  },
];
