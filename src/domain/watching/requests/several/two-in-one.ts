/** Two schedules or two rules that one clause asks for. */
import type { AskedRequest, TypedContext } from '../request.ts';
import { SAYS_OFTEN, secondRules, secondSchedules } from './split-clauses.ts';
import { wholeClause, readClause, requestOf } from '../read-clause.ts';

/** Two schedules in a clause, each with its own metals, or the second with what it shows of the same ones. */
export function twoSchedules(clause: string, context: TypedContext): readonly AskedRequest[] | undefined {
  for (const [at, from] of secondSchedules(clause)) {
    const first = readClause(clause.slice(0, at), context);
    if (first === undefined || !isSchedule(first)) continue;
    const rest = clause.slice(from);
    const read = readClause(rest, context);
    if (read !== undefined && saysItsDay(first, read) && METAL_ALONE.test(rest)) continue;
    const next = read !== undefined && isSchedule(read) ? read : itemsOf(rest, first, context);
    const more = twoSchedules(rest, context) ?? (next === undefined ? [] : [next]);
    if (more.length > 0) return shared([first, ...more]);
  }
  return undefined;
}

/** "A weekly digest of tin and lead, Fridays, 16:00": the day of both, which stands behind the last of what it is of. */
const saysItsDay = (first: AskedRequest, { schedule }: AskedRequest): boolean =>
  first.ask.includes('schedule.on') && schedule?.on !== undefined && schedule.every === first.schedule?.every;
const METAL_ALONE = /^[\p{L}\d-]+(?:\s(?:oxide|metal))?\s*[,;:]/u;

/** "... and on Fridays the chart": of the same metals, at an hour that is shown as taken for granted. */
function itemsOf(
  text: string,
  { metals, schedule }: AskedRequest,
  context: TypedContext,
): AskedRequest | undefined {
  const one = requestOf('digest.create', wholeClause(text), context);
  // "Weekly, Tuesdays at 10" is one.
  const isWhole = schedule?.every === 'day' || schedule?.every === 'weekday' || schedule?.on !== undefined;
  // "each Monday at 9 and each Friday at 16": each has an hour of its own.
  const isApart = typeof one.schedule?.at === 'string' && typeof schedule?.at === 'string';
  const isMore = one.metals === undefined && one.schedule?.every !== undefined && one.cannot.length === 0;
  if (metals === undefined || !isWhole || !isMore || (one.items === undefined && !isApart)) return undefined;
  const at = one.schedule?.at ?? schedule?.at;
  return {
    ...one,
    metals,
    ...(at === undefined ? {} : { schedule: { ...one.schedule, at } }),
    ask: one.ask.filter((slot) => slot !== 'metals'),
  };
}

/** A digest and an alert in a clause: "tin daily at 9 here, with an alert below 30,000 USD/t". What one names is of both. */
export function digestAndAlert(clause: string, context: TypedContext): readonly AskedRequest[] | undefined {
  if (!MAY_DO_BOTH.test(clause)) return undefined;
  // The last joint first: what says more of the first one stays with it.
  for (const [at, next] of secondRules(clause).toReversed()) {
    const parts = [clause.slice(0, at), clause.slice(next)];
    const [first, second] = parts.map((part) => {
      const asked = ALERTS.test(part) ? requestOf('alert.create', wholeClause(part), context) : undefined;
      return asked !== undefined &&
        saysHowFar(asked) &&
        asked.schedule === undefined &&
        !SAYS_OFTEN.test(part)
        ? asked
        : readClause(part, context);
    });
    if (first?.metals === undefined || second === undefined || second.cannot.includes('metals')) continue;
    const isBoth = isDigest(first) ? isAlert(second) : isAlert(first) && isDigest(second);
    if (!isBoth) continue;
    const metals = second.metals ?? first.metals;
    return [first, { ...second, metals, ask: second.ask.filter((slot) => slot !== 'metals') }];
  }
  return undefined;
}

const MAY_DO_BOTH = /\d.*\d/u;
const ALERTS =
  /\b(?:if|when|whenever|once|as soon as|alert|warning|alarm|ping|shout|warn\p{L}*|notif\p{L}+|heads[\s-]?up)(?!\p{L})/u;
const isDigest = ({ intent, schedule }: AskedRequest): boolean =>
  intent === 'digest.create' && (schedule?.every ?? schedule?.cron) !== undefined;
const isAlert = (request: AskedRequest): boolean => request.intent === 'alert.create' && saysHowFar(request);

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
    return [first, second].map(({ rule, ask, metals = first.metals, ...one }) => {
      const place = one.place ?? first.place ?? second.place;
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

/** "nickel alerts at 14k, 15k and 16k USD/t": several thresholds, each an alert of its own. */
export function severalLevels(clause: string, context: TypedContext): readonly AskedRequest[] | undefined {
  const found = LEVELS.exec(clause);
  const [list, word] = [found?.groups?.['list'], found?.groups?.['word']];
  if (found === null || list === undefined || word === undefined) return undefined;
  if (readClause(clause, context)?.intent.startsWith('alert.') !== true) return undefined;
  const behind = clause.slice(found.index + found[0].length);
  const read = list.split(BETWEEN).map((level) => {
    const text = `${clause.slice(0, found.index)}${word} ${level}${behind}`;
    return requestOf('alert.create', wholeClause(text), context);
  });
  return read.every(
    ({ rule, metals }) => rule?.low !== undefined && rule.low === rule.high && metals !== undefined,
  )
    ? read
    : undefined;
}

const BETWEEN = /\s*(?:,\s(?:and|or)?|\band\b|\bor\b|&|\bas well as\b)\s*/u;
const LEVEL = String.raw`[$€£¥]?\d[\d.,]*(?:k|m)?(?![\d%:])`;
const LEVELS = new RegExp(
  String.raw`\b(?<word>at|above|over|below|under|hits|reaches|crosses|passes)\s+(?<list>${LEVEL}(?:${BETWEEN.source}${LEVEL})+)(?!\s*(?:%|percent|pct|[ap]\.?m\b|o'clock|h\b))(?=\s*(?:[$€£¥]|usd|eur|cny|rmb|yuan|gbp|dollars?|euros?))`,
  'u',
);

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
  const last = all.at(-1);
  const at = last?.ask.includes('schedule.at') === true ? undefined : last?.schedule?.at;
  return all.map((one) => {
    const schedule =
      one.schedule &&
      (at === undefined || one.schedule.at !== undefined ? one.schedule : { ...one.schedule, at });
    return {
      ...one,
      ...(schedule === undefined ? {} : { schedule }),
      ...(one.place !== undefined || place === undefined ? {} : { place }),
      ask: at === undefined ? one.ask : one.ask.filter((slot) => slot !== 'schedule.at'),
    };
  });
}
