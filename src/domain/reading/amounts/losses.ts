/** What of the goods is lost on the way, where a question says it: "we lose 15 %", "yield 85 %", "12 % scrap". */
import type { PercentRead } from './masses/amount-parts.ts';
import { isFree, take, wordAt, type Reading } from '#src/domain/reading/reading.ts';
import { ELEMENT_SYMBOLS } from '#src/domain/reading/words/things/elements.ts';
import WORDS from '#src/domain/reading/words/senses.json' with { type: 'json' };

const LOST: ReadonlySet<string> = new Set(WORDS.lost);
const LEFT: ReadonlySet<string> = new Set(WORDS.left);
/** Of a metal that is used the share may be said as well: "share 30 %". */
const SHARE = /^(?:share|fraction|proportion|percentage|content)$/u;
/** Small words between a percentage and what it is of: "loss of about 15 %", "15 % is lost". */
const BETWEEN =
  /^(?:of|is|are|was|be|gets?|being|about|around|roughly|rate|a|an|the|at|by|as|to|in|goes|going|around|only)$/u;
const REACH = 3;

/**
 * The percentages with what they leave of the goods; takes the words that say so, and "share" before one.
 * @param isOrder An amount stands beside them: elsewhere it may be a price that lost as much
 */
export function withLosses(
  reading: Reading,
  percents: readonly PercentRead[],
  isOrder: boolean,
): readonly PercentRead[] {
  return percents.map((percent) => {
    const { at, next, value } = percent;
    if (SHARE.test(wordAt(reading, at - 1)) && isFree(reading, at - 1)) take(reading, at - 1, at, 'percent');
    // "Scrap at 26 % Nd": what it holds.
    if (isElement(reading.tokens[next]?.raw ?? '')) return percent;
    const said = before(reading, at) ?? after(reading, next);
    if (said?.isLost === true && LEFT.has(wordAt(reading, said.at - 1)) && isFree(reading, said.at - 1))
      take(reading, said.at - 1, said.at, 'percent');
    if (said === undefined || value.low < 0 || value.high >= 100) return percent;
    if (!isOrder && !isOfGoods(reading, said.at)) return percent;
    take(reading, said.at, said.at + 1, 'percent');
    const kept = said.isLost
      ? { low: 1 - value.high / 100, high: 1 - value.low / 100 }
      : { low: value.low / 100, high: value.high / 100 };
    return kept.low <= 0 ? percent : { ...percent, kept, lost: said.isLost };
  });
}

const NAMES: ReadonlySet<string> = new Set(ELEMENT_SYMBOLS.values());
const isElement = (raw: string): boolean =>
  ELEMENT_SYMBOLS.has(raw) || NAMES.has(raw.toLowerCase()) || raw === 'nd';

/** "10 % scrap", "15 % yield loss", "we lose 8 %": of goods, whatever is named beside it. */
function isOfGoods(reading: Reading, at: number): boolean {
  const word = wordAt(reading, at);
  if (OF_GOODS.test(word)) return true;
  if (/^loss(?:es)?$/u.test(word)) return WORKED.test(wordAt(reading, at - 1));
  return /^los(?:e|ing|t)$/u.test(word) && /^(?:we|i|you)$/u.test(wordAt(reading, at - 1));
}
const OF_GOODS = /^(?:scrap|scrapped|waste|wastage|rejects?|rejected|offcuts?|swarf|yield|utili[sz]ation)$/u;
const WORKED =
  /^(?:yield|process|processing|production|machining|material|grinding|cutting|with|assuming|melt|melting)$/u;

interface Said {
  readonly at: number;
  readonly isLost: boolean;
}

function lossAt(reading: Reading, at: number): Said | undefined {
  const word = wordAt(reading, at);
  if (LOST.has(word)) return { at, isLost: true };
  // "15 % yield loss" is lost.
  if (LEFT.has(word) && /^loss(?:es)?$/u.test(wordAt(reading, at + 1))) return { at: at + 1, isLost: true };
  return LEFT.has(word) ? { at, isLost: false } : undefined;
}

function before(reading: Reading, end: number): Said | undefined {
  for (let at = end - 1; at >= end - REACH && at >= 0; at -= 1) {
    const found = lossAt(reading, at);
    if (found !== undefined) return found;
    if (!BETWEEN.test(wordAt(reading, at)) || /[,;]/u.test(reading.tokens[at + 1]?.gap ?? ''))
      return undefined;
  }
  return undefined;
}

function after(reading: Reading, from: number): Said | undefined {
  // The noun of "15 % loss" is taken with its percentage.
  for (let at = from; at < from + REACH; at += 1) {
    const found = /[,;.]/u.test(reading.tokens[at]?.gap ?? '') ? undefined : lossAt(reading, at);
    if (found !== undefined) return found;
    if (!BETWEEN.test(wordAt(reading, at))) return undefined;
  }
  return undefined;
}
