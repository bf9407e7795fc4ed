/** Finds the times of a text by an ordered list of forms: at each place the longest, and of equals the first. */
import { COUNTED_FORMS } from './counted-forms.ts';
import { DAY_FORMS } from './day-forms.ts';
import { PERIOD_FORMS } from './period-forms.ts';
import { RELATIVE_FORMS } from './relative-forms.ts';
import type { Said } from './time-form.ts';
import { YEAR_FORMS } from './year-forms.ts';

/** A stretch of the text, and what it says by itself. */
export interface Found {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly said: Said;
}

const ALL = [...DAY_FORMS, ...PERIOD_FORMS, ...RELATIVE_FORMS, ...COUNTED_FORMS, ...YEAR_FORMS];
const WHOLE = String.raw`(?![\p{L}\p{N}])`;
/** Of so many forms one look says whether any of them may match: most words are no time. */
const TOGETHER = 12;
const FORMS = Array.from({ length: Math.ceil(ALL.length / TOGETHER) }, (_, part) => {
  const forms = ALL.slice(part * TOGETHER, (part + 1) * TOGETHER);
  // It needs no names of groups.
  const patterns = forms.map(({ pattern }) =>
    pattern.replaceAll(/\(\?<\w+>/g, '(?:').replaceAll('\\k<mark>', '[-/.]'),
  );
  return {
    any: new RegExp(`(?:${patterns.join('|')})${WHOLE}`, 'iuy'),
    forms: forms.map(({ pattern, read }) => ({ pattern: new RegExp(`(?:${pattern})${WHOLE}`, 'iuy'), read })),
  };
});

/** Characters before and after a time that may say something of it. */
export const AROUND = 80;

/** All times of a text, the longest at each place, from left to right. */
export function scanTimes(text: string, today: string): readonly Found[] {
  const found: Found[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (!startsWord(text, at)) continue;
    const best = longestAt(text, at, today);
    if (best === undefined) continue;
    found.push(best);
    at = best.to - 1;
  }
  return found;
}

const isPlainWord = (character: string): boolean =>
  (character >= 'a' && character <= 'z') ||
  (character >= 'A' && character <= 'Z') ||
  (character >= '0' && character <= '9');

const startsWord = (text: string, at: number) =>
  // Most characters are of a word that began before, or are spaces.
  text[at] !== ' ' &&
  !isPlainWord(text[at - 1] ?? '') &&
  /[\p{L}\p{N}']/u.test(text.charAt(at)) &&
  !/[\p{Script=Latin}\p{N}]|[$€£¥₹]|\d[.,]/u.test(text.slice(Math.max(0, at - 1), at)) &&
  !/\d[.,]$/u.test(text.slice(Math.max(0, at - 2), at));

function longestAt(text: string, at: number, today: string): Found | undefined {
  let best: Found | undefined;
  for (const { any, forms } of FORMS) {
    any.lastIndex = at;
    if (!any.test(text)) continue;
    for (const { pattern, read } of forms) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (match === null || at + match[0].length <= (best?.to ?? 0)) continue;
      const words = match[0].trimEnd();
      const end = at + words.length;
      const around = {
        before: text.slice(Math.max(0, at - AROUND), at),
        after: text.slice(end, end + AROUND),
      };
      if (isVerb(words, around.before, around.after)) continue;
      const said = read(match.groups ?? {}, today, words, around);
      if (said !== undefined) best = { from: at, to: end, text: words, said };
    }
  }
  return best;
}

const MONTH_LEAD =
  /(?:^|\s)(?:in|of|for|during|since|until|till|from|to|before|after|by|and|vs\.?|mean|average|avg|price|quotes?|early|mid|late|through|between|-|\/)\s*(?:the\s+)?$/i;
const MONTH_FOLLOWED = /^\s*(?:[?.!,]|$|-|(?:to|and|until|vs|average|mean|avg|price|quotes?)(?![a-z])|'s)/i;
const VERB_FOLLOWED =
  /^\s+(?:i|it|we|you|he|she|they|the|there|be|have|not|also|well|still|need|want|rise|fall|go|change|vary)(?![a-z])/i;

/** "it may rise", "march on": a month only where something beside it says so, or nothing follows. */
function isVerb(words: string, before: string, after: string): boolean {
  if (!/^(?:may|march|mar|dec|jan)$/i.test(words)) return false;
  if (VERB_FOLLOWED.test(after) && !/(?:in|of|during|since|until)\s+$/i.test(before)) return true;
  return !MONTH_LEAD.test(before) && !MONTH_FOLLOWED.test(after);
}
