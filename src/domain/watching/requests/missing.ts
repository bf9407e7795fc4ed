/** Which slots a request needs and its message does not give. */
import type { AskedRequest, AskedRule, AskedSchedule, AskedSlots, Intent } from './request.ts';

/** What is to be asked for, in the order in which a form has it. @param unclear The number of its rule has two readings. */
export function missingOf(
  intent: Intent,
  slots: AskedSlots,
  cannot: readonly string[],
  unclear: boolean,
): readonly string[] {
  const wanted = (() => {
    switch (intent) {
      case 'digest.create':
        return [...metals(slots), ...scheduleOf(slots.schedule)];
      case 'alert.create':
        return [...metals(slots), ...ruleOf(slots.rule, unclear)];
      case 'quote.add':
        return [...metals(slots), ...quoteOf(slots)];
      case 'export':
        return (slots.what ?? 'prices') === 'prices'
          ? [...metals(slots), ...(slots.window === undefined ? ['window'] : [])]
          : [];
      case 'alert.snooze':
        return [...target(slots), ...(slots.for === undefined && slots.until === undefined ? ['for'] : [])];
      case 'digest.list':
      case 'alert.list':
        return [];
      default:
        return target(slots);
    }
  })();
  return wanted.filter((slot) => !cannot.some((gone) => slot === gone || slot.startsWith(`${gone}.`)));
}

/** The same of a request that has been changed: that a high is of all time says of how many days, and stays said. */
export function missingAfter(
  before: AskedRequest,
  slots: AskedSlots,
  cannot: readonly string[],
): readonly string[] {
  const { rule, ask } = before;
  const isAllTime = isExtreme(rule) && rule?.days === undefined && !ask.includes('rule.days');
  const isSo = isAllTime && slots.rule?.kind === rule?.kind;
  return missingOf(before.intent, slots, cannot, false).filter((slot) => !isSo || slot !== 'rule.days');
}

/** Whether it is for a new high or low. */
export const isExtreme = (rule: AskedRule | undefined): boolean =>
  rule?.kind === 'newHigh' || rule?.kind === 'newLow';

const metals = ({ metals: ids }: AskedSlots) => (ids === undefined ? ['metals'] : []);
const target = ({ target: one }: AskedSlots) => (one === undefined ? ['target'] : []);

function scheduleOf(schedule: AskedSchedule | undefined): readonly string[] {
  if (schedule === undefined) return ['schedule'];
  const { every, on, at, once, cron } = schedule;
  if (cron !== undefined) return [];
  return [
    ...(every === undefined && once === undefined ? ['schedule.every'] : []),
    ...((every === 'week' || every === 'month') && on === undefined ? ['schedule.on'] : []),
    ...(at === undefined ? ['schedule.at'] : []),
  ];
}

function ruleOf(rule: AskedRule | undefined, unclear: boolean): readonly string[] {
  if (rule === undefined) return ['rule'];
  const { kind, low, percent, amount, days, currency, mass } = rule;
  const unit = [
    ...(currency === undefined ? ['rule.currency'] : []),
    ...(mass === undefined ? ['rule.mass'] : []),
  ];
  switch (kind) {
    case 'change':
      if (percent !== undefined) return days === undefined ? ['rule.days'] : [];
      if (amount === undefined) return ['rule.percent', ...(days === undefined ? ['rule.days'] : [])];
      return [...unit, ...(days === undefined ? ['rule.days'] : [])];
    case 'newHigh':
    case 'newLow':
      return days === undefined ? ['rule.days'] : [];
    case 'apart':
      return percent === undefined ? ['rule.percent'] : [];
    case 'edition':
      return [];
    default:
      return [
        ...(kind === undefined ? ['rule.kind'] : []),
        ...(low === undefined || unclear ? ['rule.low'] : []),
        ...unit,
      ];
  }
}

function quoteOf({ quote = {} }: AskedSlots): readonly string[] {
  const { low, currency, mass, form, date } = quote;
  return [
    ...(low === undefined ? ['quote.low'] : []),
    ...(currency === undefined ? ['quote.currency'] : []),
    ...(mass === undefined ? ['quote.mass'] : []),
    ...(form === undefined ? ['quote.form'] : []),
    ...(date === undefined ? ['quote.date'] : []),
  ];
}
