/** What a question says beside its slots, and what answers heeds: "ever", "on average", "in each year". */
import type { Question } from '#src/domain/reading/question.ts';

const MANNERS = {
  /** "Fell below", "passed": before it was on the other side. */
  crosses:
    /\b(?:falls?|fell|drops?|dropped|pass|passes|passed|exceeds?|exceeded|cross|crosses|crossed|rises?|rose|breaks?|broke|surpass|surpasses|surpassed|reach|reaches|reached|hits?)\b/iu,
  ever: /\b(?:ever|all[- ]time|records?|in history|in the series)\b/iu,
  /** "What happened to lead": lately, and not since it is known. */
  lately: /\b(?:happened|happening|up with|going on)\b/iu,
  'on the year': /\b(?:yoy|y[/-]y|year[- ](?:on|over)[- ]year|annual change|yearly change)\b/iu,
  'each year': /\b(?:every|each)(?: single)? year\b|\byear after year\b|\bin all years\b/iu,
  /** "Did it", "is it": yes or no is wanted. */
  whether: /^(?:so |and |but )?(?:does|do|did|is|are|was|were|has|have)\b/iu,
  /** "Will it": of what is to come. */
  future: /^(?:will|would|could|might|may|can)\b|^(?:is|are)\b.*\bgoing to\b/iu,
  'when will': /^(?:and |so |but )?when (?:will|would|could|might|is|are)\b/iu,
  down: /\b(?:fell|fall\w*|drop\w*|declin\w*|decreas\w*|shr[aiu]nk\w*|cheaper|down|sank|sink\w*|lower)\b/iu,
  'less mined': /\b(?:fell|fall\w*|drop\w*|shr[aiu]nk\w*|declin\w*|decreas\w*|lost|lose\w*|less|least)\b/iu,
  /** A range has a middle, which no source calls its price. */
  middle: /\b(?:mid(?:dle|[- ]?point)?|average|avg|mean)\b/iu,
  part: /%|\b(?:percent\w*|pct|share|part|fraction|proportion|how much of)\b/iu,
  use: /\b(?:uses?|used|applications?)\b/iu,
  'goes into': /\bgoes into\b/iu,
  'for what': /\b(?:for|uses?|used|applications?)\b/iu,
  world: /\b(?:world(?! bank)(?:['’]?s)?|worldwide|global(?:ly)?)(?![\p{L}\p{N}])/iu,
  secondary: /\b(?:secondary|recycl\w*|scraps?|recovered|reclaimed)\b/iu,
  refined: /\b(?:refin\w+|smelt\w+)\b/iu,
  smelted: /\bsmelt/iu,
  goods: /\b(?:minerals|metals|commodities|materials|elements)\b/iu,
  critical: /\bcritical\b/iu,
  fully: /\b(?:fully|entirely|completely|wholly|totally|all of)\b/iu,
  less: /\b(?:less|below|under|fewer)\b/iu,
  more: /\b(?:more|over|above|greater|exceed\w*)\b/iu,
  'sold abroad': /\bnet exporter\b|\bself[- ]sufficient\b/iu,
  /** Of a price that was offered. */
  'is it good':
    /\b(?:good|fair|ok|okay|reasonable|decent|cheap|deal|bargain|competitive|acceptable|alright|all right|great|right price|in line|attractive)\b/iu,
  'is it steep':
    /\b(?:steep|too much|too high|too expensive|expensive|high|pricey|overpriced|overpay(?:ing)?|overpaid|rip[- ]?off|ripped off|dear|costly|a lot)\b/iu,
} as const satisfies Readonly<Record<string, RegExp>>;

/** Whether its words say so; of a question that nobody typed, those that stand for it. */
export const says = ({ text }: Pick<Question, 'text'>, manner: keyof typeof MANNERS): boolean =>
  MANNERS[manner].test(text);
