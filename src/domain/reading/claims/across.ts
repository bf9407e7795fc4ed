/** "The most expensive metal", "which commodities rose most last year": a rank of commodities, of a family or of all. */
import { FALLS, LOSSES, OUTDONE, RISES } from '../words/move-words.ts';
import type { Findings } from '../findings.ts';
import type { Across } from '../frame.ts';
import { countIn, ordinalOf } from '../subjects/ranks.ts';

const GOODS = /^(?:metals?|minerals?|commodit(?:y|ies)|elements?|materials?|earths?)$/u;
const DEAR = /^(?:expensive|dearest|priciest|costliest|valuable|pricey|costly)$/u;
const CHEAP = /^(?:cheapest|cheap|inexpensive|affordable)$/u;
const MOST = /^(?:most|biggest|largest|highest|greatest|strongest|steepest|sharpest|fastest|best|top|max)$/u;
const LEAST = /^(?:least|lowest|smallest|worst)$/u;
const isRise = (word: string): boolean =>
  RISES.has(word) || OUTDONE.has(word) || /^(?:up|gainers?|winners?|risers?)$/u.test(word);
/** "Best performing", "top performer", "worst performance". */
const PERFORMED = /^perform(?:ing|ers?|ed|ance|s)?$/u;
/** "Rank base metals by price", "battery metals sorted by price change". */
const ORDERED = /^(?:rank(?:ed|ing|s)?|order(?:ed)?|sort(?:ed)?|league)$/u;
const MOVED = /^(?:changes?|moves?|performance|growth|gains?|returns?)$/u;
const isFall = (word: string): boolean =>
  FALLS.has(word) || LOSSES.has(word) || /^(?:down|losers?|fallers?)$/u.test(word);
const PRICED = /^(?:prices?|priced|cost|costs)$/u;
const DEAREST = /^(?:dearest|priciest|costliest)$/u;
const POLAR = /^(?:is|are|was|were)$/u;
/** More of them are no list that somebody wants. */
const MOST_WANTED = 50;

/**
 * Of no country and no sector; whether the metal that is named is a group is not known here.
 * @returns `null` where no commodities are ranked by what they cost, or by how that moved
 */
export function readAcross({ words, subjects, amounts, hits }: Findings): Across | null {
  // "Which metals' output rose most" is of no price.
  const isOfOther = hits.some(({ kind, id }) => kind === 'metric' && id !== 'price');
  const polar = subjects.metals.length > 0 && POLAR.test(words[0] ?? '');
  // "Is terbium the most expensive rare earth": the one that is asked about, and what it is one of.
  const most = polar ? 2 : 1;
  const isOther = subjects.sectors.length + subjects.countries.length > 0 || subjects.metals.length > most;
  if (isOther || isOfOther || amounts.amount !== null || !words.some((word) => GOODS.test(word))) return null;
  const line = readLine(words, amounts);
  if (line !== undefined && !polar) return { by: 'price', count: countAmong(words), rank: 1, polar, ...line };
  const has = (sort: RegExp): boolean => words.some((word) => sort.test(word));
  const [isMost, isLeast] = [has(MOST), has(LEAST)];
  const count = countAmong(words);
  const shared = { count, rank: rankIn(words), polar };
  if (isMost || isLeast) {
    if (words.some(isRise) && !words.some(isFall))
      return { by: 'move', way: isLeast ? 'lowest' : 'highest', ...shared };
    if (words.some(isFall) && !words.some(isRise))
      return { by: 'move', way: isLeast ? 'highest' : 'lowest', ...shared };
  }
  if ((isMost || isLeast) && has(PERFORMED))
    return { by: 'move', way: isLeast ? 'lowest' : 'highest', ...shared };
  if (has(ORDERED) && words.includes('by') && (has(PRICED) || has(MOVED)))
    return { by: has(MOVED) ? 'move' : 'price', way: isLeast ? 'lowest' : 'highest', ...shared };
  // "Which metals got cheaper in 2025": all that did, and not the one that did most.
  if (!isMost && !isLeast && asksWhich(words)) {
    const [dearer, cheaper] = [
      words.some(isRise) || isMore(words),
      words.some(isFall) || words.includes('cheaper'),
    ];
    if (dearer !== cheaper) return { by: 'move', way: dearer ? 'highest' : 'lowest', ...shared, only: true };
  }
  if (has(CHEAP) || (isLeast && (has(DEAR) || has(PRICED)))) return { by: 'price', way: 'lowest', ...shared };
  const isDearest = has(DEAREST);
  return isDearest || (isMost && (has(DEAR) || has(PRICED)))
    ? { by: 'price', way: 'highest', ...shared }
    : null;
}

const BELOW = /^(?:under|below|beneath)$/u;
const ABOVE = /^(?:over|above|beyond)$/u;

/** "Metals under $5/kg", "which commodities cost more than $1,000 a tonne". */
function readLine(
  words: readonly string[],
  { moneys }: Findings['amounts'],
): Pick<Across, 'way' | 'line'> | undefined {
  const [money, ...others] = moneys;
  if (
    money === undefined ||
    others.length > 0 ||
    money.per === null ||
    !words.some((word) => SEVERAL.test(word))
  )
    return undefined;
  const before = words.slice(Math.max(0, money.at - MOST_BETWEEN), money.at);
  const than = before.includes('than');
  const below =
    before.some((word) => BELOW.test(word)) || (than && /\b(?:less|cheaper|lower)\b/u.test(before.join(' ')));
  const above =
    before.some((word) => ABOVE.test(word)) ||
    (than && /\b(?:more|dearer|higher|expensive)\b/u.test(before.join(' ')));
  if (below === above) return undefined;
  const { value, currency, per } = money;
  return { way: below ? 'lowest' : 'highest', line: { value: value / per.factor, currency, per: per.unit } };
}

/** "The second most expensive", "third cheapest". */
function rankIn(words: readonly string[]): number {
  const at = words.findIndex(
    (word) => MOST.test(word) || CHEAP.test(word) || LEAST.test(word) || DEAREST.test(word),
  );
  return ordinalOf(words[at - 1] ?? '') ?? 1;
}

const SEVERAL = /^(?:metals|minerals|commodities|elements|materials|earths)$/u;
const MOST_BETWEEN = 3;

/** "Which metals", "what base metals", "how many commodities". */
const asksWhich = (words: readonly string[]): boolean =>
  words.some(
    (word, at) =>
      /^(?:which|what|many)$/u.test(word) &&
      words.slice(at + 1, at + 1 + MOST_BETWEEN).some((one) => SEVERAL.test(one)),
  );

/** "Got dearer", "became more expensive". */
const isMore = (words: readonly string[]): boolean =>
  words.some(
    (word, at) =>
      /^(?:dearer|pricier|costlier)$/u.test(word) ||
      (word === 'more' && /^(?:expensive|costly|pricey)$/u.test(words[at + 1] ?? '')),
  );

/** "The three most expensive", "top 5". */
const countAmong = (words: readonly string[]): number | null =>
  words.map((word) => countIn(word) ?? 0).find((count) => count > 1 && count <= MOST_WANTED) ?? null;
