/** A message's clauses, where it asks for more than one thing: "each morning the price, and ping me if it drops below 90". */
const VERB = String.raw`(?:notify|alert|warn|ping|message|dm|text|mail|e-?mail|tell|let|send|post|remind|give|show|list|pause|mute|hold|resume|stop|delete|remove|cancel|snooze|export|save|store|record|log|set ?up|create|make|move|change|add|keep|drop|shout|subscribe|unsubscribe|put|switch|start|wake|un-?snooze|un-?mute|un-?pause|restart|reactivate|clear|scrap|bin|kill|erase|raise|lower|set|bring|download)`;
const OBJECT = String.raw`(?:me|(?:alert|digest|number|no\.?|nr\.?)\s+\d+|us|the|my|our|your|his|her|both|these|those|whatever|which|what|one|all|it|that|this|an?|another|every(?:one|thing|body)?|@\S+|#\S+|<[@#]|new|no|alerts?|digests?|nd|ndpr|\p{L}+ium|if|when)`;
/** "..., and on top of that ping me if ...": what stands behind is something else. */
const BESIDE = String.raw`(?:on top(?:\s+of\s+(?:that|it|this|which))?|besides(?:\s+that)?|in addition(?:\s+to\s+(?:that|it|this))?|additionally|moreover|furthermore|at the same time|(?:apart|aside) from (?:that|this)|while (?:you're|you are|u r) at it|separately|in parallel|likewise|as an extra|as a second thing|another thing|secondly)\s*[,:]?\s+(?=\p{L})`;
const BESIDES = String.raw`,?\s+(?:(?:and|plus|but|then)\s+)*${BESIDE}`;
const OPENING = new RegExp(`^(?:(?:and|plus|but|then)\\s+)*${BESIDE}|^\\(?[1-9]\\)\\s+(?=\\p{L})`, 'u');
const JOINT = new RegExp(
  String.raw`(?<!\b(?:incl|excl|inc|ex|approx|est|min|max|no|nr|vs|ca|ms|mr|mrs|dr|prof|st|a\.m|p\.m|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec))[.;!]\s+(?=\p{L})|\?\s+(?=\p{L})(?!(?:then\s+|please\s+)*(?:ping|tell|message|msg|alert|warn|notify|dm|let|shout|post)\b)|,?\s+(?:and|plus|&|then)\s+(?=(?:also\s+|please\s+|then\s+)*${VERB}\s+${OBJECT})|,\s*(?:also\s+|plus\s+|and\s+|then\s+|please\s+)*(?=${VERB}\s+(?:me|us|the|my|all|it|an?|(?:alert|digest)\s+\d+)\b)|,?\s+also,?\s+(?=(?:please\s+)?${VERB}\s+${OBJECT})|(?:,?\s+(?:and|plus|also|as well as)|,)(?:\s+(?:also|then|then also))?\s+(?=(?:an?|another)\s+(?:alert|digest|weekly|daily|monthly|reminder|heads-?up|ping|shout|warning)\b)|,?\s+and\s+(?=(?:if|when|whenever|as soon as)\b.{3,80}?,)|,?\s+(?:and\s+)?after (?:that|this|which),?\s+(?=(?:please\s+)?${VERB}\s)|\s+and\s+(?=(?:what|which)\s+(?:alerts|digests)\b)|${BESIDES}|\s+\(?[1-9]\)\s+(?=\p{L})`,
  'gu',
);

/** A word that says how often: without one on each side there are no two schedules. */
export const SAYS_OFTEN =
  /\b(?:every|each|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|daily|weekly|monthly|quarterly|fortnightly|weekdays?|workdays?|weekends?|mornings?|(?:of the|a) month|cron)(?!\p{L})/u;
const WEAK = /,?\s+(?:and|plus|&)\s+|[,;]\s*(?=\p{L})/gu;

/** "mondays dysprosium and on the first of the month terbium": where a second schedule may begin; two they are if each names its own. */
export const secondSchedules = (text: string): readonly (readonly [at: number, next: number])[] =>
  [...text.matchAll(WEAK)]
    .map((match): readonly [number, number] => [match.index, match.index + match[0].length])
    .filter(([at, next]) => SAYS_OFTEN.test(text.slice(0, at)) && SAYS_OFTEN.test(text.slice(next)));

const WEAKEST = /,?\s+(?:and|or|plus|&|with|but)\s+(?:(?:also|to|be|get)\s+)*|[,;]\s*(?:also\s+)?(?=\p{L})/gu;

/** "dy below 200 or tb below 800 usd/kg": where a second rule may begin. */
export const secondRules = (text: string): readonly (readonly [at: number, next: number])[] =>
  [...text.matchAll(WEAKEST)].map((match): readonly [number, number] => [
    match.index,
    match.index + match[0].length,
  ]);

/** "..., dm me", "..., post it in #pricing": where to, of what stands before it. */
const DELIVERY =
  /^(?:(?:please|pls|then|and|just|so)\s+)*(?:dm|ping|tell|message|msg|notify|alert|warn|text|mail|e-?mail|let|send|post|put|shout|poke|inform|drop|write)\s+(?:(?:it|that|this|them)\s+)?(?:(?:in|into|to|at)\s+)?(?:me|us|here|(?:this|the)\s+channel|#\S+|@\S+|<[#@]\S+)(?:\s+(?:know|here|then|about it|in\s+#\S+))?(?:\s+(?:immediately|at once|asap|right away|straight away))?[\s,]*(?:please|pls|thanks)?[.!]*$/u;

/** "That is too early, make it 9": one says why, the other what. */
const TOO = /\btoo (?:early|late|often|frequent|much|rare|rarely|seldom|low|high|noisy)(?: for (?:me|us))?$/u;

const ONE_QUESTION =
  /^(?:what|which|when|where|who|why|how|is|are|was|were|does|did|do|has|have)\s[^.!?;,]*\?$/u;

/** Where each clause stands in the text, joints left out. */
export function splitClauses(text: string): readonly (readonly [from: number, to: number])[] {
  // "does snoozing an alert also stop the digest?" is one question, and no order.
  if (ONE_QUESTION.test(text)) return [[0, text.length]];
  const parts: [number, number][] = [];
  let from = 0;
  for (const match of text.matchAll(JOINT)) {
    if (TOO.test(text.slice(0, match.index))) continue;
    if (DELIVERY.test(text.slice(match.index + match[0].length))) continue;
    parts.push([from, match.index + (match[0].startsWith('?') ? 1 : 0)]);
    from = match.index + match[0].length;
  }
  return [...parts, [from, text.length] as const]
    .map(([start, end]) => [start + (OPENING.exec(text.slice(start, end))?.[0].length ?? 0), end] as const)
    .filter(([start, end]) => text.slice(start, end).trim() !== '');
}
