/** From a rule as it was asked for to one that is stored, and back. */
import { priceUnit, type Quantity } from '#src/domain/measure/figure.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import type { Material } from '#src/domain/series/material.ts';
import { ruleSchema, type Rule } from '#src/domain/watching/rule.ts';
import type { AskedRule } from '#src/domain/watching/requests/request.ts';
import { editionNow } from '#src/domain/watching/look-at-sources.ts';

export interface AlertContext {
  readonly materials: readonly Material[];
  /** Those that have figures of years, and not quotes alone. */
  readonly metals: readonly Metal[];
  /** What a material costs now, by each source that says; the one that an alert would look at first. */
  readonly prices: ReadonlyMap<string, readonly Quantity[]>;
  /** What was named and is no metal that is known. */
  readonly unknown?: readonly string[] | undefined;
}

export const isBand = ({ kind }: AskedRule): boolean => kind === 'enters' || kind === 'leaves';
export const isLevel = ({ kind }: AskedRule): boolean =>
  kind === 'above' || kind === 'below' || isBand({ ...(kind && { kind }) });

const metalOf = ({ metals }: AlertContext, id: string): Metal | undefined =>
  metals.find((metal) => metal.id === id);
/** Whether a material has figures of years or months. */
export const hasFigures = (context: AlertContext, id: string): boolean => metalOf(context, id) !== undefined;

/** The edition that a new one would be newer than. */
export function editionOf({ source }: AskedRule, context: AlertContext, id: string) {
  const metal = metalOf(context, id);
  return metal && editionNow(metal, source);
}

/** A rule for a material, as the schema has it; `undefined` for what is no rule. */
export function ruleOf(asked: AskedRule, material: string, context: AlertContext): Rule | undefined {
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
