/** Joins times that stand beside each other: "A to B", "between A and B", "A till now", "2024 and the year before". */
import { addDays } from '#src/domain/measure/days.ts';
import { spanInWords, yearOf, yearsOf, type Grain, type Period } from '#src/domain/measure/period.ts';
import { ofYears } from './period-forms.ts';
import type { Found } from './scan-times.ts';
import type { Said } from './time-form.ts';
import { place, since, type Placed } from './when-edges.ts';

/** The one year that is named. */
function yearNamed(all: readonly Found[]): number | undefined {
  const years = all.flatMap(({ said }) => {
    const period = said.kind === 'days' && said.beside === undefined ? said.of() : undefined;
    return period?.grain === 'year' ? [yearsOf(period)] : [];
  });
  const [only, ...others] = years;
  return others.length === 0 && only?.from === only?.to ? only?.from : undefined;
}

/** "2024 and the year before", "2023 against the previous year": counted from the one year that is named. */
export function besideNamed(found: readonly Found[]): readonly Found[] {
  return found.flatMap((one, at) => {
    const { said } = one;
    if (said.kind !== 'days' || said.beside === undefined) return [one];
    const alone = said.of() === undefined;
    const year = yearNamed(alone ? found : found.slice(0, at));
    if (year === undefined) return alone ? [] : [one];
    const period = yearOf(year + said.beside);
    return [{ ...one, said: { kind: 'days' as const, yearSaid: true, of: () => period } }];
  });
}

const BESIDE_YEAR = /^\s{0,3},?\s{0,3}(?:of|in)?\s{0,3}(?:the\s{1,3})?$/i;

/** "June last year", "last year in June", "Q2 of this year": a part of the year that stands beside it. */
export function inYearBeside(found: readonly Found[], text: string): readonly Found[] {
  const joined: Found[] = [];
  for (let at = 0; at < found.length; at += 1) {
    const [one, next] = [found[at], found[at + 1]];
    if (one === undefined) break;
    const made = next && BESIDE_YEAR.test(text.slice(one.to, next.from)) ? partOf(one, next) : undefined;
    if (made === undefined || next === undefined) {
      joined.push(one);
      continue;
    }
    joined.push({ ...one, to: next.to, text: text.slice(one.from, next.to), said: made });
    at += 1;
  }
  return inYearApart(joined, text);
}

/** Two times that are two: they stand beside, or against, each other. */
const TWO =
  /[,;.?!/]|\b(?:and|or|vs|versus|to|than|against|compared?|with|since|from|until|till|before|after|over|by|between|like|as|plus|versus|not|but|mean|average|year|years|highest|lowest|dearest|cheapest|best|worst|peak|most|least|record|maximum|minimum|max|min)\b/iu;
const MOST_BETWEEN = 40;

/** "June copper price 2025": the month is of that year, though words stand between them. */
function inYearApart(found: readonly Found[], text: string): readonly Found[] {
  const [one, two, ...others] = found;
  if (one === undefined || two === undefined || others.length > 0) return found;
  const words = text.slice(one.to, two.from);
  if (words.length > MOST_BETWEEN || TWO.test(words)) return found;
  const made = ofYearOf(one, two) ?? ofYearOf(two, one);
  if (made === undefined) return found;
  const said: Said = { kind: 'days', yearSaid: true, of: () => made };
  return [
    { ...one, said },
    { ...two, said },
  ];
}

/** The part that names no year, in the one year that the other is. */
function ofYearOf({ said: part }: Found, { said }: Found): Period | undefined {
  const year = said.kind === 'days' ? said.of() : undefined;
  if (year?.grain !== 'year' || part.kind !== 'days' || part.yearSaid) return undefined;
  const { from, to } = yearsOf(year);
  return from === undefined || from !== to ? undefined : part.of(from);
}

/** The one that names no year in the one that is a year counted from today. */
function partOf(one: Found, next: Found): Said | undefined {
  const [part, year] = isRelativeYear(next) ? [one, next] : isRelativeYear(one) ? [next, one] : [];
  const made = part && year && ofYearOf(part, year);
  return made && { kind: 'days', yearSaid: true, of: () => made };
}

const isRelativeYear = ({ said }: Found): boolean =>
  said.kind === 'days' && said.relative === true && said.of()?.grain === 'year';

const JOINT =
  /^(?:\s*,)?\s*(?:up\s+)?(?:to|upto|until|till|til|through|thru|thrugh|bis|-+>?|=?>|\.\.+|…|→|~)\s*(?:the\s+)?$/i;
const AND = /^\s*(?:and|&|,|\+)\s*(?:the\s+)?$/i;

/**
 * "A to B"; "between A and B"; "A till now"; "May and June 2026", "May/June", which follow one another.
 * @returns How the two are one time; `undefined` where they are two.
 */
export function jointOf(gap: string, before: string, one: Found, other: Found): 'to' | 'and' | undefined {
  const isBetween = AND.test(gap) && /\bbetween\s*(?:the\s+)?$/i.test(before);
  if (one.said.kind !== 'days' && one.said.kind !== 'unread') return undefined;
  if (other.said.kind === 'every') return undefined;
  if (JOINT.test(gap) || isBetween) return 'to';
  if (one.said.kind !== 'days' || other.said.kind !== 'days') return undefined;
  if (!AND.test(gap) && !/^\s*\/\s*$/.test(gap)) return undefined;
  const [a, b] = ends(one.said, other.said);
  const follow = a !== undefined && b !== undefined && a.grain === b.grain && addDays(a.to, 1) === b.from;
  return follow ? 'and' : undefined;
}

type Days = Extract<Said, { readonly kind: 'days' }>;

/** A year that is said once is that of both; without one, the second is the last that there was, and the first before it. */
function ends(one: Days, other: Days): readonly [Period | undefined, Period | undefined] {
  const firstSaid = one.yearSaid ? one.of() : undefined;
  let last = other.of();
  if (firstSaid !== undefined && !other.yearSaid) {
    const year = Number(firstSaid.from.slice(0, 4));
    last = other.of(year);
    if (last !== undefined && last.to < firstSaid.from) last = other.of(year + 1);
  }
  if (firstSaid !== undefined || last === undefined) return [firstSaid, last];
  const year = Number(last.from.slice(0, 4));
  const first = one.of(year);
  return [first !== undefined && first.from > last.to ? one.of(year - 1) : first, last];
}

/** Two that are one. */
export function spanOf(one: Found, other: Found, before: string, today: string): Placed {
  const around = { lead: /(?:from|between|since)\s*(?:the\s+)?$/i.exec(before)?.[0].length ?? 0, trail: 0 };
  for (const { said } of [one, other]) if (said.kind === 'unread') return { ...around, ...said };
  if (one.said.kind !== 'days') return around;
  // "The fall between 2022 and 2023" is no season.
  const left = before.replace(/(?:from|between|since)\s*$/i, '').replace(/\bfall\s*$/i, '');
  if (other.said.kind !== 'days') {
    const start = one.said.of();
    return start === undefined
      ? around
      : { ...around, period: since(start, start.from, yearsOf(start).from ?? 0, today) };
  }
  const [start, last] = ends(one.said, other.said);
  const read = start && place(start, one.text, left, '', today);
  const first = read?.period;
  if (first === undefined || last === undefined) return { ...around, lead: read?.lead ?? around.lead };
  const isYears = first.grain === 'year' && last.grain === 'year';
  // "2025 to 2021" are the same years.
  if (first.from > last.to && isYears) return { ...around, period: between(last, first) };
  if (first.from > last.to) return { ...around, reason: `“${one.text}” is after “${other.text}”` };
  return { ...around, period: between(first, last) };
}

function between(first: Period, last: Period): Period {
  const isNamed = first.grain === last.grain && NAMED_GRAINS.has(first.grain);
  const label = isNamed ? `${first.label} to ${last.label}` : spanInWords(first.from, last.to);
  return { from: first.from, to: last.to, label, ...ofYears(first, last) };
}

const NAMED_GRAINS: ReadonlySet<Grain> = new Set(['month', 'quarter', 'half', 'year']);
