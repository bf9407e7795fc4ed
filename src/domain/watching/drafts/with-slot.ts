/** A request with what was chosen in its card. */
import { missingAfter, missingOf } from '#src/domain/watching/requests/missing.ts';
import type { AskedRequest, AskedSlots } from '#src/domain/watching/requests/request.ts';
import { knownZone } from '#src/domain/watching/schedules/schedule.ts';
import { readLevel } from './levels.ts';
import { isDate } from '#src/domain/measure/days.ts';
import { FORMS } from '#src/domain/series/quote.ts';
import { priceUnit } from '#src/domain/measure/figure.ts';
import { scheduleOfOption } from './draft-schedule.ts';
import type { Slot } from './draft.ts';
import { kindSchema, requestSchema } from './request-schema.ts';
import { priceUnitSchema } from '#src/domain/watching/rule.ts';

/** @param value Of an option, a time or a date; what is none changes nothing. */
export function withSlot(request: AskedRequest, slot: Slot, value: string): AskedRequest {
  const filled = FILL[slot]?.(request, value);
  if (filled === undefined) return request;
  const cannot = request.cannot.filter((one) => one !== slot && !one.startsWith(`${slot}.`));
  const { intent } = request;
  const { ask, ...slots } = { ...request, ...filled };
  // What was said and is not clear is asked still.
  const unclear = ask.filter(
    (one) => one !== UNCLEAR[slot] && !missingOf(intent, request, [], false).includes(one),
  );
  const made = { ...slots, ask: [...missingAfter(request, slots, cannot), ...unclear], cannot };
  return requestSchema.safeParse(made).success ? made : request;
}

/** The slots of a request that may be asked though they are filled, by what clears them. */
const UNCLEAR: Readonly<Partial<Record<Slot, string>>> = {
  'rule.level': 'rule.low',
  'schedule.at': 'schedule.at',
  'schedule.zone': 'schedule.zone',
};

type Fill = (request: AskedRequest, value: string) => AskedSlots | undefined;

const FILL: Readonly<Partial<Record<Slot, Fill>>> = {
  metals: (_, value) => ({ metals: [value] }),
  // The interval and the end of a schedule whose day is chosen stay; what can't be had goes with the choice of what can.
  schedule: ({ schedule = {} }, value) => {
    const days = scheduleOfOption(value);
    const { once: _once, cron: _cron, interval, at, ...around } = schedule;
    const kept = interval !== undefined && days?.every === schedule.every ? { interval } : {};
    return (
      days && { schedule: { ...around, ...days, ...kept, ...(at === undefined ? {} : { at: oneOf(at) }) } }
    );
  },
  'schedule.at': ({ schedule }, value) =>
    /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value) ? { schedule: { ...schedule, at: value } } : undefined,
  'schedule.zone': ({ schedule }, value) => {
    const zone = knownZone(value);
    return zone === undefined ? undefined : { schedule: { ...schedule, zone } };
  },
  'rule.kind': ({ rule }, value) => {
    const kind = kindSchema.safeParse(value).data;
    return kind && { rule: { ...rule, kind } };
  },
  'rule.level': ({ rule }, value) => {
    const level = readLevel(value);
    return level && { rule: { ...rule, low: level.value, high: level.value, ...unitNamed(level.unit) } };
  },
  'rule.unit': ({ rule }, value) => {
    const unit = unitNamed(value);
    return unit && { rule: { ...rule, ...unit } };
  },
  for: (_, value) => ({ for: { days: Number(value) } }),
  'quote.unit': ({ quote }, value) => {
    const unit = unitNamed(value);
    return unit && { quote: { ...quote, ...unit } };
  },
  'quote.form': ({ quote }, value) => {
    const form = FORMS.find((one) => one === value);
    return form && { quote: { ...quote, form } };
  },
  'quote.date': ({ quote }, value) => (isDate(value) ? { quote: { ...quote, date: value } } : undefined),
  window: (_, value) => {
    const [last, unit] = value.split(' ');
    const of = (['day', 'week', 'month', 'year'] as const).find((one) => one === unit);
    return value === 'all' ? { window: { all: true } } : of && { window: { last: Number(last), unit: of } };
  },
  'rule.percent': ({ rule }, value) => ({ rule: { ...rule, percent: Number(value) } }),
  'rule.days': ({ rule }, value) => ({ rule: { ...rule, days: Number(value) } }),
};

function unitNamed(text = '') {
  const unit = priceUnitSchema.safeParse(text).data;
  return unit && priceUnit(unit);
}

const oneOf = (at: string | readonly string[]): string => (typeof at === 'string' ? at : (at[0] ?? '09:00'));
