/** What a way of writing a time is, what it may say, and what all of them share: years, and "the last such day". */
import { MONTH_WORD } from '#src/domain/measure/days.ts';
import type { Grain, Period, YearSpan } from '#src/domain/measure/period.ts';

/** What a stretch of text says of when: days, or something that is no day or more than one. */
export type Said =
  | {
      readonly kind: 'days';
      /** Where a text says no year, it may be asked for one: that of the other end of a span. */
      readonly of: (year?: number) => Period | undefined;
      readonly yearSaid: boolean;
      /** Counted from today: "last year". */
      readonly relative?: true;
      /** Counted from a year that was named before it, where there is one: so many after it. */
      readonly beside?: number;
    }
  | { readonly kind: 'now' }
  | { readonly kind: 'every'; readonly grain: Grain | 'hour' }
  | ({ readonly kind: 'unread' } & WhyUnread);

export interface WhyUnread {
  /** Why, where more can be said than that the words are not known. */
  readonly reason?: string | undefined;
  /** The two days that they may be, ISO dates. */
  readonly either?: readonly [string, string] | undefined;
  /** They speak of years, if not of the calendar's. */
  readonly yearly?: true | undefined;
  /** The years that they are of, where that is said. */
  readonly years?: YearSpan | undefined;
}

export type DateOrder = 'dmy' | 'mdy';
export type Groups = Readonly<Record<string, string | undefined>>;
/** What stands around a form, and what is known of its writer. */
export interface FormContext {
  readonly order?: DateOrder | undefined;
  readonly before: string;
  readonly after: string;
}
/** A way of writing a time. The pattern's named groups are what is read. */
export interface TimeForm {
  readonly pattern: string;
  readonly read: (groups: Groups, today: string, text: string, context: FormContext) => Said | undefined;
}

/** What is counted is no year, and no day of a month: "2000 kg", "5.5 %". */
export const NOT_COUNTED = String.raw`(?!\d|[.,:]\d|\s*(?:%|[€$£¥]|(?:kg|kgs|kilos?|t|tonnes?|tons?|mt|kt|lbs?|pounds?|g|grams?|k|m|percent|cny|rmb|yuan|usd|eur|euros?|dollars?|pcs|pieces|units|magnets?|motors?)(?![a-z])))`;
/** Four digits, or two after an apostrophe. */
export const YEAR = String.raw`(?<year>(?:19|20)\d\d|'\d\d)${NOT_COUNTED}`;
const FAR = 8;

/** Two digits from here on are of the last century, where monthly prices begin: "June '88". */
const LAST_CENTURY = 60;

export const fullYear = (digits: string): number => {
  const plain = Number(digits.replace("'", ''));
  return plain >= 100 ? plain : plain < LAST_CENTURY ? 2000 + plain : 1900 + plain;
};

/** The last of a yearly period that had begun by a day. */
function latestOf(make: (year: number) => Period | undefined, today: string): Period | undefined {
  const thisYear = Number(today.slice(0, 4));
  for (let year = thisYear; year >= thisYear - FAR; year -= 1) {
    const made = make(year);
    if (made !== undefined && made.from <= today) return made;
  }
  return undefined;
}

export function saidOf(
  make: (year: number) => Period | undefined,
  year: string | undefined,
  today: string,
  unread: string,
): Said {
  const said = year === undefined ? undefined : fullYear(year);
  const made = said === undefined ? latestOf(make, today) : make(said);
  if (made === undefined)
    return {
      kind: 'unread',
      reason: unread,
      ...(said === undefined ? {} : { years: { from: said, to: said } }),
    };
  return {
    kind: 'days',
    yearSaid: said !== undefined,
    of: (other) => (said === undefined && other !== undefined ? make(other) : made),
  };
}

/** Days that need no year from elsewhere. */
export const daysSaid = (period: Period | undefined): Said | undefined =>
  period && { kind: 'days', yearSaid: true, of: () => period };

export const spanSaid = (from: string, to: string, label: string): Said =>
  from > to
    ? { kind: 'unread' }
    : { kind: 'days', yearSaid: true, of: () => ({ from, to, label, grain: 'span' }) };

/** "The last week of May" is not last week. */
export const PERIOD_NAME = String.raw`(?:the\s+(?:month|quarter|year)|${MONTH_WORD}|(?:19|20)\d\d|q\d|last|this)`;
