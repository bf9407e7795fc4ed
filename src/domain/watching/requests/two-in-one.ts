/** Two schedules or two rules that one clause asks for. */
import type { AskedRequest, TypedContext } from './request.ts';
import { secondRules, secondSchedules } from './split-clauses.ts';
import { wholeClause, readClause, requestOf } from './read-clause.ts';

/** Two schedules in a clause, each with its own metals. */
export function twoSchedules(clause: string, context: TypedContext): readonly AskedRequest[] | undefined {
  for (const [at, next] of secondSchedules(clause)) {
    const first = readClause(clause.slice(0, at), context);
    if (first === undefined || !isSchedule(first)) continue;
    const rest = clause.slice(next);
    const more =
      twoSchedules(rest, context) ?? [readClause(rest, context)].filter((one) => one !== undefined);
    if (more.length > 0 && more.every(isSchedule)) return shared([first, ...more]);
  }
  return undefined;
}

/** Two rules in a clause, each with metals of its own, or the second with a condition of its own. */
export function twoRules(clause: string, context: TypedContext): readonly AskedRequest[] | undefined {
  if (!MAY_WATCH.test(clause)) return undefined;
  const whole = readClause(clause, context);
  if (whole?.intent !== 'alert.create') return undefined;
  for (const [at, next] of secondRules(clause)) {
    const first = requestOf('alert.create', wholeClause(clause.slice(0, at)), context);
    const behind = clause.slice(next);
    const second = requestOf('alert.create', wholeClause(behind), context);
    const isApart = second.metals !== undefined || OWN_CONDITION.test(behind);
    if (!isApart || first.metals === undefined || !saysHowFar(first) || !saysHowFar(second)) continue;
    const place = first.place ?? second.place;
    return [first, second].map(({ rule, ask, metals = first.metals, ...one }) => {
      const currency = rule?.currency ?? second.rule?.currency ?? first.rule?.currency;
      const mass = rule?.mass ?? second.rule?.mass ?? first.rule?.mass;
      const isPrice = rule?.low !== undefined;
      const full = {
        ...rule,
        ...(isPrice && currency !== undefined ? { currency } : {}),
        ...(isPrice && mass !== undefined ? { mass } : {}),
      };
      const told = new Set(['metals', ...Object.keys(full).map((slot) => `rule.${slot}`)]);
      return {
        ...one,
        metals: metals ?? [],
        rule: full,
        ...(place === undefined ? {} : { place }),
        ask: ask.filter((slot) => !told.has(slot) || slot === 'rule.low'),
      };
    });
  }
  return undefined;
}

const MAY_WATCH = /\d.*(?:,|;|\band\b|\bor\b|&|\bplus\b).*\d/u;
/** "... also when it goes above 90". */
const OWN_CONDITION = /^(?:also\s+)?(?:if|when|whenever|once|as soon as)\s/u;
const saysHowFar = ({ rule }: AskedRequest): boolean =>
  (rule?.kind !== undefined && rule.low !== undefined) || rule?.percent !== undefined;

const isSchedule = ({ intent, metals, schedule }: AskedRequest): boolean =>
  intent === 'digest.create' &&
  metals !== undefined &&
  (schedule?.every ?? schedule?.once ?? schedule?.cron) !== undefined;

/** "copper on Mondays and zinc on Fridays, at 9 in #market": the place, and a time that stands behind, is of all. */
function shared(all: readonly AskedRequest[]): readonly AskedRequest[] {
  const place = all.find((one) => one.place !== undefined)?.place;
  const at = all.at(-1)?.schedule?.at;
  return all.map((one) => {
    const schedule =
      one.schedule &&
      (at === undefined || one.schedule.at !== undefined ? one.schedule : { ...one.schedule, at });
    return {
      ...one,
      ...(schedule === undefined ? {} : { schedule }),
      ...(one.place !== undefined || place === undefined ? {} : { place }),
      ask: schedule?.at === undefined ? one.ask : one.ask.filter((slot) => slot !== 'schedule.at'),
    };
  });
}
