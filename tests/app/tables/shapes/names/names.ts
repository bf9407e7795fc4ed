/** Names of metals and products in the languages that tables come in, as cells and as headings. */
import type { Case } from '../../case.ts';

/** What is called so is read as a metal and a form; behind a bar stands what else the name says. */
const NAMES = `
Kupferkathode = copper metal
Lithiumcarbonat = lithium carbonate
Lithiumhydroxid = lithium hydroxide
Neodymoxid = neodymium oxide
Ammoniumparawolframat = tungsten paratungstate
Wolframkonzentrat = tungsten concentrate
Kobaltsulfat = cobalt sulfate
Ferromolybdän = molybdenum alloy
Vanadiumpentoxid = vanadium oxide
Eisenerz = iron-ore ore
Praseodymoxid = praseodymium oxide
Titanschwamm = titanium metal
Dysprosiummetall = dysprosium metal
carbonate de lithium = lithium carbonate
hydroxyde de lithium = lithium hydroxide
oxyde de néodyme = neodymium oxide
cathode de cuivre = copper metal
minerai de fer = iron-ore ore
sulfate de nickel = nickel sulfate
paratungstate d'ammonium = tungsten paratungstate
óxido de neodimio = neodymium oxide
carbonato de litio = lithium carbonate
cátodo de cobre = copper metal
mineral de hierro = iron-ore ore
hidróxido de litio = lithium hydroxide
concentrado de cobre = copper concentrate
ossido di terbio = terbium oxide
minério de ferro = iron-ore ore
carbonato de lítio = lithium carbonate
tlenek neodymu = neodymium oxide
węglan litu = lithium carbonate
ruda żelaza = iron-ore ore
карбонат лития = lithium carbonate
镨钕氧化物 = ndpr oxide
镝氧化物 = dysprosium oxide
rame elettrolitico = copper metal
cuivre électrolytique = copper metal
Silicon metal 4-4-1 = silicon metal | 441
оксид неодима = neodymium oxide
гидроксид лития = lithium hydroxide
медный катод = copper metal
феррованадий = vanadium alloy
железная руда = iron-ore ore
碳酸锂 = lithium carbonate
电池级碳酸锂 = lithium carbonate | battery grade
氢氧化锂 = lithium hydroxide
钨精矿 = tungsten concentrate
仲钨酸铵 = tungsten paratungstate
硫酸镍 = nickel sulfate
硫酸钴 = cobalt sulfate
电解钴 = cobalt metal
氧化镝 = dysprosium oxide
金属镝 = dysprosium metal
镝铁 = dysprosium alloy
钼铁 = molybdenum alloy
五氧化二钒 = vanadium oxide
电解铜 = copper metal
1#电解镍 = nickel metal | 1#
0#锌锭 = zinc metal | 0#
四氧化三钴 = cobalt oxide
铁矿石 = iron-ore ore
海绵钛 = titanium metal
铝土矿 = bauxite ore
氧化铝 = alumina oxide
硅锰 = manganese alloy
锂辉石精矿 = lithium concentrate
二氧化锗 = germanium oxide
金属镓 = gallium metal
精铟 = indium metal
炭酸リチウム = lithium carbonate
水酸化リチウム = lithium hydroxide
酸化ネオジム = neodymium oxide
鉄鉱石 = iron-ore ore
フェロモリブデン = molybdenum alloy
탄산리튬 = lithium carbonate
수산화리튬 = lithium hydroxide
산화네오디뮴 = neodymium oxide
철광석 = iron-ore ore
황산니켈 = nickel sulfate
Tungsten APT = tungsten paratungstate
APT = tungsten paratungstate
Ferro-molybdenum = molybdenum alloy
FeV 80% = vanadium alloy | 80 %
Lithium carbonate, battery grade = lithium carbonate | battery grade
Lithium hydroxide monohydrate = lithium hydroxide
LiOH·H2O = lithium hydroxide
Li2CO3 = lithium carbonate
Spodumene 6% Li2O = lithium concentrate | 6 % Li2O
Tantalite = tantalum ore
Chrome ore 42% Cr2O3 = chromium ore | 42 % Cr2O3
Iron ore 62% Fe fines = iron-ore ore | 62 %
Silicon metal = silicon metal
Ferrochrome high carbon = chromium alloy | high carbon
Titanium sponge = titanium metal
Antimony trioxide = antimony oxide
Cobalt hydroxide = cobalt hydroxide
Zinc SHG = zinc metal | SHG
LME Copper Grade A = copper metal | grade A LME
Kupfer DEL = copper metal | DEL
Selenium powder = selenium powder
Indium ingot = indium metal
V2O5 = vanadium oxide
WO3 = tungsten oxide
MoO3 = molybdenum oxide
Dy2O3 = dysprosium oxide
Gold = gold metal
Or = gold metal
Argent = silver metal
Oro = gold metal
Plata = silver metal
黄金 = gold metal
白银 = silver metal
Elektrolytkupfer = copper metal
Reinstaluminium 99,99 = aluminium metal | 99.99 %
Sekundäraluminium = aluminium metal | secondary
Raffinadeblei = lead metal
Altkupfer = copper scrap
Nickelbriketts = nickel metal | briketts
Manganflocken = manganese metal | flocken
chatarra de cobre = copper scrap
sucata de cobre = copper scrap
złom miedzi = copper scrap
aluminium pierwotne = aluminium metal | primary
katot bakır = copper metal
BAKIR = copper metal
ALÜMİNYUM = aluminium metal
bakır hurdası = copper scrap
медь М1 = copper metal | М1
лом меди = copper scrap
ферросилиций 75 = silicon alloy | 75 %
мідь катодна = copper metal
553#硅 = silicon metal | 553
アルミ地金 = aluminium metal
銅スクラップ = copper scrap
알루미늄괴 = aluminium metal
měděné katody = copper metal
réz = copper metal
tembaga = copper metal
ทองแดง = copper metal
χαλκός = copper metal
Aluminium alloy ADC12 = aluminium alloy
HC FeCr 60% = chromium alloy | 60 % high carbon
SiMn 65/16 = manganese alloy | 65/16
FeV80 = vanadium alloy | 80 %
Cobalt hydroxide 30% = cobalt hydroxide | 30%
Spodumene SC6 = lithium concentrate | SC6
Nickel sulphate hexahydrate = nickel sulfate | hexahydrate
Nickel Kathoden gebr. = nickel metal | gebr.
Cold-rolled steel coil = steel product
Warmbreitband = steel product
Bobina laminada en caliente = steel product
螺纹钢 = steel product
열연코일 = steel product
Rebar, ex mill Iskenderun = steel product | ex-works Iskenderun
Thermal coal 5,500 NAR fob Kalimantan = coal product | 5,500 NAR fob Kalimantan
Steam coal 4200 kcal GAR = coal product | 4200 kcal GAR
动力煤 Q5500 = coal product | Q5500
Coking coal, FOB Australia = coal product | fob Australia
Węgiel kamienny = coal product
一般炭 = coal product
아연(수입산) = zinc metal | 수입산
구리(스크랩) = copper scrap
5N锑 = antimony metal | 5N
Titanium sponge TG-100 = titanium metal | TG 100
Титан губчатый ТГ-110 = titanium metal | TG 110
Rebar scrap = steel scrap
paladium sponge = palladium metal
Magneisum 99.9% = magnesium metal | 99.9 %
germannium ingot = germanium metal
`;

/** Goods with a metal's name in theirs, or much like one. */
const OTHERS = [
  'Steel drums',
  'Stahlfässer',
  'Steel pipes',
  '钢管',
  '구리(파이프)',
  'Aluminium hot rolled coil',
  'Stainless hot rolled coil',
  'Hot rolled coil premium',
  'Activated carbon',
  'Charbon de bois',
  'Carbón vegetal',
  'Coal tar',
  'Coal freight',
  'Silicone',
  'Phosphite',
  'Thalluim',
  'Paladium freight',
];

const ASKED = [
  'Dysprosium',
  'Terbium',
  'Lithium',
  'Tungsten',
  'Wolfram',
  '钨',
  'Molybdenum',
  'Vanadium',
  'Manganese',
];

const parted = NAMES.trim()
  .split('\n')
  .map((line) => line.split(' = '));

export const CASES: readonly Case[] = [
  ...parted.flatMap(([name = '', said = '']): readonly Case[] => {
    const [is = '', besides = ''] = said.split(' | ');
    const price = (value: string) => `${is} ${value} USD/kg 2026-11-20${besides === '' ? '' : ` ${besides}`}`;
    return [
      {
        name: `${name} in a cell`,
        text: `Date;Product;Price;Unit\n2026-11-20;"${name}";72.5;USD/kg\n`,
        prices: [price('72.5')],
      },
      {
        name: `${name} in a heading`,
        text: `Date;"${name} (USD/kg)"\n2026-11-20;72.5\n`,
        prices: [price('72.5')],
      },
    ];
  }),
  ...ASKED.map((name): Case => ({
    name: `${name} says no form, and none is guessed`,
    text: `Date;Product;Price;Unit\n2026-11-20;${name};72.5;USD/kg\n`,
    prices: [],
    refused: ['it has no form'],
  })),
  ...OTHERS.map((name): Case => ({
    name: `${name} is none of the metals`,
    text: `Date;Product;Price;Unit\n2026-11-20;${name};72.5;USD/kg\n`,
    prices: [],
    refused: ['is no metal that is known here'],
  })),
  {
    name: 'words behind a metal that no list knows',
    text: 'Datum;Zboží;Cena;Jednotka\n20.11.2026;Cín Sn99,9;812,50;CZK/kg\n20.11.2026;Měď elektrolytická plíšková;236,40;CZK/kg\n20.11.2026;Zinco in barrette;2,71;EUR/kg\n20.11.2026;Gold, evening price;4211,35;USD/troy oz\n',
    prices: [
      'tin metal 812.5 CZK/kg 2026-11-20 99.9 %',
      'copper metal 236.4 CZK/kg 2026-11-20 plíšková',
      'zinc metal 2.71 EUR/kg 2026-11-20 barrette',
      'gold metal 4211.35 USD/troy oz 2026-11-20 evening',
    ],
  },
  {
    name: 'words behind a metal that may be of another good',
    text: 'Date;Item;Price;Unit\n2026-11-20;Lithium gizmo;9,50;USD/kg\n2026-11-20;Copper gizmo premium;8,10;USD/kg\n2026-11-20;Zinc Zamak gizmo;3,10;USD/kg\n2026-11-20;Copper total;9,10;USD/kg\n2026-11-20;Tin;41,20;USD/kg\n',
    prices: ['tin metal 41.2 USD/kg 2026-11-20'],
    refused: [
      'is no metal that is known here',
      'is no metal that is known here',
      'is no metal that is known here',
      'is no metal that is known here',
    ],
  },
  {
    name: 'salts and alloys in Korean and Chinese',
    text: '날짜,품목,가격,단위\n2026-11-20,리튬 탄산염,9.65,USD/kg\n2026-11-20,钆铁合金,22.5,USD/kg\n2026-11-20,디스프로슘-철,318,USD/kg\n',
    prices: [
      'lithium carbonate 9.65 USD/kg 2026-11-20',
      'gadolinium alloy 22.5 USD/kg 2026-11-20',
      'dysprosium alloy 318 USD/kg 2026-11-20',
    ],
  },
];
