/** What a request says with a number, a day or a place in it that no slot takes: it is said, never dropped. */
import { weekdayIn } from '#src/domain/measure/days.ts';
import { WEEKDAY } from '#src/domain/measure/times/coming-day.ts';
import type { AskedSchedule } from './request.ts';
import type { Rest } from './rest.ts';

const SENTENCES = /(?<=[.!?])\s+/u;
/** Something of it was understood; what is told in a sentence of its own is no part of a request. */
const TAKEN = /[\uE000-\uE005]/u;
/** "Not in December", "except Fridays". */
const LEAVES_OUT =
  /^(?:but\s+|and\s+|please\s+)*(?:not|no|never|except|excluding|unless|only|without|skip)\s/u;
/** Parts of a text that stand between what was taken, commas and ends of sentences. */
const PARTS = /[^\uE000-\uE005,;!?()]+/gu;
const WEEKDAYS = new RegExp(String.raw`(?<!\p{L})${WEEKDAY}`, 'gu');
/** Such a part says more than the request has. */
const SAYS_MORE =
  /\d|[#@]\p{L}|(?<!\p{L})(?:(?:sun|mon|tues|wednes|thurs|fri|satur)days?|(?:jan|febr)uary|april|june|july|august|(?:septem|octo|novem|decem)ber|christmas|easter|except|excluding|unless|apart from|other than|but not|not (?:on|in|at|before|after|during))(?!\p{L})/u;
/** "Since the board meets on Thursdays": why, and nothing more. */
const SAYS_WHY = /^(?:since|because|cause|coz|as) (?!\d|of )/u;
/** Longer ones are a tale; three of them say enough. */
const LONGEST = 60;
const MOST = 3;

/** What stands in a text and was not understood, as it was typed but for small letters. @param on Days that are known: said again, they say nothing more. @example ["except 24 and 25 december"] */
export function unreadIn({ left }: Rest, on: AskedSchedule['on'] = []): readonly string[] {
  const known = new Set([on].flat());
  return left
    .split(SENTENCES)
    .filter((sentence) => TAKEN.test(sentence) || LEAVES_OUT.test(sentence))
    .flatMap((sentence) => sentence.match(PARTS) ?? [])
    .map((part) => part.trim())
    .filter((part) => {
      const without = part.replaceAll(WEEKDAYS, (name) => (known.has(weekdayIn(name) ?? '') ? '' : name));
      return SAYS_MORE.test(without) && !SAYS_WHY.test(part);
    })
    .slice(0, MOST)
    .map((part) => (part.length > LONGEST ? `${part.slice(0, LONGEST - 1)}…` : part));
}
