/** What is to be taken out of a digest that there is, whatever the verb: "lose the chart in the friday digest", "we don't need zinc in it". */
import type { Clause } from '../intents/clause.ts';
import { ALERT_NOUN, ASKING, DIGEST_NOUN, INDEFINITE } from '../intents/intent-words.ts';
import { takeMetals } from '../metals/read-metals.ts';
import { takeTarget } from '../read-target.ts';
import { takeItems } from '../read-things.ts';
import type { AskedSlots, RequestContext } from '../request.ts';
import { Rest } from '../rest.ts';

const OUT =
  '(?:remove|drop|take|delete|exclude|leave|kick|lose|strip|cut|scrap|skip|kill|strike|pull|erase|ditch|omit|hide|dump|bin|axe|trim|throw|chuck|stop|cancel|get rid of|do away with)';
const OF = '(?:out of|off of|off|from|out from|in|inside|on|of|with)';
const NO_NEED = String.raw`(?:don't|do not|dont|no longer|never|won't|needn't)\s+(?:really\s+|actually\s+|even\s+)?(?:want|need|require|like|use|care for|care about|look at|wish|read)`;
const LACKS = String.raw`(?:does(?:n't| not|nt)|should(?:n't| not)|need(?:n't| not)|must(?:n't| not)|may not|no longer|(?:can|could|should|must|may|would)\s+(?:come|be|do|go|live|run)(?:\s+better)?\s+without|(?:is|looks|works) (?:better|fine|ok|okay) without)\s*(?:really\s+)?(?:need|have|has|include|show|contain|want|carry|list|cover|use|feature)?s?`;
/** What goes, and of which one: the verb first, the wish first, what goes first, or the one that it is of. */
const TAKEN: readonly RegExp[] = [
  String.raw`^${OUT}\s+(?:(?:out|away|showing|including|listing|adding|putting|posting|sending)\s+)?(?<what>.+?)\s+(?:out\s+)?${OF}\s+(?<one>.+)$`,
  String.raw`^(?:don't|do not|dont|never)\s+(?:show|include|list|put|add|post|send|print|have)\s+(?<what>.+?)\s+(?:in|on|with|into|to)\s+(?<one>.+)$`,
  String.raw`^(?:(?:i|we|they|the \p{L}+)\s+${NO_NEED}|(?:nobody|no one)\s+(?:needs|wants|reads|looks at|likes|uses))\s+(?:(?:to see|to have|to get|any)\s+)?(?<what>.+?)\s+(?:in|on|from|inside|with)\s+(?<one>.+)$`,
  String.raw`^(?:(?:there (?:should|must|need|shall) be|have|let's have|put)\s+)?(?:no|without)\s+(?:more\s+)?(?<what>.+?)\s+(?:in|on|inside|for|with)\s+(?<one>.+)$`,
  String.raw`^(?<one>.+?)\s+${LACKS}\s+(?:an?\s+|any\s+)?(?<what>.+)$`,
  String.raw`^(?<what>.+?)\s+(?:must|should|shall|has to|have to|can|may|could|is to|are to|needs to)\s+(?:be\s+|come\s+|go\s+)*(?:(?:taken|removed|left|dropped|cut|deleted|stripped)\s+)*(?:out of|off|from|out from)\s+(?<one>.+)$`,
  String.raw`^(?<what>.+?)\s+(?:is|are)\s+(?:no longer needed|not needed|unnecessary|superfluous|not wanted|no longer wanted|useless|of no use)\s+(?:any ?more\s+)?(?:in|on|inside|for)\s+(?<one>.+)$`,
  String.raw`^(?<one>(?:the|my|our|that|this|it|digest)(?!\p{L}).*?)[,:]?\s+(?:but\s+|please\s+|and\s+)?(?:no|minus|without)\s+(?:more\s+|the\s+|any\s+)*(?<what>.+)$`,
].map((form) => new RegExp(form, 'u'));
/** Of the one just spoken of: only what nothing else has. */
const OF_THIS: readonly RegExp[] = [
  String.raw`^${OUT}\s+(?:out\s+)?(?:the\s+|that\s+)?(?<what>(?:charts?|graphs?|pictures?|plots?)|the (?:sectors|sector shares|production(?: figures| numbers)?|change (?:line|column)))(?:\s+(?:out|off|away))?$`,
  String.raw`^(?:no|without)\s+(?:the\s+|any\s+|more\s+)?(?<what>charts?|graphs?|pictures?|plots?|sectors|sector shares)$`,
  String.raw`^the (?<what>charts?|graphs?|pictures?|plots?|sectors|sector shares) (?:can|should|must|may|has to) (?:go|be removed|be dropped|come out|be left out|disappear)$`,
  String.raw`^(?:take|leave|cut|kick)\s+(?!out)(?<what>\S+(?:\s+and\s+\S+)?)\s+(?:out|off)$`,
].map((form) => new RegExp(form, 'u'));
const BEHIND =
  /(?:[\s,]+(?:any ?more|any longer|please|pls|thanks?|thx|cheers|at all|either|from now on|again))+[.!]?$|[.!]+$/u;
/** Something comes in its place. */
const PUT_IN =
  /(?:[,;]|\b(?:and|then|but))\s+(?:also\s+|then\s+|instead\s+)*(?:add|include|append|put|insert|show|bring|replace)\s/u;
const BEFORE = /^(?:also|please|pls|kindly|just|so|and)\s+/u;
const ONE =
  /^(?:it|that|this|them|there|these|those)(?:\s+one)?$|^(?:the|my|our)\s+(?:daily|weekly|monthly|quarterly|morning|\p{L}+day)(?:'s)?(?!\p{L})/u;
const ONE_ALERT = /\balert\b(?!\s+(?:section|part|list|lines?|block)s?\b)/u;
/** What may stand beside what is taken out. */
const BESIDE =
  /(?<!\p{L})(?:the|our|my|that|those|all|any|an?|whole|entire|prices?|section|part|parts|lines?|bit|figures?|numbers?|data|block|rows?|column|values?|share|shares|metal|metals|oxide|and|or|both|nor|of|for|from|more|again|out|please|pls|thanks|any ?more|longer|either|at all|needed|from now on)(?!\p{L})/gu;

/** @returns what goes and of which one; `undefined` where no thing is taken out of a digest that is named, or was just spoken of */
export function takenOut({ head, topic }: Clause, context: RequestContext): AskedSlots | undefined {
  const said = (topic?.join(': ') ?? head).replace(BEFORE, '').replace(BEHIND, '');
  if ((ASKING.test(said) && !said.startsWith('do not ')) || PUT_IN.test(said)) return undefined;
  for (const pattern of TAKEN) {
    const { what = '', one: named = '' } = pattern.exec(said)?.groups ?? {};
    const [one = named] = named.split(/[,;]\s/u);
    if (INDEFINITE.test(one) || !(DIGEST_NOUN.test(one) || ONE.test(one)) || ALERT_NOUN.test(one)) continue;
    const remove = thingsIn(what, context);
    if (remove !== undefined) return { remove, target: takeTarget(new Rest(one), context) ?? { this: true } };
  }
  const alone = OF_THIS.flatMap((pattern) => pattern.exec(said)?.groups?.['what'] ?? [])[0];
  const remove = alone === undefined ? undefined : thingsIn(alone, context);
  return remove && { remove, target: { this: true } };
}

/** Metals and items, and nothing else: "the copper digest" is what they are of. */
function thingsIn(what: string, context: RequestContext): AskedSlots['remove'] | undefined {
  if (DIGEST_NOUN.test(what) || ONE_ALERT.test(what)) return undefined;
  const rest = new Rest(what);
  const metals = takeMetals(rest, context.materials);
  const items = takeItems(rest).filter((item) => metals.length === 0 || item !== 'price');
  if (metals.length === 0 && items.length === 0) return undefined;
  const left = rest.left.replaceAll(BESIDE, '');
  if (/\p{L}/u.test(left)) return undefined;
  return { ...(metals.length === 0 ? {} : { metals }), ...(items.length === 0 ? {} : { items }) };
}
