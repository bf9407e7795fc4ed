/** What an alert is for: a move, a new high or low, a band, a threshold, a new edition; and what is said beside it. */
import { readForm, takeVat } from '#src/domain/reading/quotes/read-basis.ts';
import { amountFrom, levelOf } from './read-amount.ts';
import { COUNT } from '../times/future-days.ts';
import { lasting } from '../times/read-bounds.ts';
import type { AskedRule } from '../request.ts';
import type { Rest } from '../rest.ts';
import { APART, type RuleSaid } from './way-words.ts';
import { takeBand, takeLevel } from './read-level.ts';
import { takeChange } from './read-move.ts';

const HIGH =
  /\b(?:new |fresh |another |record |all[\s-]time )*(?:(?:(?<count>\d{1,4}|one|two|three|six|twelve)[\s-]?)?(?<unit>yearly|monthly|weekly|quarterly|day|week|wk|month|mo|m|year|yr|y)s?[\s-])?(?<high>(?<!\btoo )highs?|peaks?|max(?:imum)?|highest|(?<=\b(?:an?|new|fresh|another|price|its|the|all[\s-]time|daily|weekly|monthly|yearly)\s)record)(?!\p{L})/u;
const LOW =
  /\b(?:new |fresh |another |record |all[\s-]time )*(?:(?:(?<count>\d{1,4}|one|two|three|six|twelve)[\s-]?)?(?<unit>yearly|monthly|weekly|quarterly|day|week|wk|month|mo|m|year|yr|y)s?[\s-])?(?<low>(?<!\btoo )lows?|troughs?|minimum|(?<=(?:day|week|month|year)[\s-])min|lowest)(?!\p{L})/u;
/** "higher than on any of the past 45 days". */
const BEYOND_ALL = new RegExp(
  String.raw`\b(?<way>higher|lower|cheaper|dearer|more expensive) than (?:[a-z]+ ){0,6}?(?:last|past) (?:(?<count>${COUNT}) )?(?<unit>days?|weeks?|months?|years?)(?!\p{L})`,
  'u',
);
const IN_SPAN = new RegExp(
  String.raw`\b(?:in|of|for|since|over)\s+(?:the\s+)?(?:(?:last|past)\s+)?(?<count>${COUNT})?[\s-]*(?<unit>days?|weeks?|months?|years?)(?!\p{L})`,
  'u',
);

const EDITION =
  /\b(?:new|next|latest|updated|revised|fresh)\s+(?:usgs\s+|report\s+|annual\s+|yearly\s+)?(?:edition|version|release|report|figures|data|numbers|publication|summaries|mcs)\b|\b(?:publishes|releases|updates|brings out|comes out|is out|revises)\b.{0,40}|\bedition\b/u;
const REPEAT_ONCE =
  /\b(?:just|only) once\b|\b(?<!\bat )once(?: only)?(?=\s*(?:$|[.,;:!?)(-]|(?:if|when|as|and|in case|in total|please|pls)\b))(?!,?\s+and\s+for all)|\b(?:one time|a single time|the first time)\b/u;
const REPEAT_EACH =
  /(?<!\b(?:not|don't|than) )(?:\b(?:every|each)(?: single)? time\b|\bon each occasion\b|\bwhenever\b|\bas often as\b|\bevery new one\b)/u;
const REACH =
  /\b(?:entirely|completely|fully|in full|in its entirety|(?:the )?(?:whole|entire|entirety|full|complete)(?: of)? (?:(?!if\b|when\b)\S+ ){0,3}?(?:range|band|quote|spread)|all of (?:it|(?:the )?(?:\S+ ){0,3}?(?:range|band|quote|spread))|both (?:the )?ends|both (?:the )?(?:low|high) and (?:the )?(?:low|high))\b/u;

const NO_FORM =
  /\b(?:any|all|every|each|other|another|which|what|that|this|these|those|the|a|same|base|precious|of (?:the|our|my))\s+metals?\b(?!\s+(?:price|form))/gu;

/** What is said of a rule beside its kind. */
function besides(rest: Rest): AskedRule {
  const vat = takeVat(rest.left);
  // "Any metal" is of no form, nor is "#cathode".
  const form = readForm(rest.plain.replaceAll(NO_FORM, ' ').replaceAll(/[#@][\p{L}\p{N}_-]+/gu, ' '));
  const source = /\busgs\b/u.test(rest.plain)
    ? 'usgs'
    : /\b(?:the |our |farmonaut |market |of )report(?:'s)?\b|\bfarmonaut\b/u.test(rest.plain)
      ? 'report'
      : undefined;
  const reach = rest.take(REACH);
  const each = rest.take(REPEAT_EACH);
  const once = each === undefined ? rest.take(REPEAT_ONCE) : undefined;
  return {
    ...(form === undefined ? {} : { form }),
    ...(source === undefined ? {} : { source }),
    ...(vat.value === 'included' || vat.value === 'excluded' ? { vat: vat.value } : {}),
    ...(reach === undefined ? {} : { reach: 'entirely' as const }),
    ...(each === undefined ? {} : { repeat: 'each' as const }),
    ...(once === undefined ? {} : { repeat: 'once' as const }),
  };
}

interface ReadRule {
  readonly rule: AskedRule;
  /** Its number may be read in two ways. */
  readonly unclear?: true;
}

/**
 * The rule that a text states; `undefined` where it says nothing of one.
 * @param near The last price of what it is for, in its own unit: decides between two readings of a number.
 */
export function takeRule(rest: Rest, near?: number): ReadRule | undefined {
  const change = takeChange(rest);
  const kind =
    change ?? takeExtreme(rest) ?? takeBand(rest, near) ?? takeLevel(rest, near) ?? takeEdition(rest);
  if (kind === undefined) return undefined;
  const { unclear, ...said } = kind;
  const side = said.kind === undefined && said.low !== undefined ? kindOfIt(said, rest) : undefined;
  const rule = side === undefined ? said : { ...said, kind: side };
  const { source, ...more } = besides(rest);
  // Sources that lie apart are named both.
  const of = source === undefined || rule.kind === 'apart' ? {} : { source };
  return { rule: { ...rule, ...more, ...of }, ...(unclear === true ? { unclear } : {}) };
}

/** "200-230 usd/kg, tell me if it's out of that": of the range that stands before. */
const IT = String.raw`(?:that|it|this|the (?:range|band|corridor|zone)|there)(?!\p{L})`;
const BANDS: readonly (readonly [RegExp, 'leaves' | 'enters'])[] = [
  [
    new RegExp(
      String.raw`\b(?:out of|outside(?: of)?|leaves?|leaving|exits?|breaks out of|not (?:in|within|inside)) ${IT}|\bbreaks out\b|\bout of range\b`,
      'u',
    ),
    'leaves',
  ],
  [
    new RegExp(
      String.raw`\b(?:inside|within|enters?|entering|gets? into|comes? into|back in(?:to)?|(?:is|'s) in|lands in) ${IT}`,
      'u',
    ),
    'enters',
  ],
];

/** "My limit is 95 EUR/kg: tell me when it's past that": of the price that stands before. */
const SIDES_OF_IT: readonly (readonly [RegExp, 'above' | 'below'])[] = [
  [
    new RegExp(
      String.raw`\b(?:past|above|over|beyond|exceeds?|exceeding|higher than|more than|tops?|topping) ${IT}`,
      'u',
    ),
    'above',
  ],
  [
    new RegExp(
      String.raw`\b(?:below|under|beneath|lower than|less than|cheaper than) ${IT}|\b(?:breaks?|goes|falls?|drops?|dips?) (?:below|under)\s*[.!]*$`,
      'u',
    ),
    'below',
  ],
];

/** Which way it is to go, where that is said of "it". */
function kindOfIt({ low, high }: AskedRule, rest: Rest): AskedRule['kind'] {
  if (low === undefined || high === undefined) return undefined;
  return (low < high ? BANDS : SIDES_OF_IT).find(([pattern]) => rest.has(pattern))?.[1];
}

/** "an alert for terbium, 1600 USD/kg": how far is said, and not which way. */
export function takeBareRule(rest: Rest): ReadRule | undefined {
  const amount = amountFrom(rest);
  const rule = levelOf(amount);
  if (amount === undefined || rule === undefined) return undefined;
  rest.blot(amount.from, amount.to);
  const kind = kindOfIt(rule, rest);
  return {
    rule: { ...(kind === undefined ? {} : { kind }), ...rule, ...besides(rest) },
    ...(amount.unclear === undefined ? {} : { unclear: amount.unclear }),
  };
}

/** "a new high", "52-week low", "the highest in a year". */
function takeExtreme(rest: Rest): RuleSaid | undefined {
  const beyond = rest.take(BEYOND_ALL)?.groups;
  if (beyond !== undefined) {
    const over = lasting(beyond['count'] ?? 'a', beyond['unit'] ?? 'day');
    const kind = /^(?:low|cheap)/u.test(beyond['way'] ?? '') ? 'newLow' : 'newHigh';
    return { kind, ...('days' in over ? { days: over.days } : {}) };
  }
  const [high, low] = [HIGH.exec(rest.left), LOW.exec(rest.left)];
  const found = high ?? low;
  if (found === null) return undefined;
  rest.take(high === null ? LOW : HIGH);
  const groups = found.groups?.['unit'] === undefined ? rest.take(IN_SPAN)?.groups : found.groups;
  const span = groups?.['unit'] === undefined ? undefined : lasting(groups['count'] ?? 'a', groups['unit']);
  return {
    kind: high === null ? 'newLow' : 'newHigh',
    ...(span !== undefined && 'days' in span ? { days: span.days } : {}),
  };
}

function takeEdition(rest: Rest): RuleSaid | undefined {
  if (rest.has(APART) && rest.take(/\bsources?\b/u) !== undefined) return { kind: 'apart' };
  return rest.take(EDITION) === undefined ? undefined : { kind: 'edition' };
}
