/** Which metals a request is of: by their names and symbols, and the names in their place that are none that is known. */
import { weekdayIn } from '#src/domain/measure/days.ts';
import { smallNumberOf } from '#src/domain/measure/numbers/number-words.ts';
import { WRITTEN } from '#src/domain/reading/subjects/names.ts';
import { COMMON_WORDS } from '#src/domain/reading/words/common-words.ts';
import { MARKET_WORDS } from '#src/domain/reading/words/plain-words.ts';
import { findMaterial, type Material } from '#src/domain/series/material.ts';
import NAMED from './metal-words.json' with { type: 'json' };
import { NO_METALS, REQUEST_WORDS } from '../request-words.ts';
import { Rest } from '../rest.ts';
import { isUnknownGood } from './unknown-goods.ts';
import { SPOKEN_SYMBOLS, isVerb, isSpokenOf, isAnyhowSpokenOf } from '../spoken-of.ts';

const listed = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** A name where it stands. */
interface Named {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

const SYMBOLS = new Set([...SPOKEN_SYMBOLS, ...listed(NAMED.symbolsInRow)]);
const IN_ROW = String.raw`(?:\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|or|plus|as well as)\s+|\s*[&+/]\s*)`;
const inRow = (name: string, after: string): RegExp =>
  new RegExp(
    String.raw`(?<=\uE003${IN_ROW})(?<name>${name})${after}|(?<![\p{L}\p{N}'@#-])(?<name>${name})(?=${IN_ROW}\uE003)`,
    'u',
  );
/** "ni, co and li": a symbol in a row with a metal that was found. */
const SYMBOL_IN_ROW = inRow(`(?:${[...SYMBOLS].join('|')})`, String.raw`(?![\p{L}\p{N}'-])`);

/** What stands in a row with what was found. */
function nextInRow({ left }: Rest, found: readonly Named[], pattern: RegExp): Named | undefined {
  const signs = Array.from({ length: left.length }, (_, at) => left.charAt(at));
  for (const { from, to } of found) signs.fill('\uE003', from, to);
  const match = pattern.exec(signs.join(''));
  const id = match?.groups?.['name'];
  return match === null || id === undefined
    ? undefined
    : { id, from: match.index, to: match.index + id.length };
}

const OXIDE = '(?:2o3|6o11|4o7|o2)';
const ALL_METALS =
  /\b(?:all|every|each of the|any) (?:of the |the |our )?(?:metals?|rare earths?|materials?|elements?|prices)\b|\bevery metal\b|\b(?:prices?|quotes?) (?:of|for) (?:everything|all(?: of them)?)\b|\bthe whole list\b/u;

/** Names in a text, the longest first, so that "NdPr" is not "Nd"; short ones are whole words. */
export function takeMetals(rest: Rest, materials: readonly Material[]): readonly string[] {
  const found = metalsIn(rest, materials);
  const isAll = rest.take(ALL_METALS) !== undefined && found.length === 0;
  return isAll ? ['all'] : [...new Set(found.map(({ id }) => id))];
}

/**
 * The same of a text that asks for something of a metal: where none is named as one would be, an everyday word that is one's name as well
 * is meant for it ("they reckon tin is about to fly").
 */
export function takeMetalsAsked(rest: Rest, materials: readonly Material[]): readonly string[] {
  const named = takeMetals(rest, materials);
  if (named.length > 0) return named;
  return [...new Set(metalsIn(rest, materials, isAnyhowSpokenOf).map(({ id }) => id))];
}

interface Names {
  /** Of them, those that are everyday words as well. */
  readonly everyday: ReadonlySet<string>;
  /** That are looked for, the longest first. */
  readonly names: readonly string[];
  /** Of those that were looked for so far. */
  readonly patterns: Map<string, RegExp>;
}

/** Each clause is looked through several times, for the same thousand names. */
const known = new WeakMap<readonly Material[], Names>();

function namesOf(materials: readonly Material[]): Names {
  const before = known.get(materials);
  if (before !== undefined) return before;
  const made = {
    everyday: new Set(materials.flatMap(({ words = [] }) => words.map((word) => word.toLowerCase()))),
    names: materials
      .flatMap(({ names }) => names)
      .filter((name) => !WRITTEN.has(name) || SPOKEN_SYMBOLS.has(name))
      .toSorted((a, b) => b.length - a.length),
    patterns: new Map<string, RegExp>(),
  };
  known.set(materials, made);
  return made;
}

function metalsIn(rest: Rest, materials: readonly Material[], isSpoken = isSpokenOf): readonly Named[] {
  const found: Named[] = [];
  const { everyday, names, patterns } = namesOf(materials);
  for (const name of names) {
    if (!rest.left.includes(name)) continue;
    const pattern = patterns.get(name) ?? namePattern(name);
    patterns.set(name, pattern);
    const isWord = everyday.has(name) || SPOKEN_SYMBOLS.has(name);
    for (const one of rest.all(pattern)) {
      if (
        (isWord && !isSpoken(name, rest.left, one)) ||
        isVerb(name, rest.left, one, /\b(?:digest|alert)s?\s+#?\d/u.test(rest.plain))
      )
        continue;
      rest.blot(one.from, one.to);
      const id = findMaterial(materials, name)?.id;
      if (id !== undefined) found.push({ id, from: one.from, to: one.to });
    }
  }
  for (
    let one = nextInRow(rest, found, SYMBOL_IN_ROW);
    one !== undefined;
    one = nextInRow(rest, found, SYMBOL_IN_ROW)
  ) {
    rest.blot(one.from, one.to);
    found.push({ ...one, id: findMaterial(materials, one.id)?.id ?? one.id });
  }
  return found.toSorted((a, b) => a.from - b.from);
}

function namePattern(name: string): RegExp {
  const escaped = name
    .replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`)
    .replaceAll(/[-\s]/gu, String.raw`[\s-]?`);
  const latin = /^[\x20-\x7e]*$/.test(name);
  // Of yttrium's "y" only the formula is a name.
  const oxide = /^[a-z]$/.test(name) ? `(?:${OXIDE})` : `(?:${OXIDE})?`;
  return new RegExp(
    latin ? String.raw`(?<![\p{L}\p{N}'@#])${escaped}${oxide}(?:'s|s)?(?![\p{L}\p{N}]|-free\b)` : escaped,
    'u',
  );
}

/** Symbols in the letters in which only symbols are written: in small letters each is another word as well. */
const AS_WRITTEN = /(?<![\p{L}\p{N}'@#.-])[A-Z][a-z](?![\p{L}\p{N}'.-])/gu;

/** "if Ag goes above 1000": the symbol's own name in its place, where a metal would stand. */
export const spelledSymbols = (typed: string, materials: readonly Material[]): string =>
  typed.replaceAll(AS_WRITTEN, (symbol, from: number) => {
    const small = symbol.toLowerCase();
    if (!SYMBOLS.has(small)) return symbol;
    const name = findMaterial(materials, small)?.name;
    return name !== undefined && isSpokenOf(small, typed.toLowerCase(), { from, to: from + 2 })
      ? name
      : symbol;
  });

/** "copper, kryptonite and zinc": a name in a row with metals that are known. Behind a comma alone it must go on. */
const AND = String.raw`(?:(?:\s*,)?\s+(?:and|or|plus)\s+|\s*[&+]\s*)`;
const GOES_ON = String.raw`(?=${AND}|\s*[,/]\s*\uE003|\s+(?:oxide|metal|prices?|quotes?|digests?|alerts?|charts?|every|each|daily|weekly|monthly|on|at|in|for|to|as|by|above|below|over|under|goes|is|are|rises?|falls?|drops?|hits?|moves?|when|if|from|since|until|the)(?!\p{L}))`;
const NAME = String.raw`(?<name>\p{L}[\p{L}-]{2,})`;
const NAME_IN_ROW = new RegExp(
  [
    String.raw`(?<=\uE003${IN_ROW})${NAME}${GOES_ON}`,
    String.raw`(?<=\uE003${AND})${NAME}(?=\s*(?:please|pls)?\s*(?:$|[.;:!?)]))`,
    String.raw`(?<![\p{L}\p{N}'@#-])${NAME}(?=${AND}\uE003)`,
  ].join('|'),
  'u',
);
const NO_NAMES = listed(NAMED.noNames);
const isName = (word: string): boolean =>
  isUnknownGood(word) ||
  (!NO_METALS.has(word) &&
    !NO_NAMES.has(word) &&
    !REQUEST_WORDS.has(word) &&
    !COMMON_WORDS.has(word) &&
    !MARKET_WORDS.has(word) &&
    weekdayIn(word) === undefined &&
    smallNumberOf(word) === undefined);

/** "add kryptonite to the friday digest", "swap copper for kryptonite in it". */
const PUT_IN = new RegExp(
  String.raw`\b(?:add|include|append|insert)\s+${NAME}\s+(?:to|into|in)\s|\b(?:swap|replace|exchange|substitute)\s+\S+\s+(?:for|with|by)\s+${NAME}(?=\s+(?:in|on|of|for)\s|\s*$)`,
  'u',
);

/** The name of what is to be put into something, where that is no metal that is known. */
export function unknownPutIn(text: string, materials: readonly Material[]): string | undefined {
  const name = PUT_IN.exec(text)?.groups?.['name'];
  const isKnown = name === undefined || !isName(name) || findMaterial(materials, name) !== undefined;
  return isKnown ? undefined : name;
}

/** Names in a row with known metals that are none themselves: they must not be left out without a word. */
export function unknownInRow(text: string, materials: readonly Material[]): readonly string[] {
  const rest = new Rest(text);
  // Places and people are no metals, whatever they are called.
  rest.take(/<[#@][^>]*>/u);
  const found: Named[] = [...metalsIn(rest, materials)];
  const names: string[] = [];
  for (let one = nextInRow(rest, found, NAME_IN_ROW); one !== undefined;) {
    found.push(one);
    if (isName(one.id)) names.push(one.id);
    else found.pop();
    rest.blot(one.from, one.to);
    one = nextInRow(rest, found, NAME_IN_ROW);
  }
  return names;
}
