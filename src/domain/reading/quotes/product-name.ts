/** Finds what a table calls a product in its text: a name of a material, in any language, and the form that stands beside it. */
import type { Form } from '#src/domain/series/quote.ts';
import type { Material } from '#src/domain/series/material.ts';
import { withNamesMended } from './misspelt-names.ts';
import { BEFORE_NAME, takeSpecs } from './take-specs.ts';
import { readTableForm, takeGrade, takeTableForm, withPlainForms } from './form-words.ts';

interface Name {
  readonly name: string;
  readonly material: Material;
  readonly form?: Form | undefined;
  /** Whether it may end or begin within a word, as Chinese names do. */
  readonly isOpen: boolean;
}

interface Names {
  /** Those that may stand among other words, by their first two letters, longest first. */
  readonly byStart: ReadonlyMap<string, readonly Name[]>;
  /** All, also those that count only alone. */
  readonly whole: ReadonlyMap<string, Name>;
}

interface Product {
  readonly material: Material | undefined;
  readonly form: Form | undefined;
  /** "battery grade"; empty where none is said. */
  readonly grade: string;
  readonly rest: string;
}

/** Small words that join the others; as a symbol, "In" has a capital. */
const JOINTS =
  /(?<!\p{L})(?:in|of|for|at|per|the|as|and|pro|je|de|von|für|und|des?|du|di|del|della|dos?|das?|van|la|le|les|el|los|las|il|lo|et|y|e|z|w|из|на|в|за|для)(?!\p{L})|(?<!\p{L})[dl]['’](?=\p{L})/gu;
const withoutJoints = (text: string): string =>
  withPlainForms(text).replaceAll(JOINTS, ' ').replaceAll(/\s+/gu, ' ').trim();

/** The product of a text that is one of its names and nothing else. */
export function wholeProduct(text: string, materials: readonly Material[]): Product | undefined {
  const own = namesOf(materials).whole.get(text.trim().toLowerCase());
  return own && productOf(own, undefined, '', '');
}

/** Takes the product out of a text; of several names the longest is meant, so "NdPr" is not "Nd". */
export function takeProduct(text: string, materials: readonly Material[]): Product {
  const { byStart, whole } = namesOf(materials);
  const { value: grade = '', rest: ungraded } = takeGrade(withNamesApart(withoutJoints(text), whole));
  const first = longestIn(ungraded, byStart);
  if (first === undefined) {
    // A short name counts where nothing but its form stands beside it: "Ceroxid".
    const { value, rest } = takeTableForm(ungraded);
    const alone = whole.get(bare(rest));
    const specified = alone === undefined ? wholeBesideSpecs(rest, whole) : undefined;
    if (specified !== undefined)
      return productOf(specified, value, grade, rest.toLowerCase().replace(specified.name, ' '));
    if (alone !== undefined) return productOf(alone, value, grade, '');
    const mended = withNamesMended(text, materials);
    return mended === undefined
      ? { material: undefined, form: value, grade, rest }
      : takeProduct(mended, materials);
  }
  let left = '';
  let at = 0;
  let form: Form | undefined;
  // "terbium oxide Tb4O7" names one twice.
  for (const found of namesIn(ungraded, byStart, first.name.material)) {
    left += `${ungraded.slice(at, found.at)} `;
    at = found.at + found.name.name.length;
    form ??= found.name.form;
  }
  const { value, rest } = takeTableForm(left + ungraded.slice(at));
  // One letter among other words is rather a column, a grade or a person: "Spalte B".
  if (first.name.name.length === 1 && CLOSED.test(first.name.name) && /\p{L}/u.test(rest))
    return { material: undefined, form: value, grade, rest: takeTableForm(ungraded).rest };
  return productOf({ ...first.name, form: form ?? first.name.form }, value, grade, rest);
}

/** So short a name beside words of a good is rather one of those. */
const SHORTEST_BESIDE = 3;

/** A name that counts alone, with nothing but grades and shapes beside it: "oro puro". */
function wholeBesideSpecs(text: string, whole: Names['whole']): Name | undefined {
  const left = bare(takeSpecs(text).rest);
  return left.length < SHORTEST_BESIDE || left === bare(text) ? undefined : whole.get(left);
}

const COMPOUND = new RegExp(
  `(?<!\\p{L})(${BEFORE_NAME.toSorted((a, b) => b.length - a.length).join('|')})(\\p{L}{3,20})(?!\\p{L})`,
  'giu',
);

/** "Reinzinn" as "Rein zinn": a word before a name, where what stands behind it is one. */
const withNamesApart = (text: string, whole: Names['whole']): string =>
  text.replaceAll(COMPOUND, (word: string, before: string, name: string) =>
    !whole.has(word.toLowerCase()) && whole.has(name.toLowerCase()) ? `${before} ${name}` : word,
  );

const bare = (text: string): string =>
  text.replaceAll(/^[\s,;:()[\]-]+|(?<![\s,;:()[\]-])[\s,;:()[\]-]+$/gu, '').toLowerCase();

/** A name that says a form itself, "lithium carbonate", is of that form, where no other stands beside it and no other is meant anyway. */
function productOf(
  { name, material, form }: Name,
  beside: Form | undefined,
  grade: string,
  rest: string,
): Product {
  const isOpen = material.form === undefined || material.form === 'metal';
  const inName = isOpen ? readTableForm(withPlainForms(name)) : undefined;
  return { material, form: form ?? beside ?? inName, grade, rest };
}

interface Found {
  readonly name: Name;
  readonly at: number;
}

const isFormWord = ({ name: { name } }: Found): boolean => !/\p{L}/u.test(takeTableForm(name).rest);

function longestIn(text: string, byStart: Names['byStart']): Found | undefined {
  let longest: Found | undefined;
  for (const found of namesIn(text, byStart))
    if (
      longest === undefined ||
      // "Chatarra de cobre" is copper in the form of scrap, and scrap only where no metal is named.
      Number(isFormWord(longest)) - Number(isFormWord(found)) > 0 ||
      (isFormWord(longest) === isFormWord(found) && found.name.name.length > longest.name.name.length)
    )
      longest = found;
  return longest;
}

/** Names one after the other, at each place the longest. @param of Those of one material alone. */
function* namesIn(text: string, byStart: Names['byStart'], of?: Material): Generator<Found> {
  const lower = text.toLowerCase();
  for (let at = 0; at < lower.length; at += 1) {
    const fits = (one: Name) => (of === undefined || one.material === of) && standsAt(lower, at, one);
    const name = [lower.slice(at, at + 2), lower.charAt(at)]
      .map((start) => byStart.get(start)?.find(fits))
      .find((one) => one !== undefined);
    if (name === undefined) continue;
    yield { name, at };
    at += name.name.length - 1;
  }
}

function standsAt(text: string, at: number, { name, isOpen }: Name): boolean {
  if (!text.startsWith(name, at)) return false;
  return isOpen || (!/\p{L}/u.test(text.charAt(at - 1)) && !/[\p{L}\d]/u.test(text.charAt(at + name.length)));
}

/** A name of several words as its text is looked through: without small words and with its form as a word of its own. */
const plainName = (name: string): string => withoutJoints(name) || name;

const CLOSED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\P{L}]+$/u;
const KNOWN = new WeakMap<readonly Material[], Names>();

/** Made once for a list of materials, for every cell of a table is looked through for them. */
function namesOf(materials: readonly Material[]): Names {
  const known = KNOWN.get(materials);
  if (known !== undefined) return known;
  const byStart = new Map<string, Name[]>();
  const whole = new Map<string, Name>();
  for (const material of materials) {
    const all = [...(material.tableNames ?? []), ...material.names.map((name) => ({ name }))];
    for (const one of all)
      for (const name of new Set([one.name, plainName(one.name)])) {
        const made: Name = { ...one, name, material, isOpen: !CLOSED.test(name) };
        if (!whole.has(name)) whole.set(name, made);
        if ('isWhole' in one && one.isWhole === true) continue;
        const start = name.slice(0, 2);
        byStart.set(start, [...(byStart.get(start) ?? []), made]);
      }
  }
  for (const [start, names] of byStart)
    byStart.set(
      start,
      names.toSorted((a, b) => b.name.length - a.name.length),
    );
  const made = { byStart, whole };
  KNOWN.set(materials, made);
  return made;
}
