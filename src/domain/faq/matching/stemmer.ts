/** The Porter stemmer (M. F. Porter, "An algorithm for suffix stripping", 1980): "prices" and "pricing" become "price". */

const C = '(?:[^aeiou][^aeiouy]*)';
const V = '(?:[aeiouy][aeiou]*)';
const MEASURE_1 = new RegExp(`^${C}?${V}${C}`, 'u');
const MEASURE_IS_1 = new RegExp(`^${C}?${V}${C}${V}?$`, 'u');
const MEASURE_2 = new RegExp(`^${C}?${V}${C}${V}${C}`, 'u');
const HAS_VOWEL = new RegExp(`^${C}?[aeiouy]`, 'u');
const SHORT = new RegExp(`^${C}[aeiouy][^aeiouwxyY]$`, 'u');
const DOUBLE = /([^aeiouylsz])\1$/u;

const STEP_2: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['bli', 'ble'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
  ['logi', 'log'],
];
const STEP_3: readonly (readonly [string, string])[] = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
];
const STEP_4 =
  /^(.+?)(?:al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize|(?<=[st])ion)$/u;

function replaceSuffix(word: string, table: readonly (readonly [string, string])[]): string {
  for (const [suffix, other] of table) {
    if (!word.endsWith(suffix)) continue;
    const base = word.slice(0, -suffix.length);
    return MEASURE_1.test(base) ? base + other : word;
  }
  return word;
}

function stripPlural(word: string): string {
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function stripPast(word: string): string {
  if (word.endsWith('eed')) return MEASURE_1.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
  const suffix = word.endsWith('ed') ? 2 : word.endsWith('ing') ? 3 : 0;
  const base = word.slice(0, word.length - suffix);
  if (suffix === 0 || !HAS_VOWEL.test(base)) return word;
  if (/(?:at|bl|iz)$/u.test(base)) return `${base}e`;
  if (DOUBLE.test(base)) return base.slice(0, -1);
  return SHORT.test(base) ? `${base}e` : base;
}

function stripFinalE(word: string): string {
  let result = word;
  if (result.endsWith('e')) {
    const base = result.slice(0, -1);
    if (MEASURE_2.test(base) || (MEASURE_IS_1.test(base) && !SHORT.test(base))) result = base;
  }
  return result.endsWith('ll') && MEASURE_2.test(result) ? result.slice(0, -1) : result;
}

/** The stem of a lower-case word; words under three letters, over 30, or not in a-z, come back as they are. */
export function stem(word: string): string {
  if (word.length < 3 || word.length > 30 || !/^[a-z]+$/u.test(word)) return word;
  // A "y" at the start or after a vowel is a consonant; upper case keeps it apart from the vowel.
  let result = word.replace(/^y|(?<=[aeiou])y/gu, 'Y');
  result = stripPast(stripPlural(result));
  if (result.endsWith('y') && HAS_VOWEL.test(result.slice(0, -1))) result = `${result.slice(0, -1)}i`;
  result = replaceSuffix(replaceSuffix(result, STEP_2), STEP_3);
  const base = STEP_4.exec(result)?.[1];
  if (base !== undefined && MEASURE_2.test(base)) result = base;
  return stripFinalE(result).toLowerCase();
}
