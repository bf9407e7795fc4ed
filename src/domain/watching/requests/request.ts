/** What a message asks to be set up, listed, changed or handed out: only what it states, with what is missing named. */
import type { Currency, MassUnit } from '#src/domain/measure/figure.ts';
import type { Material } from '#src/domain/series/material.ts';
import type { Form, Terms } from '#src/domain/series/quote.ts';

export const INTENTS = [
  'digest.create',
  'digest.list',
  'digest.pause',
  'digest.resume',
  'digest.delete',
  'digest.edit',
  'digest.send',
  'alert.create',
  'alert.list',
  'alert.snooze',
  'alert.resume',
  'alert.delete',
  'alert.edit',
  'quote.add',
  'export',
] as const;
export type Intent = (typeof INTENTS)[number];

/** When a digest comes, as far as it is said. A list stands where several are. */
export interface AskedSchedule {
  readonly every?: 'day' | 'weekday' | 'week' | 'month';
  /** Every so many of them; 2 and more. */
  readonly interval?: number;
  /** Of a week "mon" to "sun"; of a month 1 to 31, "last", "first mon" to "last fri". */
  readonly on?: string | number | readonly (string | number)[];
  /** "HH:MM". */
  readonly at?: string | readonly string[];
  readonly zone?: string;
  /** ISO date; then there is no `every`. */
  readonly once?: string;
  readonly from?: string;
  readonly until?: string;
  readonly times?: number;
  readonly cron?: string;
  readonly holidays?: 'skip' | 'next';
  /** Of whose holidays: two letters of ISO 3166. */
  readonly country?: string;
}

/** What an alert is for, as far as it is said. */
export interface AskedRule {
  readonly kind?:
    'above' | 'below' | 'enters' | 'leaves' | 'change' | 'newHigh' | 'newLow' | 'apart' | 'edition';
  /** In `currency` per `mass`; of one threshold both are it. */
  readonly low?: number;
  readonly high?: number;
  readonly percent?: number;
  /** A change in money. */
  readonly amount?: number;
  readonly days?: number;
  readonly direction?: 'up' | 'down';
  readonly currency?: Currency;
  readonly mass?: MassUnit;
  readonly form?: Form;
  readonly source?: 'usgs' | 'report';
  readonly vat?: 'included' | 'excluded';
  readonly reach?: 'entirely';
  readonly repeat?: 'once' | 'each';
  readonly until?: string;
}

/** Which existing one is meant, by what is said of it. */
export interface Target {
  readonly all?: true;
  readonly this?: true;
  /** Its number in the list. */
  readonly number?: number;
  /** "@anna". */
  readonly owner?: string;
  readonly every?: AskedSchedule['every'];
  readonly on?: AskedSchedule['on'];
  readonly at?: AskedSchedule['at'];
  readonly place?: string;
  readonly metals?: readonly string[];
  readonly rule?: AskedRule;
}

export type Item = 'price' | 'change' | 'sectors' | 'production' | 'alerts' | 'chart';

/** Days that an export is of, as they are said. */
export type AskedWindow =
  | { readonly last: number; readonly unit: 'day' | 'week' | 'month' | 'year' }
  | { readonly from: string; readonly to?: string }
  | { readonly all: true };

/** A price that is to be stored. */
export interface AskedQuote {
  readonly low?: number;
  readonly high?: number;
  readonly currency?: Currency;
  readonly mass?: MassUnit;
  readonly form?: Form;
  readonly purity?: string;
  readonly terms?: Terms;
  readonly place?: string;
  readonly vat?: 'included' | 'excluded';
  readonly date?: string;
}

/** What was read of one request. A slot is there when the message states it. */
export interface AskedSlots {
  readonly schedule?: AskedSchedule;
  /** "me", "here", "#name", "@name"; a list where several are named. */
  readonly place?: string | readonly string[];
  /** Ids of materials, or "all". */
  readonly metals?: readonly string[];
  readonly items?: readonly Item[];
  readonly skipUnchanged?: true;
  readonly rule?: AskedRule;
  readonly target?: Target;
  readonly add?: { readonly metals?: readonly string[]; readonly items?: readonly Item[] };
  readonly remove?: { readonly metals?: readonly string[]; readonly items?: readonly Item[] };
  readonly for?: { readonly days: number } | { readonly hours: number };
  readonly until?: string;
  readonly quote?: AskedQuote;
  readonly what?: 'prices' | 'alerts' | 'digests';
  readonly window?: AskedWindow;
  readonly format?: string;
}

export interface AskedRequest extends AskedSlots {
  readonly intent: Intent;
  /** Slots that it needs and that are not stated: "schedule.at". */
  readonly ask: readonly string[];
  /** Slots that are stated and can't be had. */
  readonly cannot: readonly string[];
  /** Words with a number, a day or a place in them that are of no slot: said, never dropped. */
  readonly unread?: readonly string[];
  /** Nothing may happen before the person has confirmed it. */
  readonly confirm?: true;
}

/** What a message is read against. */
export interface RequestContext {
  readonly materials: readonly Material[];
  /** ISO date of the person's own day. */
  readonly today: string;
  /** The person's zone. */
  readonly zone: string;
}

export interface TypedContext extends RequestContext {
  /** The message as it was typed. */
  readonly typed: string;
}
