/** Money and masses as tables in other languages name them, put into the words that units are read by: "руб./т", "dólares por tonelada". */

import { simplified } from './simplified.ts';

/** Names by what they are read as, as patterns. */
const MASSES: readonly (readonly [string, string])[] = [
  [
    'troy oz',
    String.raw`(?:fein|troy|troj)unzen?|fine (?:troy )?(?:oz\.?|ounces?)|once fine|oncia fina|onza fina|onça fina|(?:onzas?|onces?|onças?|oncia|once)[- ](?:troy|tro[iy]ana|d['’]or|fine)|(?:troy|troj)[- ]?ounces?|uncj[aęi] trojańsk(?:a|ą|iej)|тр(?:ойск(?:ая|ую|ой)|\.) ?унци[яюи]|oz\.?[- ]?tr(?:oy)?\.?|apz|トロイオンス|트로이온스`,
  ],
  [
    't',
    String.raw`metrische[rn]? tonnen?|to|tn|tns|tne|tm|mton|tonnes? métriques?|toneladas? métricas?|tonnellat[ae] metric(?:a|he)|tonnen?|toneladas?|tonnellat[ae]|ton[aęy]|тонн[ауы]?|т|トン|톤`,
  ],
  [
    'kg',
    'kgm|kilogramm|kilogramos?|quilogramas?|quilos?|chilogramm[oi]|chilo|kilograma?|килограмм|кг\\.?|キログラム|キロ|킬로그램|킬로',
  ],
  ['flask', 'frascos?|flacons?|flaschen?|bombol[ae]|фляг[аи]|колб[аы]|フラスコ'],
  ['long ton', 'gross tons?|gt|ltn'],
  ['short ton', 'stn'],
  ['g', 'grm|gramm|gramos?|gramas?|gramm[oi]|грамм|г|グラム|그램'],
  ['lb', 'lf|lbr|libras? finas?|libras?|livres?|libbr[ae]|funta?|фунт(?:а|ов)?|ポンド|파운드'],
  ['oz', 'unzen?|onzas?|onces?|oncia|onças?|uncj[aęi]|унци[яюи]|オンス|온스'],
];
/** Hundredths of dollars come first, for their names end in those of dollars. */
const MONEYS: readonly (readonly [string, string])[] = [
  [
    'USc',
    String.raw`(?:ctvo?s?\.?|cvs\.?|cts\.?|cent\.|centavos?|cents?|centesim[io]|centimes?) ?-?(?:de |di |of )?(?:u\.?s\.? ?\$|\$ ?us|usd|us-dollars?|d[oó]lar(?:es)?|dollar[ois]?)(?: (?:estadounidenses?|(?:norte)?americanos?|(?:de )?(?:ee\. ?uu\.|eua|estados unidos)|us|américains?))?|(?:us ?\$|usd) ?(?:ctvo?s?\.?|cts\.?|centavos?)|美分|цент(?:ов|а)?(?: сша)?|セント|센트`,
  ],
  [
    'USD',
    String.raw`d[oó]lares (?:estadounidenses|(?:norte)?americanos|(?:de (?:los )?)?(?:ee\. ?uu\.|eua|estados unidos))|dollars (?:us|américains|des états-unis)|\$ us|us-dollar|(?:amerikan|abd) dolar[ıi]|dolar (?:as|usa)|d[oó]lar(?:es)?|dollar[oi]|dolar(?:y|ów)?|долл(?:ар(?:ов|ы|а|ах|ів)?|\.)?(?: сша)?|米ドル|ドル|미국 ?달러|달러|美金`,
  ],
  ['EUR', 'евро|євро|eura?|ユーロ|유로'],
  ['CNY', '人民元|위안화?|юан(?:ей|ь|и|ях)|yuan(?:s|es)|çin yuanı'],
  ['JPY', '엔화?|日圆'],
  ['KRW', '원|ウォン|韩元'],
  ['RUB', 'рубл(?:ей|ь|и|я|ях)|руб\\.?'],
  ['PLN', 'złot(?:ych|y|e)|zł\\.?'],
  ['TRY', 't[üu]rk liras[ıi]|tl'],
  ['KZT', 'тенге|₸'],
  ['BRL', 'reais|real'],
  ['INR', 'rs\\.|рупи(?:й|я|и|ях)|रुपये|रुपया'],
  ['CZK', 'kč|korun[ay]?(?: českých| česká)?'],
  ['HUF', 'ft|forint'],
  ['UAH', 'грн\\.?|гривень|гривн[яії]'],
  ['SEK', 'svenska kronor'],
  ['NOK', 'norske kroner'],
  ['DKK', 'danske kroner'],
  ['CLP', 'pesos? chilenos?'],
  ['Colombian peso', 'cop|pesos? colombianos?'],
  ['Argentine peso', 'ars|pesos? argentinos?'],
  ['MXN', 'pesos? mexicanos?'],
  ['Philippine peso', 'php'],
  ['Peruvian sol', 'pen|(?:nuevos )?soles|s\\/\\.'],
  ['Romanian leu', 'ron|lei'],
  ['Saudi riyal', 'sar|ريال سعودي'],
  ['AED', 'درهم'],
  ['IDR', 'rp\\.?'],
  ['VND', 'vnđ|đồng|đ'],
];
const PER = String.raw`(?<!\s)\s{0,3}\/\s{0,3}|(?<=\S)\s{1,3}(?:por|par|al(?:la)?|la|na|per|pro|je|za|за|на)\s{1,3}(?:(?:una?|le|el|il)\s{1,3})?`;

/** Cents that say no currency, a pound: only dollars are priced so. A small "c$" is a cent, and a large one a Canadian dollar. */
const CENTS_A_POUND =
  /(?<![\p{L}\d$]|[Uu]\.?[Ss]\.?[ -])(?:[Cc]tvo?s?\.?|CTVO?S?\.?|[Cc]vs\.?|[Cc]ts?\.?|[Cc]entavos?|c\$)(?=\s?\/\s?lb)/gu;

const any = (names: readonly (readonly [string, string])[]) => names.map(([, words]) => words).join('|');
const END = String.raw`(?!\p{L})`;
const PER_MASS = new RegExp(String.raw`(${PER})((?:1,?000|100|10|1)\s?)?(${any(MASSES)})${END}`, 'giu');
const PER_KNOWN =
  /(?<=\p{L}|\p{Sc}|\.)\s{1,3}(?:por|par|al(?:la)?|la|za|за|на)\s{1,3}(?=(?:kg|t|lb|g|oz|кг)(?!\p{L}))/giu;
/** Before the mass, in brackets, beside a number, or alone. */
const MONEY = new RegExp(
  String.raw`(?<!(?![千万百億亿천만])\p{L})(${any(MONEYS)})(?=\s{0,3}(?:\/|[)\]）】,]|$)|\s{1,3}(?:por|par|al|la|na|per|pro|je|za|за|без|с|bez|z|inkl|excl|incl|ohne|hors|sin|senza|sem)[\s.])`,
  'giu',
);
const [WHOLE_MASS] = [new RegExp(`^(?:${any(MASSES)})$`, 'iu')];
/** A metric quintal, of which the size may stand beside it: "q.le (100 kg)". */
const QUINTAL = String.raw`(?:dt|dezitonnen?|q\.? ?l[ei]\.?|q\.?[lt]\.|quintal(?:e|i|s|es|en)?|quintaux|qtls?\.?|doppelzentner|dz|центнера?|ц)${END}(?:\s{0,3}\(\s?100\s?kg\s?\))?`;
const [WHOLE_QUINTAL, PER_QUINTAL] = [
  new RegExp(`^${QUINTAL}$`, 'iu'),
  new RegExp(`(?:${PER})${QUINTAL}`, 'giu'),
];

const named = (names: readonly (readonly [string, string])[]) => {
  const patterns = names.map(([id, words]) => [id, new RegExp(`^(?:${words})$`, 'iu')] as const);
  return (text: string): string => patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? text;
};
const [massOf, moneyOf] = [named(MASSES), named(MONEYS)];

/** A code of statistical offices, and no other word: "USD_MT", "EUR_PER_TONNE", "USD-LB". */
const CODED =
  /^([a-z]{3}|usc)[_-](?:per_)?(kgs?|kilogram|t|tn|mt|dmt|tons?|tonnes?|metric_tons?|metric_tonnes?|lbs?|pound|g|gr|gram|oz|ounce|toz|ozt|troy_oz|troy_ounce|mtu|dmtu|st|short_ton|flask)$/iu;

/** @example withKnownUnits('руб./т') // "RUB/t" */
export function withKnownUnits(given: string): string {
  const text = given
    .trim()
    .replace(CODED, (_, money: string, mass: string) => `${money.toUpperCase()}/${mass.toLowerCase()}`)
    .replaceAll('／', '/')
    .replaceAll('_', ' ');
  // Nearly every cell of prices is a number.
  if (!/\p{L}/u.test(text)) return text;
  if (WHOLE_MASS.test(text.trim())) return massOf(text.trim());
  if (WHOLE_QUINTAL.test(text.trim())) return '100 kg';
  return text
    .replaceAll(/[噸萬億]/gu, (sign) => simplified(sign))
    .replaceAll(MONEY, (word) => moneyOf(word))
    .replaceAll(PER_QUINTAL, '/100 kg')
    .replaceAll(
      PER_MASS,
      (_, __, count: string | undefined, mass: string) => `/${count ?? ''}${massOf(mass)}`,
    )
    .replaceAll(PER_KNOWN, '/')
    .replaceAll(CENTS_A_POUND, 'USc');
}
