/** A few words of something that waits, which are no message of their own: "no, per kg", "at 10", "the last 90 days instead". */
import { ASKING } from '#src/domain/watching/requests/intents/intent-words.ts';
import { lookAt } from '#src/domain/watching/requests/look-at.ts';
import { mendText } from '#src/domain/watching/requests/mend-words.ts';
import type { RequestContext } from '#src/domain/watching/requests/request.ts';

export interface Aside {
  /** As it is read: small letters, slips mended. */
  readonly plain: string;
  /** Without "no, make it" and its like. */
  readonly said: string;
}

/** More is a message of its own. */
const LONGEST = 100;
const LEAD =
  /^(?:(?:no|nope|nah|not quite|sorry|oops|wait|hmm|actually|and|also|plus|but|please|pls|ok|okay|rather|better|i meant?(?: to say)?|make (?:it|that)|let's say|it should be)(?!\p{L})[,:;.!\s-]*)+/u;
const SLOT_LAST = /(?:instead|rather|better|please|pls|too|as well|also)[.!]?$|\bnot\b/u;

/** @param first What it may begin with, where nothing else says that it puts something right */
export function asideIn(text: string, first: RegExp, context: RequestContext): Aside | undefined {
  const plain = mendText(text, context.materials);
  const lead = LEAD.exec(plain)?.[0] ?? '';
  const said = plain.slice(lead.length);
  if (plain.length > LONGEST || text.includes('?') || ASKING.test(said) || said === '') return undefined;
  if (lead === '' && !first.test(plain) && !SLOT_LAST.test(plain)) return undefined;
  // "Since March" is of a past that no request has but an export's.
  const ours = said.replaceAll(/\bsince\b/gu, 'from');
  return lookAt(ours, context).signs.foreign > 0 ? undefined : { plain, said };
}

/** "also dysprosium", "and in #b": more of it, in the place of nothing. */
export const IS_MORE = /^(?:also|and|plus)(?!\p{L})/u;
