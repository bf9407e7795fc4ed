/** What is written otherwise than it is said: formulas, years in words, the letter O for a nought. */
import { FALLS, RISES } from './move-words.ts';
import FORMULAS from './things/formulas.json' with { type: 'json' };

const NAME_OF: ReadonlyMap<string, string> = new Map(Object.entries(FORMULAS));
const NAME_OF_SMALL: ReadonlyMap<string, string> = new Map(
  Object.entries(FORMULAS).map(([formula, name]) => [formula.toLowerCase(), name]),
);
const escaped = [...NAME_OF.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map((formula) => formula.replace(/[()]/gu, String.raw`\$&`))
  .join('|');
/** "K2O equivalent", "ZrO2 content", "per kg of Ta2O5": what is counted, and not what is named. */
const FORMULA = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?<!\d ?%? ?|\b(?:kg|kilo|lb|pound|tonne|ton|t|unit|mtu) of )(?:${escaped})(?![\p{L}\p{N}])(?!\s+(?:content|contained|equivalent|basis|units?)\b)`,
  'giu',
);
const DIGITS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const SPOKEN = new RegExp(
  `\\btwenty[ -](?:(twenty)(?:[ -](${DIGITS.join('|')}))?|(eighteen|nineteen))\\b`,
  'giu',
);
const LETTER_O = /(?<![\p{L}\p{N}])(?:2[o0]|19)(?:[o\d]\d|\d[o\d])(?![\p{L}\p{N}])/giu;

/** "Refined worldwide in a year", "mined per year": how fast, and no year to come; what is asked for is a figure of one year. */
const A_YEAR =
  /\s(?:(?:in|per|each|every|within) (?:a |one |any )?|a )(?:given |single |whole )?year\b(?!\s*(?:from|until|on year|over|by year|before|after|\d|to date|change|growth))/giu;
const MADE =
  /\b(?:mined?|produced?|pour out|churn out|pump out|produces|production|output|refined|smelted|made|make|makes|dug|consumed|imported?|exported?|import|export)\b/iu;
const WHETHER = /^\s*(?:did|has|have)\b/iu;
/** Characters between what is made and how fast. */
const MADE_NEAR = 60;

/** "Per flask (76 lb)": what the unit is, and no amount of an order. */
const FLASK =
  /(?<=\bflasks?)\s*\((?:of\s+)?(?:76[ -]?(?:lbs?|pounds?)|34\.[45]\d*\s?(?:kgs?|kilos?|kilograms?))\)/giu;

/** "World no. 1 in strontium", "number one producer": who comes first. */
const NUMBER_ONE =
  /(?:\b(?:no\.?|nr\.?|number|num) ?(?:1|one)\b|#1\b)(?: (producer|miner|country|source|supplier|exporter)\b|(?= (?:in|for|of)\b))/giu;

/** "Paint maker here: …": who asks, and nothing of what. */
const WHO_ASKS = /^[^:?!.\d]{3,40}\bhere\s*[:,]\s+(?=\S)/iu;

/** "Before covid", "pre-pandemic": its last year was 2019. */
const BEFORE_COVID =
  /(?<![\p{L}\p{N}])\s{0,2}(?:(?:in|from|at) )?(?:just )?(?:before (?:the )?|pre[ -]?)(?:covid(?:[ -]?19)?|corona(?:virus)?|the pandemic|pandemic)(?: (?:times?|days?|era|level))?(?![\p{L}\p{N}])/giu;

/** "Wind n ev": "and" as it is typed on a phone. */
/** "N 24?", "n terbium" opens with it. */
const OPENING_AND = /^n['\u2019]? (?=\p{L}{2}|\d)/u;
const PHONE_AND = /(?<=\p{L}\p{L}) ['\u2019]?n['\u2019]? (?=\p{L}\p{L})/gu;

/** The text with formulas by their names, and years in digits. @example asSaid('GeO2 in 2O23') // "germanium dioxide in 2023" */
export function asSaid(text: string): string {
  return withYears(text.replace(FORMULA, named))
    .replace(A_YEAR, (year, at: number, whole: string) => {
      const before = whole.slice(Math.max(0, at - MADE_NEAR), at);
      // "We use 500 kg a year" is a rate of an order.
      // "Did production grow every year" is of all of them, and so is "output rose each year".
      const each = /\b(?:each|every)\b/iu.test(year) && (WHETHER.test(whole) || tellsMove(whole));
      return MADE.test(before) && !/\d/u.test(before) && !each ? '' : year;
    })
    .replace(BEFORE_COVID, ' in 2019')
    .replace(PHONE_AND, ' and ')
    .replace(OPENING_AND, 'and ')
    .replace(FLASK, '')
    .replace(WHO_ASKS, '')
    .replace(NUMBER_ONE, (_, goods: string | undefined) =>
      goods === undefined ? 'leader' : `largest ${goods}`,
    );
}

const tellsMove = (text: string): boolean =>
  (text.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => RISES.has(word) || FALLS.has(word));

/** Letters alone are words in another case: "sic", "Cao". */
function named(formula: string): string {
  const name = NAME_OF.get(formula);
  if (name !== undefined || !/\d/u.test(formula)) return name ?? formula;
  return NAME_OF_SMALL.get(formula.toLowerCase()) ?? formula;
}

/** "Two years before 2024", "the year after 2021". */
const STEPS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const COUNTED_FROM =
  /\b(?:the )?(?:(one|two|three|four|five|six|seven|eight|nine|ten|\d) )?years? (before|after) ((?:19|20)\d\d)\b/giu;

/** "Twenty22", "2k23". */
const HALF_SPOKEN = /\b(?:twenty[ -]?|2k)(\d\d)\b(?!\s*(?:%|kg|t\b|tonnes?|tons?|percent))/giu;

/** "Twenty twenty four" is a year, and so is "2O24". */
function withYears(text: string): string {
  return text
    .replace(HALF_SPOKEN, '20$1')
    .replace(COUNTED_FROM, (_, count: string | undefined, side: string, year: string) => {
      const steps = count === undefined ? 1 : STEPS.indexOf(count.toLowerCase()) + 1 || Number(count);
      return String(Number(year) + (side.toLowerCase() === 'after' ? steps : -steps));
    })
    .replace(SPOKEN, (_, twenty: string | undefined, digit: string | undefined, teen: string | undefined) =>
      twenty === undefined
        ? teen?.toLowerCase() === 'eighteen'
          ? '2018'
          : '2019'
        : String(2020 + DIGITS.indexOf(digit?.toLowerCase() ?? '') + 1),
    )
    .replace(LETTER_O, (year) => year.replaceAll(/o/giu, '0'));
}
