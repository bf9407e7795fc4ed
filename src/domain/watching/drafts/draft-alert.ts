/** Alerts from a request in words: a rule for each metal, as `/nd alert` and the form make it. */
import {
  midpoint,
  priceUnit,
  type Currency,
  type MassUnit,
  type Quantity,
} from '#src/domain/measure/figure.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import type { Material } from '#src/domain/series/material.ts';
import { ruleSchema, type Rule } from '#src/domain/watching/rule.ts';
import type { AskedRequest, AskedRule } from '#src/domain/watching/requests/request.ts';
import { editionNow } from '#src/domain/watching/look-at-sources.ts';
import { isExtreme } from '#src/domain/watching/requests/missing.ts';
import { draftMetals } from './draft-digest.ts';
import type { Choice, Draft, Option } from './draft.ts';
import { roundly, type Level } from './levels.ts';

export interface AlertContext {
  readonly materials: readonly Material[];
  /** Those that have figures of years, and not quotes alone. */
  readonly metals: readonly Metal[];
  /** What a material costs now, by each source that says; the one that an alert would look at first. */
  readonly prices: ReadonlyMap<string, readonly Quantity[]>;
  /** What was named and is no metal that is known. */
  readonly unknown?: readonly string[] | undefined;
}

/** One alert each: nobody wants to be told of more by one sentence. */
const MOST_METALS = 10;

/** @param request Of the intent `alert.create`, or an existing rule with what is new of it. */
export function draftAlert(request: AskedRequest, context: AlertContext): Draft<readonly Rule[]> {
  const about = draftMetals(request, context, MOST_METALS);
  const ruled = draftRule(request, about.metals ?? [], context);
  const { metals } = about;
  const { rule } = ruled;
  return {
    request: { ...request, rule: ruled.asked },
    notes: [...about.notes, ...ruled.notes],
    choices: [...about.choices, ...ruled.choices],
    made: metals === undefined || rule === undefined ? undefined : metals.flatMap((id) => rule(id) ?? []),
  };
}

interface DraftedRule {
  /** With what is taken for granted. */
  readonly asked: AskedRule;
  /** The rule for a metal. */
  readonly rule: ((material: string) => Rule | undefined) | undefined;
  readonly choices: readonly Choice[];
  readonly notes: readonly string[];
}

function draftRule(
  { rule: said = {}, ask }: AskedRequest,
  metals: readonly string[],
  context: AlertContext,
): DraftedRule {
  const prices = metals.flatMap((id) => context.prices.get(id) ?? []);
  const unclear = ask.includes('rule.low') && said.low !== undefined;
  const unit = unitOf(said, prices, context, metals);
  const asked: AskedRule = { ...said, ...unit.granted, ...(isFar(said) ? { days: MOST_DAYS } : {}) };
  const notes = [...neverOf(said, metals, context), ...unit.notes];
  const choices = [
    ...(asked.kind === undefined ? [kindChoice(asked)] : []),
    ...(wantsLevel(asked) && (asked.low === undefined || unclear) ? levelChoice(asked, prices, unclear) : []),
    ...(unit.choice === undefined ? [] : [unit.choice]),
    ...(wantsPercent(asked) ? [PERCENT] : []),
    ...(wantsDays(asked, ask) ? [DAYS] : []),
  ];
  const whole =
    choices.every(({ chosen }) => chosen !== undefined) &&
    !unclear &&
    isWhole(asked, ask) &&
    !isNever(asked, metals, context);
  return { asked, notes, choices, rule: whole ? (material) => ruleOf(asked, material, context) : undefined };
}

/** No series is looked at further back. */
const MOST_DAYS = 3660;
const isFar = ({ days = 0 }: AskedRule): boolean => days > MOST_DAYS;

const isBand = ({ kind }: AskedRule): boolean => kind === 'enters' || kind === 'leaves';
const isLevel = ({ kind }: AskedRule): boolean =>
  kind === 'above' || kind === 'below' || isBand({ ...(kind && { kind }) });
const wantsLevel = (rule: AskedRule): boolean =>
  rule.kind === undefined ? rule.low !== undefined : isLevel(rule);
const wantsUnit = (rule: AskedRule): boolean =>
  (isLevel(rule) || rule.kind === undefined || rule.amount !== undefined) &&
  (rule.low !== undefined || rule.amount !== undefined);
const wantsPercent = ({ kind, percent, amount }: AskedRule): boolean =>
  (kind === 'change' || kind === 'apart') && percent === undefined && amount === undefined;
/** A high or low of no days is of all time, unless it is to be asked of how many. */
const wantsDays = (rule: AskedRule, ask: readonly string[]): boolean =>
  rule.days === undefined && (rule.kind === 'change' || (isExtreme(rule) && ask.includes('rule.days')));

function isWhole(rule: AskedRule, ask: readonly string[]): boolean {
  if (isLevel(rule)) return rule.low !== undefined && rule.high !== undefined;
  return rule.kind !== undefined && !wantsPercent(rule) && !wantsDays(rule, ask);
}

const metalOf = ({ metals }: AlertContext, id: string): Metal | undefined =>
  metals.find((metal) => metal.id === id);
const hasFigures = (context: AlertContext, id: string): boolean => metalOf(context, id) !== undefined;

/** The edition that a new one would be newer than. */
function editionOf({ source }: AskedRule, context: AlertContext, id: string) {
  const metal = metalOf(context, id);
  return metal && editionNow(metal, source);
}

/** What can't be looked at: said, and nothing else is watched in its place. */
const isNever = (rule: AskedRule, metals: readonly string[], context: AlertContext): boolean =>
  rule.kind === 'edition' && metals.some((id) => editionOf(rule, context, id) === undefined);

function neverOf(rule: AskedRule, metals: readonly string[], context: AlertContext): readonly string[] {
  return [
    ...(isNever(rule, metals, context)
      ? ['I know of no editions with a year of that source. I can watch a price, or how far it moves.']
      : []),
    ...(isFar(rule) ? ['I look back ten years at the most: it is of ten years.'] : []),
    ...(isExtreme(rule) && rule.days === undefined
      ? ['Of all time is of all the prices that I have, from the first one on.']
      : []),
    ...(rule.vat === undefined
      ? []
      : ['I can’t choose quotes by their VAT: each is watched on its own basis, which the message says.']),
    ...(isBand(rule) && rule.low !== undefined && rule.low === rule.high
      ? ['A range has two ends: fill them in with Edit.']
      : []),
  ];
}

const KINDS: readonly Option[] = [
  { value: 'above', words: 'Above a price' },
  { value: 'below', words: 'Below a price' },
  { value: 'change', words: 'When it moves by so much' },
  { value: 'newHigh', words: 'At a new high' },
  { value: 'newLow', words: 'At a new low' },
  { value: 'apart', words: 'When its sources lie apart' },
  { value: 'edition', words: 'At a new edition of its source' },
];

/** Which way; where a price is named, from below or from above. */
function kindChoice({ low }: AskedRule): Choice {
  const options = low === undefined ? KINDS : KINDS.slice(0, 2);
  return {
    slot: 'rule.kind',
    label: low === undefined ? 'When is it to come?' : 'Above or below that price?',
    type: 'one',
    options,
  };
}

const PERCENT: Choice = {
  slot: 'rule.percent',
  label: 'By how much?',
  type: 'one',
  options: [1, 2, 3, 5, 10, 15, 20, 25, 50].map((value) => ({ value: String(value), words: `${value} %` })),
};

const DAYS: Choice = {
  slot: 'rule.days',
  label: 'Within which time?',
  type: 'one',
  options: [
    ['1', 'A day'],
    ['7', 'A week'],
    ['14', 'Two weeks'],
    ['30', 'A month'],
    ['90', 'Three months'],
    ['365', 'A year'],
  ].map(([value = '', words = '']) => ({ value, words })),
};

/** Steps from the price that there is now, in percent. */
const STEPS = {
  above: [2, 5, 10, 15, 20],
  below: [-2, -5, -10, -15, -20],
  either: [-10, -5, 5, 10],
} as const;

function levelChoice(rule: AskedRule, prices: readonly Quantity[], unclear: boolean): readonly Choice[] {
  const { low, kind } = rule;
  if (unclear && low !== undefined) {
    const other = low >= 1000 && Number.isInteger(low) ? low / 1000 : low * 1000;
    const values = [low, other].toSorted((a, b) => a - b);
    const options = values.map((value) => ({ value: String(value), words: value.toLocaleString('en') }));
    return [{ slot: 'rule.level', label: 'Which number is meant?', type: 'one', options }];
  }
  if (isBand(rule)) return [];
  const now = prices.flatMap((quantity) => levelOf(quantity) ?? []).find((level) => fits(rule, level));
  if (now === undefined) return [];
  const steps = kind === 'above' || kind === 'below' ? STEPS[kind] : STEPS.either;
  const options = steps.map((step) => {
    const value = roundly(now.value * (1 + step / 100));
    return {
      value: `${value} ${now.currency}/${now.mass}`,
      words: `${value.toLocaleString('en')} ${now.currency}/${now.mass} (${step > 0 ? '+' : '−'}${Math.abs(step)} %)`,
    };
  });
  return [
    {
      slot: 'rule.level',
      label: 'At which price? Another one can be typed with Edit.',
      type: 'one',
      options,
    },
  ];
}

const fits = ({ currency, mass }: AskedRule, level: Level): boolean =>
  (currency === undefined || currency === level.currency) && (mass === undefined || mass === level.mass);

function levelOf({ unit, range }: Quantity): Level | undefined {
  const price = priceUnit(unit);
  return price && { value: midpoint(range), ...price };
}

interface DraftedUnit {
  readonly granted: Pick<AskedRule, 'currency' | 'mass'>;
  readonly choice?: Choice;
  readonly notes: readonly string[];
}

/** What a number without a unit can't be, a thousand times the price, is not taken for granted. */
const MOST_TIMES_APART = 8;

/** The unit in which a number is near what the metal costs; asked for where there is none such. */
function unitOf(
  rule: AskedRule,
  prices: readonly Quantity[],
  context: AlertContext,
  metals: readonly string[],
): DraftedUnit {
  const { currency, mass, low, amount } = rule;
  if (!wantsUnit(rule) || (currency !== undefined && mass !== undefined)) return { granted: {}, notes: [] };
  const levels = prices.flatMap((quantity) => levelOf(quantity) ?? []);
  const near = levels
    .filter((level) => fits(rule, level))
    .map((level) => ({ level, apart: Math.abs(Math.log((low ?? level.value) / level.value)) }))
    .filter(({ apart }) => apart < Math.log(MOST_TIMES_APART))
    .toSorted((a, b) => a.apart - b.apart)[0]?.level;
  // Dollars a kilogram are what figures are in, and what a line without a unit is.
  const usual =
    levels.length === 0 &&
    metals.length > 0 &&
    metals.every((id) => hasFigures(context, id)) &&
    (currency ?? 'USD') === 'USD';
  const found: { readonly currency: Currency; readonly mass: MassUnit } | undefined =
    near ?? (usual ? { currency: 'USD', mass: mass ?? 'kg' } : undefined);
  const granted = found && { currency: currency ?? found.currency, mass: mass ?? found.mass };
  const choice: Choice = {
    slot: 'rule.unit',
    label: 'In which unit?',
    type: 'one',
    options: UNITS.map((value) => ({ value, words: value })).filter(
      ({ value }) =>
        (currency === undefined || value.startsWith(currency)) &&
        (mass === undefined || value.endsWith(`/${mass}`)),
    ),
    ...(granted === undefined ? {} : { chosen: `${granted.currency}/${granted.mass}` }),
  };
  const value = low ?? amount;
  return {
    granted: granted ?? {},
    choice,
    notes:
      granted === undefined
        ? []
        : [
            `You named no ${currency === undefined ? 'unit' : 'mass'} for ${String(value)}: ${granted.currency} per ${granted.mass} unless you choose another.`,
          ],
  };
}

const UNITS = ['USD', 'CNY', 'EUR', 'GBP', 'JPY', 'INR'].flatMap((currency) =>
  ['kg', 't', 'lb', 'troy oz'].map((mass) => `${currency}/${mass}`),
);

/** As the schema has it; `undefined` for what is no rule. */
function ruleOf(asked: AskedRule, material: string, context: AlertContext): Rule | undefined {
  const {
    kind,
    low = 0,
    high = low,
    percent,
    amount,
    days,
    direction,
    currency = 'USD',
    mass = 'kg',
  } = asked;
  const { form, source, reach = 'touches', repeat = 'each', until } = asked;
  const unit = `${currency}/${mass}` as const;
  const inUnit = isLevel(asked) || amount !== undefined ? unit : undefined;
  // In dollars the figures of months and years count too, until there are quotes; anything else is of quotes alone.
  const asFigures = inUnit === undefined ? percent === undefined && (days ?? 365) >= 365 : currency === 'USD';
  const cadence = source !== undefined || (asFigures && hasFigures(context, material)) ? undefined : 'day';
  const common = { of: { material, source, cadence }, basis: form && { form }, repeat, until };
  // What is of sources is of no single one of them.
  const ofAll = { ...common, of: { material } };
  const rule = (() => {
    switch (kind) {
      case 'change':
        return {
          ...common,
          change: percent === undefined ? { amount, unit } : { percent },
          within: days,
          direction,
        };
      case 'apart':
        return { ...ofAll, apart: percent };
      case 'edition':
        return { ...ofAll, edition: editionOf(asked, context, material) };
      case 'newHigh':
      case 'newLow':
        return { ...common, extreme: kind === 'newHigh' ? 'high' : 'low', within: days };
      default:
        return { ...common, when: kind, at: { range: { low, high }, unit }, reach };
    }
  })();
  return ruleSchema.safeParse(JSON.parse(JSON.stringify(rule))).data;
}

/** A rule in the words of requests: what a form is filled from, and what the sentence that would make it says. */
export function askedOfRule(rule: Rule): AskedRule {
  const { basis, of, repeat, until } = rule;
  const common = {
    ...(basis === undefined ? {} : { form: basis.form }),
    ...(of.source === undefined ? {} : { source: of.source }),
    ...(repeat === 'each' ? {} : { repeat }),
    ...(until === undefined ? {} : { until }),
  };
  if ('when' in rule) {
    const { low, high } = rule.at.range;
    return {
      kind: rule.when,
      low,
      high,
      ...priceUnit(rule.at.unit),
      ...(rule.reach === 'entirely' ? { reach: 'entirely' as const } : {}),
      ...common,
    };
  }
  if ('change' in rule) {
    const by =
      'percent' in rule.change
        ? { percent: rule.change.percent }
        : { amount: rule.change.amount, ...priceUnit(rule.change.unit) };
    return {
      kind: 'change',
      ...by,
      days: rule.within,
      ...(rule.direction === undefined ? {} : { direction: rule.direction }),
      ...common,
    };
  }
  if ('extreme' in rule)
    return {
      kind: rule.extreme === 'high' ? 'newHigh' : 'newLow',
      ...(rule.within === undefined ? {} : { days: rule.within }),
      ...common,
    };
  if ('apart' in rule) return { kind: 'apart', percent: rule.apart, ...common };
  const { publisher } = rule.edition;
  const whose = publisher === 'USGS' ? 'usgs' : publisher === 'Farmonaut' ? 'report' : undefined;
  return { kind: 'edition', ...common, ...(whose === undefined ? {} : { source: whose }) };
}
