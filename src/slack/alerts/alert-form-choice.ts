/** What the form of an alert holds: read from its fields, and turned into a request and back. */
import { z } from 'zod';
import { readNumber, settled, unmistakable, whichOf } from '#src/domain/measure/numbers/numbers.ts';
import { priceUnit } from '#src/domain/measure/figure.ts';
import { isDate } from '#src/domain/measure/days.ts';
import { isExtreme } from '#src/domain/watching/requests/missing.ts';
import type { AskedRequest, AskedRule } from '#src/domain/watching/requests/request.ts';
import { admit } from '#src/domain/reading/text-door.ts';
import { QUOTE_FORMS, QUOTE_UNITS } from '#src/presentation/quotes/quote-messages.ts';
import { among, filledIn, fieldValue, placeId } from '#src/slack/filled-in.ts';
import { otherPlaces, type OtherPlaces } from '#src/slack/sent-form.ts';

export const KINDS = [
  'above',
  'below',
  'leaves',
  'enters',
  'change',
  'newHigh',
  'newLow',
  'apart',
  'edition',
] as const;
export const FORM_CHOICES = ['any', ...QUOTE_FORMS] as const;
export const SOURCE_CHOICES = ['any', 'usgs', 'report'] as const;
export const DIRECTIONS = ['either', 'up', 'down'] as const;
export const REPEATS = ['each', 'once'] as const;
export const REACHES = ['touches', 'entirely'] as const;
export const STARTS = ['now', 'next'] as const;

const typed = z.string().max(40);

/** What a form may hold, whoever sent it. Numbers are as they were typed. */
const alertChoice = z.object({
  channel: placeId.optional(),
  metal: z.string().regex(/^[\w-]{1,60}$/),
  kind: z.enum(KINDS),
  low: typed,
  high: typed,
  unit: z.enum(QUOTE_UNITS),
  reach: z.enum(REACHES),
  percent: typed,
  days: typed,
  direction: z.enum(DIRECTIONS),
  form: z.enum(FORM_CHOICES),
  source: z.enum(SOURCE_CHOICES),
  repeat: z.enum(REPEATS),
  until: z.string().refine(isDate).optional(),
  /** Where the price is past its threshold already; asked then. */
  start: z.enum(STARTS).optional(),
});
export type AlertFormChoice = Readonly<z.output<typeof alertChoice>>;

export const newAlertChoice = (metal: string, channel: string | undefined): AlertFormChoice => ({
  channel,
  metal,
  kind: 'above',
  low: '',
  high: '',
  unit: 'USD/kg',
  reach: 'touches',
  percent: '5',
  days: '7',
  direction: 'either',
  form: 'any',
  source: 'any',
  repeat: 'each',
});

const numeral = (value: number | undefined, otherwise: string): string =>
  value === undefined ? otherwise : unmistakable(value);

/** A form filled in from a request: what it does not say is as in a new one. */
export function alertChoiceOf(
  { metals: [metal] = [], rule = {} }: Pick<AskedRequest, 'metals' | 'rule'>,
  usual: AlertFormChoice,
): AlertFormChoice {
  const { kind, low, high, percent, days, direction, currency, mass, form, source, repeat, until, reach } =
    rule;
  return {
    ...usual,
    metal: metal === undefined || metal === 'all' ? usual.metal : metal,
    kind: among(KINDS, kind, usual.kind),
    low: numeral(low, usual.low),
    high: low === high ? usual.high : numeral(high, usual.high),
    unit: among(QUOTE_UNITS, `${currency ?? 'USD'}/${mass ?? 'kg'}`, usual.unit),
    reach: reach ?? usual.reach,
    percent: numeral(percent, usual.percent),
    days: numeral(days, isExtreme(rule) ? '' : usual.days),
    direction: direction ?? usual.direction,
    form: among(FORM_CHOICES, form, usual.form),
    source: source ?? usual.source,
    repeat: repeat ?? usual.repeat,
    ...(until === undefined ? {} : { until }),
  };
}

interface Faults {
  readonly faults: Readonly<Record<string, string>>;
}

/** The request that a form is. @returns what is wrong, by field, where it is none */
export function requestOfChoice(choice: AlertFormChoice): { readonly request: AskedRequest } | Faults {
  const { kind, metal, unit, reach, direction, form, source, repeat, until } = choice;
  const faults: Record<string, string> = {};
  const number = (field: 'low' | 'high' | 'percent' | 'days'): number => {
    const readings = readNumber(admit(choice[field]).text);
    const one = settled(readings)?.value;
    if (one !== undefined && one > 0) return one;
    faults[field] =
      readings.length > 1
        ? `This may be ${whichOf(readings)}: write it without a mark that can be two things.`
        : 'Write a number above nothing, such as 140 or 600000.';
    return 0;
  };
  // A high or low without days is of all time.
  const isAllTime = (kind === 'newHigh' || kind === 'newLow') && choice.days.trim() === '';
  const looksBack = kind === 'change' || kind === 'newHigh' || kind === 'newLow';
  const isBand = kind === 'leaves' || kind === 'enters';
  const isLevel = isBand || kind === 'above' || kind === 'below';
  const level = isLevel ? number('low') : 0;
  const top = isBand ? number('high') : level;
  if (isBand && faults['high'] === undefined && top <= level)
    faults['high'] = 'Write a higher one than the low end.';
  const rule: AskedRule = {
    kind,
    ...(isLevel
      ? { low: level, high: top, ...priceUnit(unit), ...(reach === 'entirely' ? { reach } : {}) }
      : {}),
    ...(kind === 'change'
      ? { percent: number('percent'), ...(direction === 'either' ? {} : { direction }) }
      : {}),
    ...(kind === 'apart' ? { percent: number('percent') } : {}),
    ...(looksBack && !isAllTime ? { days: number('days') } : {}),
    ...(form === 'any' ? {} : { form }),
    ...(source === 'any' ? {} : { source }),
    ...(repeat === 'each' ? {} : { repeat }),
    ...(until === undefined ? {} : { until }),
  };
  if (Object.keys(faults).length > 0) return { faults };
  return { request: { intent: 'alert.create', metals: [metal], rule, ask: [], cannot: [] } };
}

const metadata = z.object({
  id: z.string().max(60).optional(),
  key: z.string().max(60).optional(),
  others: otherPlaces,
  choice: alertChoice,
});

export interface AlertForm {
  /** The alert that is changed; without it a new one is made. */
  readonly id?: string | undefined;
  /** Of the card that it was filled from: both make one alert. */
  readonly key?: string | undefined;
  /** Where it is set up as well. */
  readonly others?: OtherPlaces;
  readonly choice: AlertFormChoice;
}

/** What a view carries beside its fields; `undefined` where it is of an older version. */
export function readAlertMetadata(text: string): AlertForm | undefined {
  try {
    return metadata.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Reads a view; what is not shown is as in `before`. @returns `undefined` where it is no form of ours */
export function readAlertForm(view: unknown, before: AlertFormChoice): AlertFormChoice | undefined {
  const state = filledIn(view);
  if (state === undefined) return undefined;
  const held = Object.fromEntries(
    Object.entries(state).flatMap(([name, inputs]) => {
      // What is shown and empty is nothing; a number is an empty text.
      const empty = ['low', 'high', 'percent', 'days'].includes(name) ? '' : undefined;
      return [[name, fieldValue(Object.values(inputs)[0]) ?? empty] as const];
    }),
  );
  return alertChoice.safeParse({ ...before, ...held }).data;
}
