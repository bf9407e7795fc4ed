/** What an existing digest or alert is with what is new of it. */
import type { AskedRequest, AskedRule, AskedSchedule } from '#src/domain/watching/requests/request.ts';

const DAYS = ['every', 'interval', 'on', 'once', 'cron'] as const;

/** A schedule with what is new: other days take the place of all that was said of days, a time or a zone of itself alone. */
export function changedSchedule(before: AskedSchedule, said: AskedSchedule | undefined): AskedSchedule {
  if (said === undefined) return before;
  const days = DAYS.some((slot) => said[slot] !== undefined);
  const around = Object.fromEntries(
    Object.entries(before).filter(([slot]) => !days || !DAYS.some((one) => one === slot)),
  );
  const every = said.every ?? (said.on === undefined ? undefined : everyOf(said.on));
  // "Tuesdays" of what comes every second week is every second Tuesday still.
  const interval = said.every === undefined && every === before.every ? before.interval : undefined;
  const keepsEvery = said.interval !== undefined && said.every === undefined && said.on === undefined;
  // "Every other week" of what comes on Mondays is every other Monday.
  const keepsDay = keepsEvery || (said.on === undefined && said.every === before.every);
  return {
    ...around,
    ...(keepsEvery && before.every !== undefined ? { every: before.every } : {}),
    ...(keepsDay && before.on !== undefined ? { on: before.on } : {}),
    ...(interval === undefined ? {} : { interval }),
    ...(every === undefined ? {} : { every }),
    ...said,
  };
}

/** Days of the week are of a week; all others of a month. */
function everyOf(on: NonNullable<AskedSchedule['on']>): 'week' | 'month' {
  const days = typeof on === 'object' ? on : [on];
  return days.every((day) => typeof day === 'string' && /^(?:mon|tue|wed|thu|fri|sat|sun)$/.test(day))
    ? 'week'
    : 'month';
}

/** A rule with what is new: another price keeps its unit, a change in percent takes the place of one in money. */
export function changedRule(before: AskedRule, said: AskedRule | undefined): AskedRule {
  const { percent: _percent, amount: _amount, ...rest } = before;
  const by = said?.percent !== undefined || said?.amount !== undefined;
  return { ...(by ? rest : before), ...said };
}

/** Metals or items, without what is taken away and with what is added. */
export function changedList<T extends string>(
  before: readonly T[],
  said: readonly T[] | undefined,
  add: readonly T[] = [],
  remove: readonly T[] = [],
): readonly T[] {
  return [...new Set([...(said ?? before).filter((one) => !remove.includes(one)), ...add])];
}

/** Whether anything is new. */
export const changesSomething = ({
  schedule,
  place,
  add,
  remove,
  metals,
  items,
  rule,
  skipUnchanged,
}: AskedRequest): boolean =>
  [schedule, place, add, remove, metals, items, rule, skipUnchanged].some((slot) => slot !== undefined);
