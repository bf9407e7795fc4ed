/** The sentence that would make a digest or an alert, as somebody could say it. One that would make another is never given. */
import { dayName, weekdayIn } from '#src/domain/measure/days.ts';
import type { Material } from '#src/domain/series/material.ts';
import { COUNTRIES } from '#src/domain/watching/calendar/countries.ts';
import type { DigestContent, DigestItem } from '#src/domain/watching/digest-content.ts';
import { readRequests } from '#src/domain/watching/requests/read-requests.ts';
import type { AskedRule, AskedSchedule, AskedSlots, Intent } from '#src/domain/watching/requests/request.ts';
import type { Rule } from '#src/domain/watching/rule.ts';
import { askedOfSchedule } from '#src/domain/watching/schedules/schedule-of-asked.ts';
import type { Schedule } from '#src/domain/watching/schedules/schedule.ts';
import { askedOfRule } from './rule-of-asked.ts';
import { metalsInText } from './draft-digest.ts';

interface Said {
  readonly materials: readonly Material[];
  /** ISO date of the day on which it is said. */
  readonly today: string;
}

/**
 * @returns `undefined` for what no sentence says, such as a day of a cron line beside holidays of a county
 * @example digestSentence(...) // "post the price of neodymium and a chart every Monday at 09:00 Europe/Berlin"
 */
export function digestSentence(
  {
    schedule,
    zone,
    content,
  }: { readonly schedule: Schedule; readonly zone: string; readonly content: DigestContent },
  said: Said,
): string | undefined {
  const asked = askedOfSchedule(schedule, zone);
  const [first, ...more] = content.items;
  if (first === undefined) return undefined;
  const skip = content.skipUnchanged ? ', only if something has changed' : '';
  const metals = metalsInText(content.metals, said.materials);
  const only = more.length === 0 ? 'only ' : '';
  const sentence = `post ${only}${ITEMS[first]} of ${metals}${more.map((item) => ` + ${ITEMS[item]}`).join('')} ${whenInWords(asked)}${skip}`;
  const { metals: ids, items } = content;
  const slots = {
    schedule: asked,
    metals: ids,
    items,
    ...(content.skipUnchanged ? { skipUnchanged: true as const } : {}),
  };
  return checked(sentence, 'digest.create', slots, said, zone);
}

/** @example alertSentence(...) // "alert me when neodymium oxide goes above 140 USD/kg, once" */
export function alertSentence(rule: Rule, said: Said): string | undefined {
  const asked = askedOfRule(rule);
  const { form, source, reach, repeat, until } = asked;
  const metal = [
    metalsInText([rule.of.material], said.materials),
    ...(form === undefined ? [] : [form]),
  ].join(' ');
  const sentence = [
    `alert when ${does(asked, metal)}`,
    ...(reach === undefined ? [] : [' entirely']),
    ...(source === undefined || asked.kind === 'edition' ? [] : [SOURCES[source]]),
    ...(repeat === 'once' ? [', once'] : []),
    ...(until === undefined ? [] : [`, until ${until}`]),
  ].join('');
  return checked(sentence, 'alert.create', { metals: [rule.of.material], rule: asked }, said, 'UTC');
}

/** The sentence, if it is read as what it is to say. */
function checked(
  sentence: string,
  intent: Intent,
  wanted: AskedSlots,
  { materials, today }: Said,
  zone: string,
): string | undefined {
  const [read, ...more] = readRequests(sentence, { materials, today, zone });
  if (read === undefined || more.length > 0) return undefined;
  const { intent: found, ask, cannot, confirm: _, ...slots } = read;
  const same = found === intent && ask.length === 0 && cannot.length === 0;
  return same && plainly(slots) === plainly(wanted) ? sentence : undefined;
}

/** Equal for what says the same: a list of one is that one, and no order counts. */
function plainly(value: unknown): string {
  if (Array.isArray(value))
    return value.length === 1 ? plainly(value[0]) : `[${value.map(plainly).toSorted().join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, one]) => `${key}:${plainly(one)}`)
    .toSorted()
    .join()}}`;
}

const ITEMS: Readonly<Record<DigestItem, string>> = {
  price: 'the price',
  change: 'the change',
  sectors: 'sectors',
  production: 'production',
  alerts: 'alerts',
  chart: 'chart',
};
const SOURCES = { usgs: ' by USGS', report: ' by the report' } as const;

function whenInWords(asked: AskedSchedule): string {
  const { at, zone, from, until, times, holidays, country, cron, once } = asked;
  const clock = [at].flat()[0];
  const named = Object.entries(COUNTRIES).findLast(([, code]) => code === country)?.[0];
  return [
    cron !== undefined ? `cron ${cron}` : once !== undefined ? `on ${once}` : daysInWords(asked),
    ...(clock === undefined || cron !== undefined ? [] : [`at ${clock}`]),
    ...(zone === undefined ? [] : [zone]),
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(until === undefined ? [] : [`until ${until}`]),
    ...(times === undefined ? [] : [`${times} times`]),
    ...(holidays === undefined
      ? []
      : [holidays === 'skip' ? `skip holidays in ${named}` : `next workday on holidays in ${named}`]),
  ].join(' ');
}

function daysInWords({ every = 'day', interval = 1, on }: AskedSchedule): string {
  const days = [on ?? []].flat();
  if (every === 'weekday') return 'every weekday';
  if (every === 'day') return interval === 1 ? 'every day' : `every ${interval} days`;
  if (every === 'week') {
    const names = days.map((day) => dayName(weekdayIn(String(day)) ?? 'mon')).join(' and ');
    return interval === 1 ? `every ${names}` : `every ${interval} weeks on ${names}`;
  }
  const which = days.map((day) =>
    typeof day === 'number' ? ordinal(day) : day === 'last' ? 'last day' : nth(day),
  );
  return `${interval === 1 ? 'every month' : `every ${interval} months`} on the ${which.join(' and the ')}`;
}

const ENDINGS = ['th', 'st', 'nd', 'rd'];
const ordinal = (day: number): string => {
  const isTeen = Math.floor(day / 10) === 1;
  return `${day}${(isTeen ? undefined : ENDINGS[day % 10]) ?? 'th'}`;
};

const nth = (day: string): string => {
  const [which = '', name = ''] = day.split(' ');
  return `${which} ${dayName(weekdayIn(name) ?? 'mon')}`;
};

/** Three decimals could be a thousand elsewhere: a zero more says which. */
const numberIn = (value = 0): string =>
  /^\d{1,3}\.\d{3}$/u.test(String(value)) ? `${value}0` : String(value);

function does(rule: AskedRule, metal: string): string {
  const { kind, low, high, percent, amount, days, direction, currency, mass } = rule;
  const unit = `${currency}/${mass}`;
  switch (kind) {
    case 'enters':
      return `${metal} is between ${numberIn(low)} and ${numberIn(high)} ${unit}`;
    case 'leaves':
      return `${metal} leaves ${numberIn(low)} to ${numberIn(high)} ${unit}`;
    case 'change': {
      const verb = direction === undefined ? 'moves' : direction === 'up' ? 'rises' : 'falls';
      return `${metal} ${verb} by ${percent === undefined ? `${numberIn(amount)} ${unit}` : `${percent} %`} within ${days} days`;
    }
    case 'newHigh':
    case 'newLow':
      return `${metal} makes ${days === undefined ? 'an all-time' : `a new ${days}-day`} ${kind === 'newHigh' ? 'high' : 'low'}`;
    case 'apart':
      return `the sources of ${metal} are more than ${percent} % apart`;
    case 'edition':
      return `there is a new edition of ${rule.source === 'usgs' ? 'USGS' : 'the report'} for ${metal}`;
    default:
      return `${metal} goes ${kind} ${numberIn(low)} ${unit}`;
  }
}
