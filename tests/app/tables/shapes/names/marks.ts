/** Names with the marks that their sources put around them: whose list, which exchange, grade, standard, place; and what only sounds like a metal. */
import type { Case } from '../../case.ts';

/** What is called so is read as a metal and a form; behind a bar stands what else the name says. */
const NAMES = `
SMM 1#电解镍 = nickel metal | 1#
SMM A00铝 = aluminium metal | a00
长江现货 0#锌锭 = zinc metal | 0# Changjiang
Mysteel 电池级碳酸锂 = lithium carbonate | battery grade
百川盈孚 氧化镝 = dysprosium oxide
华东 1#铅锭 = lead metal | 1# East China
2#锑锭 = antimony metal | 2#
铋（标准级） = bismuth metal | standard grade
钴（合金级） = cobalt metal | alloy grade
Au99.99 = gold metal | 99.99 %
Ag(T+D) = silver metal
銅建値 = copper metal
Zink (LME, Kassa) = zinc metal | LME
Blei (LME, Kasse) = lead metal | LME
Kupfer, untere DEL-Notiz = copper metal | DEL untere
Zinn in Anoden = tin metal | anoden
Aluminium Walzbarren = aluminium metal | walz
Silber (verarbeitet, Industrie) = silver metal | verarbeitet, industrie
Zinco EN 1179 Z1 = zinc metal
Aluminio EN AB-99,7 = aluminium metal | 99.7 %
miedź w gatunku A = copper metal | grade A
Rame catodi cat. A = copper metal | grade A
oro fino 999,9 = gold metal | 999,9
argento puro 999 = silver metal | 999
Palladium 99.95 = palladium metal | 99.95 %
Platinum bar 999.5 = platinum metal | 999.5 bar
Nickel LME comptant = nickel metal | LME
Tin, Straits quality, KLTM = tin metal | KLTM
Cobalt MMTA standard grade II, in-whs Rotterdam = cobalt metal | standard grade II in warehouse MMTA Rotterdam
Ferro-titanium basis 70% min, ddp Western Europe = titanium alloy | 70 % delivered Europe
Ferro-manganese high carbon 6-8% C, basis 76-80% Mn = manganese alloy | 6-8% C, basis 76-80% Mn high carbon
Tellurium 99.9-99.99% min = tellurium metal | 99.9-99.99% min
Nickel cathodes, cut 4x4 = nickel metal | cut 4x4
Cobalt (coarse grain) = cobalt metal | coarse grain
Titanium sponge TG-110 = titanium metal | TG 110
Chromium metal, aluminothermic = chromium metal | aluminothermic
Никель Н-1 = nickel metal | Н-1
Цинк ЦВ0 = zinc metal | ЦВ0
DAP 18-46-0 bulk = dap product | 18-46-0 bulk
TSP 46% granular = tsp product | 46% granular
Urea prilled, bulk = urea product | prilled, bulk
`;

const OTHERS = [
  'SMM 1#电解铜升贴水',
  'A00铝升贴水',
  'Messing MS 63',
  'mosiądz M58 (pręty)',
  'Ottone OT58 barre',
  'Laiton CuZn39Pb2',
  'Rotguss Rg7',
  'EUR/USD',
  'USD-Kurs (EZB)',
  'Dólar PTAX',
  'ドル円(TTM)',
  'Bestand LME Zink t',
  'Nickel premium CIF Rotterdam',
  'Aufschlag Kupfer',
  'Freight Shanghai-Rotterdam',
  'Pallet deposit',
  'Tin plate',
  'Lead-acid batteries',
  'Zinc plating',
  'Copper pipe 22mm',
  'Aluminium index',
  'White gold 750',
];

const parted = NAMES.trim()
  .split('\n')
  .map((line) => line.split(' = '));

export const CASES: readonly Case[] = [
  ...parted.map(([name = '', said = '']): Case => {
    const [is = '', besides = ''] = said.split(' | ');
    return {
      name: `${name} among the marks of its source`,
      text: `Date;Product;Price;Unit\n2026-11-20;"${name}";72.5;USD/kg\n`,
      prices: [`${is} 72.5 USD/kg 2026-11-20${besides === '' ? '' : ` ${besides}`}`],
    };
  }),
  ...OTHERS.map((name): Case => ({
    name: `${name} is no price of a metal, and its table is read`,
    text: `Date;Product;Price;Unit\n2026-11-20;"${name}";72.5;USD/kg\n2026-11-20;Indium;412;USD/kg\n`,
    prices: ['indium metal 412 USD/kg 2026-11-20'],
    refused: ['is no metal that is known here'],
  })),
];
