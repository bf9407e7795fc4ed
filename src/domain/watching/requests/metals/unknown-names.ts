/** Names that stand in a metal's place and are none that is known: said, never left out. */
import { scanNumbers } from '#src/domain/measure/numbers/number-scan.ts';
import { CONDITION } from '../intents/intent-words.ts';
import { takeRule } from '../rules/read-rule.ts';
import { takeSchedule } from '../times/read-schedule.ts';
import { mendText } from '../mend-words.ts';
import { takeMetals, unknownInRow, unknownPutIn } from './read-metals.ts';
import { NO_METALS } from '../request-words.ts';
import { takeWhere } from '../read-things.ts';
import type { RequestContext, TypedContext } from '../request.ts';
import { Rest, type Found } from '../rest.ts';
import { takeUnknownGoods } from './unknown-goods.ts';

/** What is named in a metal's place, alone or beside others, and is none that is known. */
export function unknownIn(
  text: string,
  rest: Rest,
  metals: readonly string[],
  { materials }: TypedContext,
): readonly string[] {
  const isThere =
    metals.length === 0
      ? unknownMetal(rest, isEveryday) !== undefined || goodsIn(text, materials).length > 0
      : unknownInRow(text, materials).length > 0 || goodsBeside(text, materials).length > 0;
  return isThere ? ['metals'] : [];
}

const nameOf = ({ match }: Found): string => match.groups?.['name'] ?? '';

/** Goods of other markets that a text names. */
export const goodsIn = (text: string, materials: TypedContext['materials']): readonly string[] =>
  takeUnknownGoods(new Rest(text), materials).map(nameOf);

const JOINT = String.raw`\s*(?:,|\band\b|\bor\b|\bplus\b|[&+/])\s*(?:the\s+|the price of\s+)?`;
const BEHIND_METAL = new RegExp(String.raw`\uE003${JOINT}$`, 'u');
const BEFORE_METAL = new RegExp(String.raw`^(?:\s+prices?)?${JOINT}\uE003`, 'u');

/** The same in a row with metals that are known: "copper and natural gas". */
function goodsBeside(text: string, materials: TypedContext['materials']): readonly string[] {
  const rest = new Rest(text).marking('metal');
  takeMetals(rest, materials);
  const { left } = rest;
  return takeUnknownGoods(rest, materials)
    .filter(({ from, to }) => BEHIND_METAL.test(left.slice(0, from)) || BEFORE_METAL.test(left.slice(to)))
    .map(nameOf);
}

/** What a message names in a metal's place and is no metal that is known, so that it can be said which. */
export function unknownNames(typed: string, context: RequestContext): readonly string[] {
  const text = mendText(typed, context.materials);
  const putIn = unknownPutIn(text, context.materials);
  if (putIn !== undefined) return [putIn];
  const inRow = unknownInRow(text, context.materials);
  if (inRow.length > 0) return inRow;
  const beside = goodsBeside(text, context.materials);
  if (beside.length > 0) return beside;
  const rest = new Rest(text);
  takeWhere(rest, rest);
  takeMetals(rest, context.materials);
  takeRule(rest);
  takeSchedule(rest, context.today, context.zone);
  const name = unknownMetal(rest, isEveryday);
  return name === undefined ? goodsIn(text, context.materials) : [name];
}

const isEveryday = (word: string) =>
  NO_METALS.has(word) || scanNumbers(word).length > 0 || CONDITION.test(word);

/** The words in a metal's place: "price of unobtainium", "if unobtainium goes". */
const IN_PLACE: readonly RegExp[] = [
  /\b(?:if|when|whenever|once|as soon as|in case)\s+(?:the\s+)?(?:price\s+(?:of|for)\s+)?(?<name>\p{L}[\p{L}-]{2,})(?:'s)?\s+(?:oxide\s+|metal\s+|price\s+|prices\s+|ever\s+)*(?=\p{L}|[<>\uE000-\uE005])/u,
  /\b(?:prices?|digest|report|alert|update|quotes?)\s+(?:of|for|on|about)\s+(?:the\s+)?(?<name>\p{L}[\p{L}-]{2,})/u,
  /\b(?<name>\p{L}[\p{L}-]{2,})\s+(?:oxide\s+|metal\s+)?(?:prices?|digest|alert|quotes?|round-?up|report|update|summary)\b/u,
  /^(?:[\uE000-\uE005\s,:;+-])*(?<name>\p{L}[\p{L}-]{3,})(?=(?:\s+(?:please|pls|oxide|metal))?[\s,:;+-]*(?:$|[\uE000-\uE005]))/u,
  /^(?<name>\p{L}[\p{L}-]{3,})\s+(?:up|down|above|below|over|under|beyond)\b/u,
  /\b(?:send|post|give|drop|get|show|ping)\s+(?:me|us)?\s*(?:the\s+)?(?<name>\p{L}[\p{L}-]{2,})(?=\s*(?:[\uE000-\uE005]|$|to\b|in\b))/u,
];

/** A name that stands where a metal's would, and is none that is known. @param isWord Whether a word is an everyday one. */
function unknownMetal(rest: Rest, isWord: (word: string) => boolean): string | undefined {
  for (const pattern of IN_PLACE) {
    const name = pattern.exec(rest.left)?.groups?.['name'];
    if (name !== undefined && !isWord(name)) return name;
  }
  return undefined;
}
