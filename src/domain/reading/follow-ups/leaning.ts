/**
 * How a question points at the one before it: at both of what was spoken of, at the year after its own, at the same time or
 * amount, to correct it, to add to it, or to have something else done with it.
 */
import { HIGHER, HIGHEST, LOWER, LOWEST } from '#src/domain/reading/words/move-words.ts';
import { isYear } from '#src/domain/measure/days.ts';
import { readNumber } from '#src/domain/reading/amounts/numbers.ts';
import type { Findings } from '#src/domain/reading/findings.ts';
import type { Leaning, Operator } from '#src/domain/reading/frame.ts';
import { readAmountCorrected } from './orders/amount-corrected.ts';
import { sideAsked } from './is-that-more.ts';
import { readReference } from './referring.ts';
import { isSetAgainst } from './set-against.ts';
import { CALENDAR_WORDS, MARKET_WORDS, STOP_WORDS } from '#src/domain/reading/words/plain-words.ts';
import LEANING from '#src/domain/reading/words/leaning.json' with { type: 'json' };
import type { Intent } from '#src/domain/reading/question.ts';

/** Words of a question that leans: a longer one stands alone. */
const LONGEST = 9;
/** Of one that names a metric itself: "price change?". */
const TERSE = 3;
const COUNTS: ReadonlyMap<string, number> = new Map([
  ['two', 2],
  ['2', 2],
  ['three', 3],
  ['3', 3],
  ['four', 4],
  ['4', 4],
  ['five', 5],
  ['5', 5],
]);
const STEP = /\b(?:(\w+) )?(?:year|yr)s? (?:(before|earlier|prior|previous)|later|after|afterwards)\b/u;
/** Slots that name nothing. */
const SAYING = new Set(['follow-up', 'filler', 'greeting', 'claim', 'level', 'sum']);
const AT = /^(?:at|in|for|with|by|using)$/u;
const OPENING = /^(?:now|and|ok|okay|so|then|alright)$/u;
const OF = /^(?:the|of|from|in|instead|please)$/u;
const WORLD = /^(?:world|worldwide|global|globally|everywhere)$/u;
const POINTING = /^(?:it|its|that|this|they|them|these|those|which|one)$/u;
const isLow = (word: string): boolean => LOWER.has(word) || LOWEST.has(word);
const isHigh = (word: string): boolean => HIGHER.has(word) || HIGHEST.has(word) || word === 'expensive';
/** They ask for what no figure under discussion answers. */
const ELSEWHERE = [
  'other',
  'use',
  'reason',
  'help',
  'place',
  'sources',
  'verify',
  'summary',
  'usgs',
  'report',
];

type Said = keyof typeof LEANING;

/** The phrases by their first words, each with what it says. */
const BY_FIRST = Map.groupBy(
  Object.entries(LEANING).flatMap(([says, phrases]) => phrases.map((phrase) => ({ says, phrase }))),
  ({ phrase }) => phrase.split(' ')[0],
);

/** How the words of a question lean. @param reason Reasons or advice are asked for: those have answers of their own */
export function readLeaning(findings: Findings, reason: boolean): Leaning {
  const { words } = findings;
  const line = ` ${words.join(' ')} `;
  const said = new Set<string>();
  for (const word of line.split(' '))
    for (const one of BY_FIRST.get(word) ?? []) if (line.includes(` ${one.phrase} `)) said.add(one.says);
  const says = (one: Said) => said.has(one);
  const leaning: Leaning = {
    pair: says('pair') || asksWhich(findings) || MOVED_MOST.test(line) || sideAsked(line) !== undefined,
    step: stepOf(findings, line, says),
    corrects: says('aside'),
    adds: says('adds'),
    sameTime: says('sameTime'),
    since: says('since') && findings.times.years.length === 0,
    operator: operatorOf(findings, says),
    factor: factorOf(findings, says),
    amount: reason ? null : readAmountCorrected(findings, says('aside')),
    world: words.some((word) => WORLD.test(word)),
    against: !reason && isSetAgainst(findings) && !ELSEWHERE.some((cue) => findings.has(cue)),
    all: allOf(line),
    refers: findings.subjects.ours.length > 0 ? null : readReference(words),
    elliptic: false,
  };
  return { ...leaning, elliptic: !reason && isElliptic(findings, leaning) };
}

/** "Which rose most": of what was spoken of. */
const MOVED_MOST =
  /^ (?:and |so |then )?which (?:one )?(?:has |have |had )?(?:rose|risen|fell|fallen|grew|grown|gained|lost|dropped|increased|decreased|declined|moved|changed|climbed|jumped) (?:the )?(?:most|more|least|less) (?:(?:since|from|between|in|over|during|to|and|the|last|\d{1,4}|years?) ){0,8}$/u;

/** "Which is bigger in 2026": of what was spoken of, where nothing is named. */
function asksWhich({ words, subjects, times, hits, has }: Findings): boolean {
  const named = subjects.ours.length + subjects.countries.length + subjects.sectors.length;
  if (named > 0 || times.years.length !== 1 || words.length > LONGEST || has('change')) return false;
  const noun = hits.some(
    ({ kind }) => kind === 'metric' || kind === 'all countries' || kind === 'weak' || kind === 'loose',
  );
  const asks = /^(?:(?:and|so|then) )?which\b(?! (?:year|month|country|sector)\b)/u.test(words.join(' '));
  return asks && !noun && words.some((word) => isLow(word) || isHigh(word));
}

const ALL = /\b(?:all (?:of )?(?:these|those|them|the)|(?:them|these|those) all)\b/u;
const ALL_OF =
  /\b(?:of|all|over|in|during|across|within|these|those|the) (two|three|four|five|[2-5])\b(?! percent| %)/u;

/** How many of what was spoken of are meant: "the three", "over these two years". */
function allOf(line: string): Leaning['all'] {
  if (/\bboth\b/u.test(line)) return 2;
  const counted = COUNTS.get(ALL_OF.exec(line)?.[1] ?? '');
  return counted ?? (ALL.test(line) ? 'all' : null);
}

/** "Double that", "times 3", "x 40": by how much, where no mass stands behind it. */
function factorOf({ words, reading, amounts }: Findings, says: (one: Said) => boolean): number | null {
  if (says('double')) return 2;
  if (says('triple')) return 3;
  if (says('half')) return 0.5;
  if (words.length > TIMED || amounts.amounts.length > 0) return null;
  const at = words.findIndex((word) => TIMES.test(word));
  if (at < 0 || at > 2) return null;
  const read = readNumber(reading.tokens, words[at + 1] === 'by' ? at + 2 : at + 1);
  return read !== undefined && read.next === words.length && read.value > 0 ? read.value : null;
}

const TIMES = /^(?:times|x|×|multiply|multiplied)$/u;
const TIMED = 5;

function stepOf({ words }: Findings, line: string, says: (one: Said) => boolean): number {
  if (words.some(isYear)) return 0;
  const counted = STEP.exec(line);
  const count = COUNTS.get(counted?.[1] ?? '') ?? 1;
  if (counted !== null && count > 1) return counted[2] === undefined ? count : -count;
  return says('before') ? -1 : says('after') ? 1 : 0;
}

function operatorOf({ has, words }: Findings, says: (one: Said) => boolean): Operator | null {
  if (has('sum')) return 'sum';
  if (has('mean')) return 'mean';
  if (says('which') && (!has('change') || COSTLIER.test(words.join(' ')))) {
    if (words.some(isLow)) return 'lowest';
    if (words.some(isHigh)) return 'highest';
  }
  if (says('double') || says('triple')) return null;
  // "Highest?": of the years that were spoken of.
  if (words.length <= TERSE && has('highest') !== has('lowest')) return has('lowest') ? 'lowest' : 'highest';
  // "Per year?" of how it moved.
  if (has('change') || has('yearly') || (has('annual') && words.length <= TERSE + 1) || says('change'))
    return 'change';
  return has('compare') ? 'compare' : null;
}

const COSTLIER = /\b(?:more|less|most|least) (?:expensive|costly)\b/u;

/** Whether nothing in it says what it is of. */
function isElliptic(findings: Findings, leaning: Leaning): boolean {
  const { words, hits, has, times, subjects, amounts, reading } = findings;
  if (words.length > LONGEST || ELSEWHERE.some((cue) => has(cue))) return false;
  if (strangers(findings, leaning) > 0) return false;
  const { operator, corrects, adds, sameTime, since, factor, step } = leaning;
  const named = subjects.ours.length + subjects.countries.length + (has('current') ? 1 : 0);
  const placed = named + times.years.length + amounts.amounts.length + (times.finer === null ? 0 : 1);
  const metrics = hits.filter(({ kind }) => kind === 'metric').length;
  const pointing = words.some((word) => POINTING.test(word));
  // "By how much did it rise", "growth?", "price change?".
  if (operator !== null && placed + subjects.sectors.length === 0 && amounts.money === null)
    return pointing || leaning.pair || metrics === 0 || words.length <= TERSE;
  // "Cheaper now then, by how much": from what was spoken of to now.
  const others = subjects.ours.length + subjects.countries.length;
  const toNow = operator === 'change' && has('current') && times.years.length <= 1 && times.finer === null;
  if (toNow && others + subjects.sectors.length + amounts.amounts.length === 0 && amounts.money === null)
    return true;
  if (factor !== null || since) return named + times.years.length + amounts.amounts.length === 0;
  // "Was it above 100?".
  if (findings.threshold !== null && placed + metrics === 0) return true;
  // "2022 instead", "add 2024", "back to neodymium", "no, the oxide".
  const slots = reading.slots.filter((slot) => slot !== undefined && !SAYING.has(slot));
  if ((corrects || adds) && slots.length > 0) return metrics === 0 || words.length <= TERSE + 1;
  // "At 2021 prices", "with the 2023 price".
  const ofPrice = hits.every(({ kind, id }) => kind !== 'metric' || id === 'price');
  const said = words.slice(words.findIndex((word) => !OPENING.test(word)));
  const at = said.filter((word, i) => i === 0 || !OF.test(word));
  const timed = times.years.length > 0 || (has('current') && hits.some(({ id }) => id === 'price'));
  if (AT.test(at[0] ?? '') && ofPrice && timed && others === 0 && at.length <= TERSE + 1)
    return amounts.amounts.length === 0;
  // "Production?", "and how much was mined that year", "x 40 kg".
  if (named + times.years.length + (times.finer === null ? 0 : 1) > 0) return false;
  if (leaning.world) return words.length <= TERSE;
  const weak = words.length === 1 && hits.some(({ kind, id }) => kind === 'weak' && id !== 'price');
  const asks = weak || metrics + subjects.sectors.length + amounts.amounts.length > 0;
  return asks && step === 0 && (sameTime || (amounts.amounts.length === 0 && words.length <= 2));
}

/** Words that nothing took and that may mean something. */
function strangers({ reading, words }: Findings, { corrects, adds, factor }: Leaning): number {
  const leans = corrects || adds || factor !== null;
  return reading.slots.filter((slot, at) => {
    const word = words[at] ?? '';
    if (slot !== undefined || STOP_WORDS.has(word) || MARKET_WORDS.has(word) || CALENDAR_WORDS.has(word))
      return false;
    if (readNumber(reading.tokens, at) !== undefined) return false;
    return !OPERATING.has(word) && !(leans && LEANS.has(word));
  }).length;
}

const LEANS = new Set(
  [LEANING.aside, LEANING.adds, LEANING.double, LEANING.triple, LEANING.half]
    .flat()
    .flatMap((phrase) => phrase.split(' ')),
);
/** Whether a word may stand before a number that takes the place of another: "make it 60", "60 instead". */
export const isLead = (word: string): boolean => LEANS.has(word);

const OPERATING = new Set(
  [LEANING.change, LEANING.sameTime, LEANING.since, LEANING.pair]
    .flat()
    .flatMap((phrase) => phrase.split(' ')),
);

/** A follow-up that names a metal or a year leaves it to the question before it what is wanted of them. */
export function leanOn({ has, subjects }: Findings, decided: Intent): Intent {
  if (has('summary')) return decided;
  const elliptic = decided === 'summary' || (decided === 'open' && subjects.metals.length > 0);
  return elliptic ? 'value' : decided;
}
