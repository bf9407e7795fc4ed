/**
 * Codes of fields that the same document says the words of, beside them: {"seriesDetail": {"M.AL": {"label": "Aluminium, USD/t"}}}, a list
 * of {"id", "label", "unit"}, or {"units": {"copper": "lb"}}. Each stands in the place of its code.
 */
import { readPricePer } from '#src/domain/measure/units.ts';
import { takeUnit } from '#src/domain/reading/quotes/take-unit.ts';
import { roleOf, type ColumnRole } from '#src/quotes/tables/columns/headings/heading-words.ts';
import { META } from './json-around.ts';
import { MOST_DEEP, isObject, isScalar } from './json-values.ts';

const WORDS = /^(?:label|title|(?:long_?|full_?|display_?)?name|caption|header|heading)$/i;
const MORE = /^(?:description|desc|definition|note)$/i;
const CODE =
  /^(?:id|key|code|field(?:_?name)?|data_?(?:key|index|field)|series(?:_?id)?|symbol|ticker|column)$/i;
const UNIT = /^(?:units?|uom|units?_?of_?measure|units_short|unitofmeasure)$/i;
const MONEY = /^(?:currency|currencies|ccy|currency_?code)$/i;
const MASS = /^(?:mass|per|weight)$/i;
/** Objects that say one thing of each code. */
const DICTIONARY =
  /^(?:units?|uoms?|currency|currencies|ccy|labels?|names?|titles?|legends?|descriptions?|codes?|symbols?|series_?(?:names|titles|labels)|display_?names?)$/i;

const PRICES: ReadonlySet<ColumnRole | undefined> = new Set(['price', 'low', 'high']);

interface Said {
  readonly words?: string | undefined;
  readonly unit?: string | undefined;
  readonly money?: string | undefined;
}

/** How deep such a document says it: below that it is data. */
const MOST_LEVELS = 3;

/** The document with the words in the place of the codes. */
export function withLabels(data: unknown, level = 0): unknown {
  if (!isObject(data) || level > MOST_LEVELS) return data;
  const said = new Map<string, Said>();
  const others: Record<string, unknown> = {};
  const dictionaries: (readonly [string, unknown, ReadonlyMap<string, Said>, 'own' | 'within'])[] = [];
  for (const [name, value] of Object.entries(data)) {
    const own = dictionaryIn(name, value);
    // { "meta": { "series": [{ "code", "name" }] } } says words of codes elsewhere, too.
    if (own === undefined && META.test(name) && isObject(value))
      for (const [inner, list] of Object.entries(value)) {
        const within = dictionaryIn(inner, list);
        if (within !== undefined) dictionaries.push([inner, list, within, 'within']);
      }
    if (own === undefined) others[name] = value;
    else dictionaries.push([name, value, own, 'own']);
  }
  if (dictionaries.length > 0) {
    const codes = codesIn(others);
    for (const [name, value, own, where] of dictionaries) {
      const isUsed = [...own.keys()].some((code) => codes.has(code));
      if (!isUsed && where === 'own') others[name] = value;
      if (isUsed) for (const [code, one] of own) said.set(code, { ...said.get(code), ...one });
    }
  }
  if (said.size === 0)
    return Object.fromEntries(
      Object.entries(others).map(([name, value]) => [name, withLabels(value, level + 1)]),
    );
  const words = new Map([...said].map(([code, one]) => [code, inWords(code, one)]));
  return renamed(others, words);
}

function dictionaryIn(name: string, value: unknown): ReadonlyMap<string, Said> | undefined {
  if (Array.isArray(value)) {
    const all = value.map((one: unknown) => (isObject(one) ? coded(one) : undefined));
    return all.length > 0 && all.every((one) => one !== undefined) ? new Map(all) : undefined;
  }
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value);
  // Nothing, and rows that are numbered, are none.
  if (entries.every(([code]) => /^\d+$/.test(code))) return undefined;
  if (DICTIONARY.test(name) && entries.every(([, own]) => typeof own === 'string' && own !== ''))
    return new Map(
      entries.map(([code, own]) => [
        code,
        MONEY.test(name) || /^(?:ccy|currenc)/i.test(name)
          ? { money: String(own) }
          : /^(?:unit|uom)/i.test(name)
            ? { unit: String(own) }
            : { words: String(own) },
      ]),
    );
  const all = entries.map(([code, own]) => [code, isObject(own) ? saidBy(own) : undefined] as const);
  return all.every((one): one is [string, Said] => one[1] !== undefined) ? new Map(all) : undefined;
}

/** An entry of a list: its code and what is said of it. */
function coded(one: Record<string, unknown>): readonly [string, Said] | undefined {
  const code = Object.entries(one).find(([name, value]) => CODE.test(name) && typeof value === 'string')?.[1];
  const said = saidBy(one);
  return typeof code === 'string' && said?.words !== undefined && said.words !== code
    ? [code, said]
    : undefined;
}

/** What an object says that holds words alone, and no prices. */
function saidBy(one: Record<string, unknown>): Said | undefined {
  const texts = Object.entries(one).filter(([, value]) => typeof value === 'string');
  const isData = Object.entries(one).some(
    ([name, value]) => hasNumbers(value) || (typeof value === 'number' && PRICES.has(roleOf(name))),
  );
  const find = (pattern: RegExp) => {
    const found = texts.find(([name, value]) => pattern.test(name) && value !== '')?.[1];
    return typeof found === 'string' ? found : undefined;
  };
  const [words, more, money] = [find(WORDS), find(MORE), find(MONEY)];
  const mass = find(MASS);
  const told = more === undefined ? undefined : takeUnit(more).value;
  const unit = find(UNIT) ?? (mass === undefined ? told : mass);
  const isPriced = texts.some(([name]) => PRICES.has(roleOf(name)) || roleOf(name) === 'date');
  return isData || isPriced || (words ?? more ?? unit ?? money) === undefined
    ? undefined
    : { words: words ?? more, unit, money };
}

/** Whether a list or an object holds any number. */
const hasNumbers = (value: unknown): boolean =>
  Array.isArray(value) ||
  (isObject(value) && Object.values(value).some((one) => typeof one === 'number' || hasNumbers(one)));

/** All names of fields and short texts of a part of the document. */
function codesIn(data: unknown, deep = 0, codes = new Set<string>()): ReadonlySet<string> {
  if (typeof data === 'string') codes.add(data);
  else if (Array.isArray(data) && deep <= MOST_DEEP * 2)
    for (const one of data.slice(0, MOST_LOOKED)) codesIn(one, deep + 1, codes);
  else if (isObject(data) && deep <= MOST_DEEP * 2)
    for (const [name, value] of Object.entries(data)) {
      codes.add(name);
      if (!isScalar(value) || typeof value === 'string') codesIn(value, deep + 1, codes);
    }
  return codes;
}

const MOST_LOOKED = 50;

/** @example inWords('CU', { words: 'Copper', unit: 't', money: 'USD' }) // "Copper (USD/t)" */
function inWords(code: string, { words = code, unit, money }: Said): string {
  if (takeUnit(words).value !== undefined && readPricePer(takeUnit(words).value ?? '').mass !== undefined)
    return words;
  const isWhole = unit !== undefined && readPricePer(unit).money !== undefined;
  const both =
    money === undefined || isWhole
      ? unit
      : unit === undefined
        ? money
        : `${money}/${unit.replace(/^(?:per|\/)\s*/i, '')}`;
  return both === undefined || words.includes(both) ? words : `${words} (${both})`;
}

function renamed(data: unknown, words: ReadonlyMap<string, string>): unknown {
  if (typeof data === 'string') return words.get(data) ?? data;
  if (Array.isArray(data)) return data.map((one: unknown) => renamed(one, words));
  if (!isObject(data)) return data;
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [words.get(name) ?? name, renamed(value, words)]),
  );
}
