/** Reads an alert's line as people type it: a price, a band or a change, of what, and on which basis. */
import type { Range } from '#src/domain/measure/figure.ts';
import { readNumber, settled, type NumberContext } from '#src/domain/measure/numbers/numbers.ts';
import { whichOne, type Misread } from '#src/domain/measure/numbers/which-number.ts';
import { takeSubject } from '#src/domain/reading/quotes/read-basis.ts';
import { takePrice } from '#src/domain/reading/quotes/read-price.ts';
import type { MetalCatalog } from '#src/domain/series/figures.ts';
import { takeThreshold } from './alert-threshold.ts';
import { ruleSchema, type Rule, type ThresholdRule } from './rule.ts';

/** What may be named in an alert. */
interface Known extends Pick<MetalCatalog, 'materials' | 'defaultMetal'> {
  /** Those that have figures of years. */
  readonly metals: readonly { readonly id: string }[];
}

type ReadRule = { readonly ok: true; readonly rule: Rule } | Misread;

const EXAMPLES = '`above 140`, `below 60 usgs` or `range 110-130 leaves`';
const EXAMPLES_OF_QUOTES = '`change 5% week ndpr oxide` or `above 600000 CNY/t ndpr oxide`';

const refuse = (reason: string, examples = EXAMPLES): Misread => ({
  ok: false,
  reason: `${reason} Say ${examples}.`,
});

/**
 * Reads the one-line form: a rule, then if wanted `usgs` or `report`, `touches` or `entirely`, and what it is of. A price
 * without a unit is in dollars a kilogram.
 * @param context How the line's numbers are marked, where that is known.
 * @example readRule('below 60 usgs', catalog) // { ok: true, rule: { of: { material: 'neodymium', source: 'usgs' }, when: 'below', ... } }
 */
export function readRule(text: string, catalog: Known, context: NumberContext = {}): ReadRule {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return /^change\b/i.test(line) ? readChange(line, catalog) : readThreshold(line, catalog, context);
}

const CHANGE =
  /^change\s+(\d[\d.,]*)(?![\d.,])(?:\s*%)?\s*(?:(?:in|over|within|a|per)\s+)?(?:(\d+)\s*)?(day|week|month)s?\b/i;
const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30 };
const MOST_DAYS = 365;

function readChange(line: string, catalog: Known): ReadRule {
  const match = CHANGE.exec(line);
  if (match === null) return refuse('Say by how much, and within which time.', EXAMPLES_OF_QUOTES);
  const [all, number = '', count = '1', unit = ''] = match;
  const percent = settled(readNumber(number))?.value;
  if (percent === undefined) return refuse(`“${number} %” may be more than one number.`, EXAMPLES_OF_QUOTES);
  const within = Number(count) * (DAYS[unit.toLowerCase()] ?? 1);
  if (percent < 0.1 || within < 1 || within > MOST_DAYS)
    return refuse('A change is of 0.1 % or more, within a year.', EXAMPLES_OF_QUOTES);
  const { material, basis, left } = readSubject(line.slice(all.length), catalog);
  if (left !== undefined) return refuse(`I don’t know “${left}” in an alert.`, EXAMPLES_OF_QUOTES);
  const of = { material, cadence: 'day' } as const;
  return checked({ of, basis, change: { percent }, within, repeat: 'each' });
}

/** The price or band of a line, and whether it says in which unit. */
interface Limit {
  readonly range: Range;
  readonly isBand: boolean;
  readonly unit: ThresholdRule['at']['unit'];
  readonly isNamed: boolean;
  readonly rest: string;
}

function readThreshold(line: string, catalog: Known, context: NumberContext): ReadRule {
  const limit = takeLimit(line, context);
  if (limit !== undefined && 'reason' in limit) return limit;
  const examples = limit?.isNamed === true ? EXAMPLES_OF_QUOTES : EXAMPLES;
  const { when, reach = 'touches', source, rest } = readWords(limit?.rest ?? line);
  const { material, basis, left } = readSubject(rest, catalog);
  if (limit?.isNamed !== true) {
    const outsider = catalog.metals.every(({ id }) => id !== material)
      ? catalog.materials.find(({ id }) => id === material)
      : undefined;
    if (outsider !== undefined) return wantsUnit(outsider.name);
  }
  if (left !== undefined) return refuse(`I don’t know “${left}” in an alert.`, examples);
  if (limit === undefined) return refuse('Say at which price, in dollars a kilogram.');
  const { range, isBand, unit, isNamed } = limit;
  if (isBand && range.low >= range.high)
    return refuse('A range goes from the lower price to the higher.', examples);
  if (isBand && (when === 'above' || when === 'below')) return refuse(`“${when}” wants one price.`, examples);
  if (!isBand && when !== 'above' && when !== 'below')
    return refuse('Say whether above or below that price.', examples);
  if (range.low <= 0) return refuse('A price is more than nothing.', examples);
  // Only quotes answer who says in which unit; of a source there are figures of years alone.
  const of = { material, source, cadence: isNamed && source === undefined ? ('day' as const) : undefined };
  return checked({ of, basis, when: when ?? 'leaves', at: { range, unit }, reach, repeat: 'each' });
}

/** As the schema has it, without what is left out. */
function checked(given: unknown): ReadRule {
  const { data: rule } = ruleSchema.safeParse(JSON.parse(JSON.stringify(given)));
  return rule === undefined ? refuse('I can’t read that as an alert.') : { ok: true, rule };
}

function wantsUnit(name: string): Misread {
  const called = name.toLowerCase();
  return {
    ok: false,
    reason: `${name} has quotes only. Say in which unit: \`above 600000 CNY/t ${called}\` or \`change 5% week ${called}\`.`,
  };
}

function takeLimit(line: string, context: NumberContext): Limit | Misread | undefined {
  const taken = takePrice(line, context);
  const isInDollars =
    taken?.ok === true && /^(?:us)?\$(?:\s*\/\s*|\s+(?:per|a)\s+)(?:kg|kilo)/i.test(taken.unit);
  if (taken === undefined || isInDollars) {
    const plain = takeThreshold(line, context);
    if (plain === undefined) return undefined;
    if (!plain.ok) return plain.options === undefined ? refuse(plain.reason) : plain;
    return { range: plain.range, isBand: plain.isBand, unit: 'USD/kg', isNamed: false, rest: plain.rest };
  }
  if (!taken.ok) return refuse(`${taken.reason}.`, EXAMPLES_OF_QUOTES);
  const { readings, start, end, rest } = taken;
  const one = settled(readings);
  if (one === undefined) {
    const typed = readings.map((reading) => ({ ...reading.typed, value: reading.typed.low }));
    return whichOne(line, { readings: typed, start, end });
  }
  const { range, currency, mass } = one;
  return { range, isBand: range.low !== range.high, unit: `${currency}/${mass}`, isNamed: true, rest };
}

const SIDES: Readonly<Record<string, ThresholdRule['when']>> = {
  above: 'above',
  over: 'above',
  below: 'below',
  under: 'below',
  leaves: 'leaves',
  enters: 'enters',
};

interface Words {
  when?: ThresholdRule['when'];
  reach?: ThresholdRule['reach'];
  source?: 'usgs' | 'report';
  readonly rest: string;
}

/** The words that a rule is made of, and what is left. */
function readWords(text: string): Words {
  const read: Omit<Words, 'rest'> = {};
  const others: string[] = [];
  for (const word of text.split(/[\s,]+/)) {
    const lower = word.toLowerCase();
    const when = SIDES[lower];
    if (when !== undefined) read.when = when;
    else if (lower === 'touches' || lower === 'entirely') read.reach = lower;
    else if (lower === 'usgs' || lower === 'report') read.source = lower;
    else if (lower !== 'range' && lower !== '$/kg') others.push(word);
  }
  return { ...read, rest: others.join(' ') };
}

/** What it is of; `left` is the first word that says nothing here. */
function readSubject(text: string, { materials, defaultMetal }: Known) {
  const { material, form, rest } = takeSubject(text, materials);
  const left = rest.replaceAll(/\b(?:of|for|price|quotes?|a|the)\b/gi, '').trim();
  return {
    material: material?.id ?? defaultMetal,
    basis: form && { form },
    left: left === '' ? undefined : (left.split(' ')[0] ?? left).slice(0, 40),
  };
}
