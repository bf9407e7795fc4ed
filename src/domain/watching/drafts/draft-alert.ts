/** Alerts from a request in words: a rule for each metal, as `/nd alert` and the form make it. */
import type { Rule } from '#src/domain/watching/rule.ts';
import type { AskedRequest, AskedRule } from '#src/domain/watching/requests/request.ts';
import { isExtreme } from '#src/domain/watching/requests/missing.ts';
import { draftMetals, unreadNotes } from './draft-digest.ts';
import type { Choice, Draft } from './draft.ts';
import { type AlertContext, isBand, isLevel, editionOf, ruleOf } from './rule-of-asked.ts';
import { draftUnit } from './alert-unit.ts';
import { kindChoice, PERCENT, DAYS, levelChoice } from './alert-choices.ts';

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
    notes: [...about.notes, ...ruled.notes, ...unreadNotes(request)],
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
  const unit = draftUnit(said, prices, context, metals);
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

const wantsLevel = (rule: AskedRule): boolean =>
  rule.kind === undefined ? rule.low !== undefined : isLevel(rule);

const wantsPercent = ({ kind, percent, amount }: AskedRule): boolean =>
  (kind === 'change' || kind === 'apart') && percent === undefined && amount === undefined;
/** A high or low of no days is of all time, unless it is to be asked of how many. */
const wantsDays = (rule: AskedRule, ask: readonly string[]): boolean =>
  rule.days === undefined && (rule.kind === 'change' || (isExtreme(rule) && ask.includes('rule.days')));

function isWhole(rule: AskedRule, ask: readonly string[]): boolean {
  if (isLevel(rule)) return rule.low !== undefined && rule.high !== undefined;
  return rule.kind !== undefined && !wantsPercent(rule) && !wantsDays(rule, ask);
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
