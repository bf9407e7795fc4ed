/**
 * The one reader of times: which years, months, days and windows a text speaks of, and which of its words for a time it could
 * not read. An ordered list of forms finds the words; refiners then join them, and put them on what stands around.
 */
import type { Grain, Period } from '#src/domain/measure/period.ts';
import { AROUND, scanTimes, type Found } from './scan-times.ts';
import type { WhyUnread } from './time-form.ts';
import { place, type Placed } from './when-edges.ts';
import { besideNamed, inYearBeside, jointOf, spanOf } from './when-joints.ts';

interface Stretch {
  /** Where it stands in the text, with what belongs to it: "since", "onwards". */
  readonly from: number;
  readonly to: number;
  /** As typed. */
  readonly text: string;
}

/** A time that a text speaks of. */
export type When = Stretch &
  (
    | { readonly kind: 'now' }
    /** Whole years of the calendar, or so many back from today. */
    | {
        readonly kind: 'years';
        readonly period: Period;
        /** Counted from today: "last year". */
        readonly relative?: true | undefined;
        /** Two that are named beside each other, "2023 and 2024": no span from one to the other. */
        readonly listed?: true | undefined;
      }
    /** One of the calendar's months, quarters or halves. */
    | { readonly kind: 'months'; readonly period: Period }
    | { readonly kind: 'day'; readonly period: Period }
    /** From one day to another; what has not begun yet is among them. */
    | { readonly kind: 'window'; readonly period: Period }
    /** Each month, each day: "monthly". */
    | { readonly kind: 'every'; readonly grain: Grain | 'hour' }
    /** Words that say when, and that could not be read: no other days may stand in for them. */
    | ({ readonly kind: 'unread' } & WhyUnread)
  );

const LONGEST_TEXT = 3000;
/**
 * @param today ISO date, the asker's
 * @example readWhen('Q2 2026', '2026-11-30') // [{ kind: 'months', period: { from: '2026-04-01', to: '2026-06-30', label: 'Q2 2026', ... }, ... }]
 */
export function readWhen(typed: string, today: string): readonly When[] {
  const text = plainText(typed);
  const found = inYearBeside(besideNamed(scanTimes(text, today)), text);
  const times: When[] = [];
  for (let at = 0; at < found.length; at += 1) {
    const [one, next] = [found[at], found[at + 1]];
    if (one === undefined) break;
    const before = text.slice(Math.max(found[at - 1]?.to ?? 0, one.from - AROUND), one.from);
    const joint = next && jointOf(text.slice(one.to, next.from), before, one, next);
    const end = joint === undefined || next === undefined ? one : next;
    const after = text.slice(end.to, found[at + (end === one ? 1 : 2)]?.from).slice(0, AROUND);
    if (end !== one) at += 1;
    const { said } = one;
    if (end === one && (said.kind === 'now' || said.kind === 'every')) {
      times.push({ ...said, from: one.from, to: one.to, text: one.text });
      continue;
    }
    const { period, lead, trail, ...why } =
      end === one ? single(one, before, after, today) : spanOf(one, end, before, today);
    const [from, to] = [one.from - lead, end.to + trail];
    const stretch = { from, to, text: text.slice(from, to).trim() };
    if (period === undefined) times.push({ ...stretch, kind: 'unread', ...why });
    else if (period.grain === 'year')
      times.push({
        ...stretch,
        kind: 'years',
        period,
        ...(end === one && said.kind === 'days' && said.relative === true ? { relative: true } : {}),
        ...(joint === 'and' ? { listed: true } : {}),
      });
    else times.push({ ...stretch, kind: KINDS[period.grain], period });
  }
  return times;
}

const KINDS = {
  day: 'day',
  week: 'window',
  span: 'window',
  month: 'months',
  quarter: 'months',
  half: 'months',
} as const;

/** A text as it is read: its offsets are those of what is found in it. */
export function plainText(typed: string): string {
  return typed
    .slice(0, LONGEST_TEXT)
    .normalize('NFKC')
    .replaceAll(/[\u2010-\u2015\u2212]/gu, '-')
    .replaceAll(/[\u2018\u2019\u02bc\u0060\u00b4]/gu, "'")
    .replaceAll(/\s+/gu, ' ');
}

/** One time by itself. */
function single({ said, text }: Found, before: string, after: string, today: string): Placed {
  if (said.kind === 'unread') return { ...said, lead: 0, trail: 0 };
  const period = said.kind === 'days' ? said.of() : undefined;
  return period === undefined ? { lead: 0, trail: 0 } : place(period, text, before, after, today);
}
