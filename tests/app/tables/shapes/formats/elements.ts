/** XML and HTML as programs write them, and keys of offices: what attributes, elements and codes say of prices. */
import type { Case } from '../../case.ts';

export const CASES: readonly Case[] = [
  {
    name: 'an electronic invoice: amount for a base quantity, sums and taxes beside',
    text: '<?xml version="1.0" encoding="UTF-8"?>\n<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:cac" xmlns:cbc="urn:cbc">\n <cbc:ID>R-771</cbc:ID><cbc:IssueDate>2026-11-17</cbc:IssueDate><cbc:DueDate>2026-12-17</cbc:DueDate><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>\n <cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Elbmetall GmbH</cbc:Name></cac:PartyName></cac:Party></cac:AccountingSupplierParty>\n <cac:TaxTotal><cbc:TaxAmount currencyID="EUR">1200.00</cbc:TaxAmount></cac:TaxTotal>\n <cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID="EUR">6300.00</cbc:LineExtensionAmount><cbc:PayableAmount currencyID="EUR">7500.00</cbc:PayableAmount></cac:LegalMonetaryTotal>\n <cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode="KGM">100</cbc:InvoicedQuantity><cbc:LineExtensionAmount currencyID="EUR">3920.00</cbc:LineExtensionAmount>\n  <cac:Item><cbc:Name>Cadmium sticks 99.99 %</cbc:Name></cac:Item><cac:Price><cbc:PriceAmount currencyID="EUR">3.92</cbc:PriceAmount><cbc:BaseQuantity unitCode="KGM">1</cbc:BaseQuantity></cac:Price></cac:InvoiceLine>\n <cac:InvoiceLine><cbc:ID>2</cbc:ID><cbc:InvoicedQuantity unitCode="KGM">200</cbc:InvoicedQuantity><cbc:LineExtensionAmount currencyID="EUR">2380.00</cbc:LineExtensionAmount>\n  <cac:Item><cbc:Name>Tellurium 99.99 %</cbc:Name></cac:Item><cac:Price><cbc:PriceAmount currencyID="EUR">8450.00</cbc:PriceAmount><cbc:BaseQuantity unitCode="KGM">100</cbc:BaseQuantity></cac:Price></cac:InvoiceLine>\n</Invoice>',
    prices: [
      'cadmium metal 3.92 EUR/kg 2026-11-17 99.99 % sticks',
      'tellurium metal 84.5 EUR/kg 2026-11-17 99.99 %',
    ],
    refused: [
      '“LineExtensionAmount” is no metal that is known here: write ',
      '“PayableAmount” is no metal that is known here: write a name',
      '“Invoice, Tax Total, Tax Amount” is no metal that is known h',
    ],
  },
  {
    name: 'the day that a list holds for',
    text: '<priceList supplier="X" currency="EUR" unit="kg" validOn="2026-11-20"><item code="1" name="Cobalt cathodes" price="46.10" stock="10"/><item code="2" name="Tellurium" price="88" stock="1"/></priceList>',
    prices: ['cobalt metal 46.1 EUR/kg 2026-11-20', 'tellurium metal 88 EUR/kg 2026-11-20'],
  },
  {
    name: 'money and mass as attributes of a price',
    text: '<r><row><date>2026-11-20</date><metal>Rhodium</metal><price currency="USD" unit="troy oz">7800</price></row><row><date>2026-11-20</date><metal>Iridium</metal><price currency="USD" unit="troy oz">4650</price></row></r>',
    prices: ['rhodium metal 7800 USD/troy oz 2026-11-20', 'iridium metal 4650 USD/troy oz 2026-11-20'],
  },
  {
    name: 'day then metal',
    text: '<history currency="USD" unit="t"><day date="2026-11-19"><price metal="Copper">9500</price><price metal="Zinc">2800</price></day><day date="2026-11-20"><price metal="Copper">9550</price><price metal="Zinc">2812</price></day></history>',
    prices: [
      'copper metal 9500 USD/t 2026-11-19',
      'copper metal 9550 USD/t 2026-11-20',
      'zinc metal 2800 USD/t 2026-11-19',
      'zinc metal 2812 USD/t 2026-11-20',
    ],
  },
  {
    name: 'metal then day',
    text: '<series><metal name="Copper" unit="USD/t"><obs date="2026-11-19" value="9500"/><obs date="2026-11-20" value="9550"/></metal><metal name="Tin" unit="USD/t"><obs date="2026-11-19" value="31200"/><obs date="2026-11-20" value="31350"/></metal></series>',
    prices: [
      'copper metal 9500 USD/t 2026-11-19',
      'copper metal 9550 USD/t 2026-11-20',
      'tin metal 31200 USD/t 2026-11-19',
      'tin metal 31350 USD/t 2026-11-20',
    ],
  },
  {
    name: 'a code beside a title',
    text: '<message:StructureSpecificData xmlns:message="m"><message:DataSet><Series COMMODITY="PCOPP" UNIT_MEASURE="USD_MT" TITLE="Copper" FREQ="M"><Obs TIME_PERIOD="2026-09" OBS_VALUE="9300.1"/><Obs TIME_PERIOD="2026-10" OBS_VALUE="9400.2"/></Series></message:DataSet></message:StructureSpecificData>',
    prices: ['copper metal 9300.1 USD/t 2026-09-30 month', 'copper metal 9400.2 USD/t 2026-10-31 month'],
  },
  {
    name: 'fields by name and value',
    text: '<Workbook1><Row><Field Name="Date">2026-11-20</Field><Field Name="Metal">Cobalt</Field><Field Name="Price">46.1</Field><Field Name="Unit">EUR/kg</Field></Row><Row><Field Name="Date">2026-11-20</Field><Field Name="Metal">Tungsten</Field><Field Name="Price">8.95</Field><Field Name="Unit">EUR/kg</Field></Row></Workbook1>',
    prices: ['cobalt metal 46.1 EUR/kg 2026-11-20'],
    refused: ['it has no form: say whether it is oxide, metal or alloy'],
  },
  {
    name: 'an element that is called value',
    text: '<price><metal>Nickel</metal><date>2026-11-20</date><value>15480</value><unit>USD/t</unit></price>',
    prices: ['nickel metal 15480 USD/t 2026-11-20'],
  },
  {
    name: 'several keys in the first cell',
    text: 'freq,prc,unit\\TIME_PERIOD\t2026-08 \t2026-09 \t2026-10 \nM,Copper,EUR_T\t8100.5 \t8200 p\t: \nM,Zinc,EUR_T\t2450 \t2500 \t2520 \n',
    prices: [
      'copper metal 8100.5 EUR/t 2026-08-31 month',
      'copper metal 8200 EUR/t 2026-09-30 month estimated',
      'zinc metal 2450 EUR/t 2026-08-31 month',
      'zinc metal 2500 EUR/t 2026-09-30 month',
      'zinc metal 2520 EUR/t 2026-10-31 month',
    ],
  },
  {
    name: 'two units over low and high',
    text: '<html><body><h2>Minor metals 20 November 2026</h2><table><tr><th rowspan="2">Metal</th><th colspan="2">USD/lb</th><th colspan="2">USD/kg</th></tr><tr><th>Low</th><th>High</th><th>Low</th><th>High</th></tr><tr><td>Bismuth</td><td>10.50</td><td>11.20</td><td></td><td></td></tr><tr><td>Indium</td><td></td><td></td><td>385</td><td>400</td></tr></table></body></html>',
    prices: ['bismuth metal 10.5-11.2 USD/lb 2026-11-20', 'indium metal 385-400 USD/kg 2026-11-20'],
  },
  {
    name: 'numbers that a program kept beside what it shows',
    text: '<html><head><meta name="generator" content="LibreOffice"></head><body><table><tr><td colspan=3>Listino, €/kg</td></tr><tr><td>Data</td><td>Stagno</td><td>Nichel</td></tr><tr><td sdval="46346" sdnum="1040;0;GG/MM/AAAA">20/11/2026</td><td sdval="27.315" sdnum="1040;0;#.##0,000">27,315</td><td sdval="15.28" sdnum="1040;0;#.##0,000">15,280</td></tr></table></body></html>',
    prices: ['tin metal 27.315 EUR/kg 2026-11-20', 'nickel metal 15.28 EUR/kg 2026-11-20'],
  },
  {
    name: 'the same of another program',
    text: '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><tr><td>Datum</td><td>Metall</td><td>EUR/kg</td></tr><tr><td>20.11.2026</td><td>Nickel</td><td x:num="15.28">15,280</td></tr><tr><td>20.11.2026</td><td>Zinn</td><td x:num="27.315">27,315</td></tr></table></body></html>',
    prices: ['nickel metal 15.28 EUR/kg 2026-11-20', 'tin metal 27.315 EUR/kg 2026-11-20'],
  },
];
