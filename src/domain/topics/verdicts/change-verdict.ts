/** "Did it rise from 2022 to 2024", "has it doubled", "did it gain more than 50 %": yes or no first, by each source's own figures. */
import { says } from '#src/domain/reading/asked/manner.ts';
import { FALLS, MULTIPLES, RISES, WENT_DOWN, WENT_UP } from '#src/domain/reading/words/move-words.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { changeOf } from '#src/domain/measure/changes.ts';
import type { Range } from '#src/domain/measure/figure.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { isBound, sourceName } from '#src/domain/topics/topic.ts';

type Word = 'yes' | 'no' | 'open';
type Pair = readonly [Figure, Figure];
type Asked = Pick<Question, 'text' | 'verify' | 'reason' | 'percent'>;

/** "Written down", "look up", "add up". */
const OF_ELSE = /^(?:writ|wrote|not|jot|put|set|look|brok|break|sum|add|round|mark|pull|bring|got|back)/u;
const RACES = /\b(?:faster|slower|quicker|stronger|steeper|harder|further|outpac\w*)\b/iu;
/** A percentage that a change may come to by rounding. */
const NEAR = 0.5;
const SAID = { yes: 'yes', no: 'no', open: 'the ranges leave it open' } as const;

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/** Which way a text says that something moved; `undefined` where it says neither, or both. */
function directionIn({ text }: Pick<Question, 'text'>): 'rise' | 'fall' | undefined {
  const words = wordsOf(text);
  const dearer = words.some((word, at) => word === 'expensive' && words[at - 1] === 'more');
  const said = words.filter((_, at) => !OF_ELSE.test(words[at - 1] ?? ''));
  const rises = dearer || said.some((word) => RISES.has(word) || WENT_UP.has(word));
  const falls = said.some((word) => FALLS.has(word) || WENT_DOWN.has(word));
  return rises === falls ? undefined : rises ? 'rise' : 'fall';
}

/** Whether a text says of something that it moved, or became so many times as much. */
export const tellsMove = (asked: Pick<Question, 'text'>): boolean =>
  directionIn(asked) !== undefined || multipleIn(asked) !== undefined;

/** How many times as much a text says that something became: 2 for "doubled"; `undefined` where it says nothing of the kind. */
const multipleIn = ({ text }: Pick<Question, 'text'>): number | undefined =>
  wordsOf(text).flatMap((word) => MULTIPLES.get(word) ?? [])[0];

/**
 * "Yes. ", "No. ", or whose figures say which, as a headline begins; '' where no yes or no is asked for.
 * @param pairs The two ends by each source, the one that is told first at the head
 */
export function changeVerdict(asked: Asked, pairs: readonly Pair[]): string {
  const either = eitherWay(asked, pairs);
  if (either !== undefined) return either;
  // "Did output grow faster than the price" is of two moves.
  if (asked.reason || RACES.test(asked.text) || !(says(asked, 'whether') || asked.verify)) return '';
  const judge = judgeOf(asked);
  const judged = pairs.filter(([from, to]) => !isBound(from) && !isBound(to));
  if (judge === undefined || judged.length === 0) return '';
  const projected = judged[0]?.[1].quantity.firmness === 'projected' ? ', as projected' : '';
  return verdictBySource(
    judged.map((pair) => ({ word: judge.of(pair), by: sourceName(pair[1]) })),
    `${judge.line}${projected}`,
  );
}

/** "Up or down": "Up. ", or whose figures say which; "which was dearer, 2022 or 2023": the year. `undefined` where neither is asked. */
export function eitherWay(asked: Asked, pairs: readonly Pair[]): string | undefined {
  const isWay = EITHER.test(asked.text);
  const isYear = !isWay && asksWhich(asked.text) && OR.test(asked.text);
  if ((!isWay && !isYear) || asked.reason) return undefined;
  const wantsLow = /\b(?:cheap\w*|low\w*|less|least)\b/iu.test(asked.text);
  const judged = pairs.flatMap(([from, to]) => {
    if (isBound(from) || isBound(to)) return [];
    const { low, high } = changeOf(from.quantity, to.quantity).percent;
    const way = low > 0 ? 'up' : high < 0 ? 'down' : 'open';
    const year = (way === 'up') === wantsLow ? from.year : to.year;
    const word = way === 'open' ? 'the ranges leave it open' : isWay ? way : String(year);
    return [{ word, by: sourceName(to) }];
  });
  const [first] = judged;
  if (first === undefined) return undefined;
  if (judged.every(({ word }) => word === first.word)) return `${sentence(first.word)}. `;
  return `${sentence([...new Set(judged.map(({ word, by }) => `${word} by ${by}`))].join(', '))}. `;
}
const EITHER =
  /\b(?:up|ris(?:e|en|ing)|rose|increas\w+|higher|climb\w*|grow\w*|grew|dearer|gone up)\b.{0,12}\bor\b.{0,12}\b(?:down|fall\w*|fell|decreas\w+|lower|drop\w*|shr[aiu]nk\w*|declin\w+|cheaper)\b|\b(?:down|fall\w*|fell|lower|cheaper)\b.{0,12}\bor\b.{0,12}\b(?:up|ris\w+|rose|higher|dearer)\b/iu;
const WHICH = /\b(?:which|what|when)\b/iu;
const ENDS = /\b(?:dear|cheap|high|low|most|least)\b/iu;
const COMPARED = /\b(?:expensive|dearer|cheaper|higher|lower|pricier|costlier)\b/iu;
const asksWhich = (text: string): boolean => (WHICH.test(text) && ENDS.test(text)) || COMPARED.test(text);
const OR = /\b(?:19|20)\d\d\b.{0,6}\bor\b.{0,6}\b(?:19|20)\d\d\b/iu;

/** One word where all sources come to it, else each source's. @param more What is said behind it */
export function verdictBySource(
  judged: readonly { readonly word: Word; readonly by: string }[],
  more = '',
): string {
  const [first] = judged;
  if (first === undefined) return '';
  if (judged.every(({ word }) => word === first.word))
    return `${sentence(first.word === 'open' ? 'The ranges leave that open' : SAID[first.word])}${more}. `;
  const each = new Set(judged.map(({ word, by }) => `${SAID[word]} by ${by}`));
  return `${sentence([...each].join(', '))}${more}. `;
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

interface Judge {
  readonly of: (pair: Pair) => Word;
  /** The line that is held against it, where there is one. */
  readonly line: string;
}

function judgeOf(asked: Asked): Judge | undefined {
  const multiple = multipleIn(asked);
  if (multiple !== undefined) return { of: (pair) => becomes(pair, multiple), line: '' };
  const direction = directionIn(asked);
  if (direction === undefined) return undefined;
  const { percent } = asked;
  if (percent === null) return { of: (pair) => moves(pair, direction), line: '' };
  const side = says(asked, 'more') ? 'more' : says(asked, 'less') ? 'less' : 'just';
  const than = { more: 'more than ', less: 'less than ', just: '' }[side];
  return { of: (pair) => comesTo(pair, direction, percent, side), line: `, as to ${than}${percent} %` };
}

function moves([from, to]: Pair, direction: 'rise' | 'fall'): Word {
  const { percent } = changeOf(from.quantity, to.quantity);
  const { low, high } = direction === 'rise' ? percent : turned(percent);
  return low > 0 ? 'yes' : high <= 0 ? 'no' : 'open';
}

const turned = ({ low, high }: Range): Range => ({ low: -high, high: -low });

function becomes([from, to]: Pair, multiple: number): Word {
  const least = to.quantity.range.low / from.quantity.range.high;
  const most = to.quantity.range.high / from.quantity.range.low;
  if (multiple >= 1) return least >= multiple ? 'yes' : most < multiple ? 'no' : 'open';
  return most <= multiple ? 'yes' : least > multiple ? 'no' : 'open';
}

function comesTo(
  [from, to]: Pair,
  direction: 'rise' | 'fall',
  percent: number,
  side: 'more' | 'less' | 'just',
): Word {
  const change = changeOf(from.quantity, to.quantity);
  const { low, high } = direction === 'rise' ? change.percent : turned(change.percent);
  if (side === 'more') return low > percent ? 'yes' : high <= percent ? 'no' : 'open';
  if (side === 'less') return high < percent ? 'yes' : low >= percent ? 'no' : 'open';
  if (low === high) return Math.abs(low - percent) <= NEAR ? 'yes' : 'no';
  return high < percent || low > percent ? 'no' : 'open';
}
