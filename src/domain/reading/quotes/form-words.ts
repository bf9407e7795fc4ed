/**
 * What tables call the forms that metals are sold in, in the languages that they come in: `form-words.json`, in which a word may be a
 * pattern of its endings. Questions know those of `read-basis.ts` alone.
 */
import { FORMS, type Form } from '#src/domain/series/quote.ts';
import LISTS from './form-words.json' with { type: 'json' };
import { FORM_WORDS, type Taken } from './read-basis.ts';

/** Latin and Cyrillic words are whole; of others a part of a name is one. */
const whole = (words: string) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu');
const either = (words: string, others: string) =>
  new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})|${others}`, 'iu');

/** In the order in which they are looked for: a hydroxide is no oxide, and a carbonate of a metal no metal. */
const TABLE_FORMS = LISTS.flatMap(({ form: name, words, within }) => {
  const form = FORMS.find((one) => one === name);
  return form === undefined ? [] : [[either(words.join('|'), within.join('|')), form] as const];
});
const ALL = [...TABLE_FORMS, ...FORM_WORDS];
const EACH = ALL.map(([pattern]) => new RegExp(pattern, 'giu'));

/** The form that a table's words say. @example readTableForm('carbonate') // "carbonate" */
export const readTableForm = (text: string): Form | undefined =>
  ALL.find(([pattern]) => pattern.test(text))?.[1];

/** What a cell below "Form" says: a form's own name, or a word for it. */
export const readFormCell = (text: string): Form | undefined =>
  FORMS.find((form) => form === text.trim().toLowerCase()) ?? readTableForm(withPlainForms(text));

/** The same, with all words of forms taken out. */
export function takeTableForm(text: string): Taken<Form> {
  const value = readTableForm(text);
  if (value === undefined) return { value, rest: text };
  return { value, rest: EACH.reduce((rest, pattern) => rest.replaceAll(pattern, ' '), text) };
}

/** What a mixture with iron is, before the metal's name. */
const FERRO = /(?<!\p{L})(?:ferro|ферро|феро|żelazo)[- ]?(?=\p{L}{3})/giu;
const COMPOUND =
  /(?<=\p{L}{3})(?<!(?<!\p{L})(?:mono|di|tri|tetr|pent|sesqui|per|hydr|hidr))(hydroxide?|(?:mono|di|tri|tetr|pent)?oxide?|metall|[ck]arbonat|sulfat|chlorid|konzentrat|koncentrat|erz|malm|kathoden?|katod(?:er)?|legierung|legering|pulver|schrott|skrot|schwamm|barren|masseln|blöcke|granulat|briketts?|flocken|blokken|korrels|broodjes|staven|tacken|tackor|blokke|barrer|carbonaat|sulfaat|concentraat|poeder|schroot|(?:mono|di|tri|pent)?oksidi?|karbonaatti|sulfaatti|hydroksidi|(?<!misch)metal|metalli|hidroxid|katodi|katód|rikaste|romu|göt(?:ar)?|svamp)(?!\p{L})/giu;
/** "mineral de cobre", "minerai d'étain": an ore; alone the word may be anything that is mined. */
const ORE_OF = /(?<!\p{L})(?:minera[li]s?|minerale|minerales)\s+d(?:['’]|[eiu]\s)/giu;
/** "FeMo", "Dy-Fe", "FeV80": an alloy with iron, and how much of it is no iron. */
const WITH_IRON =
  /(?<![\p{L}\d])(?:Fe[- ]?(?:(Mo|V|Cr|Mn|Si|Nb|W|Ti|Ni|B|P)|(Si)[- ]?Mn)(?:[- ]?(\d\d)(?![\d.,%]| ?%))?|(Dy|Ho|Gd)-?Fe)(?![\p{L}])/gu;
/** Formulas of oxides; that of titanium and the like names a good of its own. */
const [FORMULA, OXIDE, HYDROXIDE, CARBONATE, SULFATE] = [
  /(?<![\p{L}\d])(?!al|fe|mg|si|p2|k2)([a-z]{1,2})\d{1,2}O\d{1,2}(?![\p{L}\d])|(?<![\p{L}\d])(ce)o2(?![\p{L}\d])/giu,
  /(?<![\p{L}\d])(?!Ti|Al|Mg|Fe|Si|Ca|No|Po)([A-Z][a-z]|[WVU])O\d?(?![\p{L}\d])/gu,
  /(?<![\p{L}\d])(Li|Co|Ni|Mg|Ce|La)OH(?:[·.*•]?\s?H2O)?(?![\p{L}\d])/gu,
  /(?<![\p{L}\d])(Li|Ce|La|Sr|Nd|Y)2?CO3(?![\p{L}\d])/gu,
  /(?<![\p{L}\d])(Co|Ni|Cu|Zn|Mn)SO4(?:[·.*•]?\s?\d?H2O)?(?![\p{L}\d])/gu,
];

/** With compounds and formulas as words: "Lithiumcarbonat", "Ferromolybdän", "FeMo", "WO3". */
export const withPlainForms = (text: string): string =>
  text
    .replaceAll(ORE_OF, 'ore ')
    .replaceAll(FERRO, 'ferro ')
    .replaceAll(COMPOUND, ' $1')
    .replaceAll(
      WITH_IRON,
      (_, metal = '', silico = '', share = '', other = '') =>
        `ferro ${String(metal)}${silico === '' ? '' : 'Mn'}${String(other)}${share === '' ? '' : ` ${String(share)} %`}`,
    )
    .replaceAll(HYDROXIDE, '$1 hydroxide')
    .replaceAll(CARBONATE, '$1 carbonate')
    .replaceAll(SULFATE, '$1 sulfate')
    .replaceAll(FORMULA, '$1$2 oxide')
    .replaceAll(OXIDE, '$1 oxide');

/** Whether words of several forms stand in a text, as in "metals, oxides and ores". */
export const saysSeveralForms = (text: string): boolean =>
  new Set(ALL.flatMap(([pattern, form]) => (pattern.test(text) ? [form] : []))).size > 1;

const GRADES: readonly (readonly [RegExp, string])[] = [
  [
    either(
      'batt?(?:ery|\\.)?[- ]grade|batteriequalität|qualité batterie|grado bater[ií]a|grau bateria|аккумуляторный',
      '电池级|電池グレード|배터리급|전지급',
    ),
    'battery grade',
  ],
  [
    either(
      '(?:technical|industrial|tech\\.?)[- ]grade|technische qualität|qualité technique|grado (?:técnico|industrial)|grau (?:técnico|industrial)',
      '工业级|工業用|공업용',
    ),
    'technical grade',
  ],
  [
    either(
      'high[- ]carbon|yüksek karbonlu|wysokowęglowy|vysokouhlíkov[ýáé]|hc|h\\.c\\.|carbur[éa]t?[oa]?|alto carbono|hochgekohlt',
      '高碳',
    ),
    'high carbon',
  ],
  [either('medium[- ]carbon|mc', '中碳'), 'medium carbon'],
  [either('low[- ]carbon|lc|l\\.c\\.|bajo carbono|affiné', '低碳'), 'low carbon'],
  [either('special high[- ]grade|shg', '(?<!\\p{L})SHG'), 'SHG'],
  [whole('high[- ]grade|hg'), 'high grade'],
  [whole('standard[- ]grade ii|grade ii'), 'standard grade II'],
  [
    either(
      '(?:standard|std\\.?|regular|reg\\.?)[- ](?:grade|quality)|(?:standard|std\\.?)[- ]?qualität|qualité standard|(?:grado|calidad) estándar|qualità standard|стандартное качество',
      '标准级',
    ),
    'standard grade',
  ],
  [whole('low[- ]grade'), 'low grade'],
  [whole('super[- ]?alloy[- ]grade'), 'superalloy grade'],
  [either('alloy[- ]grade', '合金级'), 'alloy grade'],
  [/(?<!\p{L})DEL(?:[- ]Notiz)?(?!\p{L})/u, 'DEL'],
  [
    whole('(?:grade|grado|grau|güte|klasse|kategorie|cat\\.?|categoria|gatunku?|gat\\.|klass|sınıfı?) a'),
    'grade A',
  ],
  [/(?<=(?:cathodes?|cátodos?|catod[oi]|kathoden?|katod[ay]?|катод(?:ы|ная)?) )A(?![\p{L}\d])/iu, 'grade A'],
  // Silicon by its iron, aluminium and calcium.
  [
    /(?<=(?:silicon|sili[cz]ium|silicio|silício|硅|кремний|krzem|silisyum|(?<!\p{L})Si)[^\d]{0,12})5-?5-?3(?![\d-])#?/iu,
    '553',
  ],
  [
    /(?<=(?:silicon|sili[cz]ium|silicio|silício|硅|кремний|krzem|silisyum|(?<!\p{L})Si)[^\d]{0,12})4-?4-?1(?![\d-])#?/iu,
    '441',
  ],
  [
    /(?<=(?:silicon|sili[cz]ium|silicio|silício|硅|кремний|krzem|silisyum|(?<!\p{L})Si)[^\d]{0,12})4-?2-?1(?![\d-])#?/iu,
    '421',
  ],
  [/(?<![\p{L}\d])(24|22|18|14)\s?-?(?:k|kt|ct|carats?|karats?|karat)(?![\p{L}\d])/iu, '$1K'],
  [/(?<![\d.,])(553|441|421)#?(?=\s?(?:silicon|sili[cz]ium|硅|金属硅|工业硅))/iu, '$1'],
  // Spodumene by its lithia.
  [/(?<!\p{L})SC ?([4-7](?:[.,]\d)?)(?![\p{L}\d])/u, 'SC$1'],
  // Gold and silver by their thousandths.
  [
    /(?<=(?:gold|silver|silber|or|argent|oro|argento|plata|ouro|prata|platin(?:um)?|palladium) )(999(?:[.,]\d{1,2})?|995|925|916|900|750|585)(?![\d.,%])/iu,
    '$1',
  ],
  [/(?<!\d)(\d)#|#(\d)(?!\d)/u, '$1$2#'],
  // Titanium sponge by its hardness.
  [/(?<!\p{L})(?:TG|ТГ)[ -]?(\d{2,3}|T?V|ТВ|Т?в|T?v)(?:-T[Vv])?(?![\p{L}\d])/u, 'TG $1'],
  [
    /(?<![\p{Script=Latin}\p{Script=Cyrillic}\d])([2-7]N[58]?)(?![\p{Script=Latin}\p{Script=Cyrillic}\d])/u,
    '$1',
  ],
  // Russian ones by their letter and number: "М00к", "А7", "Ц0".
  [/(?<![\p{L}\d])([АМЦСОНК]В?-?\d{1,2}[А-Яа-я]{0,2})(?![\p{L}\d])/u, '$1'],
];

/** The grade that a name says beside the metal: "battery grade", "SHG", "4N". */
export function takeGrade(text: string): Taken<string> {
  for (const [pattern, grade] of GRADES) {
    const match = pattern.exec(text);
    if (match === null) continue;
    return {
      value: grade.replace('$1', match[1] ?? '').replace('$2', match[2] ?? ''),
      rest: text.replace(pattern, ' '),
    };
  }
  return { value: undefined, rest: text };
}

/** A share of what the metal is in: "6 % Li2O", "Cr2O3 42%". */
const ASSAY =
  /(?:[≥≤]\s?)?(?<![\d.,])(\d{1,2}(?:[.,]\d{1,3})?)\s?%\s?(?:(?:min|max)\.?\s?)?([A-Z][a-z]?(?:\d{0,2}O\d{0,2})?)(?![\p{L}\d])|(?<![\p{L}\d])([A-Z][a-z]?\d{0,2}O\d{0,2})\s?(?:[≥:]\s?)?(\d{1,2}(?:[.,]\d{1,3})?)\s?%/u;

/** @example takeAssay('Spodumene 6% Li2O').value // "6 % Li2O" */
export function takeAssay(text: string): Taken<string> {
  const match = ASSAY.exec(text);
  const [number, formula] = [match?.[1] ?? match?.[4], match?.[2] ?? match?.[3]];
  if (match === null || number === undefined || formula === undefined)
    return { value: undefined, rest: text };
  const share = Number(number.replace(',', '.'));
  // "99.5 % Nd2O3" is how pure it is.
  if (share >= 50) return { value: undefined, rest: text };
  return {
    value: `${share} % ${formula}`,
    rest: `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`,
  };
}
