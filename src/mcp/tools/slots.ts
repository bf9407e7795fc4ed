/** Arguments as the slots of a question. Names are read as they are in a question, spelling and all; nothing else is read. */
import { DEFAULT_LOCALE } from '#src/domain/answer.ts';
import { isoDate } from '#src/domain/measure/days.ts';
import type { Currency, MassUnit } from '#src/domain/measure/figure.ts';
import { MASS_UNITS } from '#src/domain/measure/figure.ts';
import { periodNamed, yearsOf } from '#src/domain/measure/period.ts';
import { ANY_BASIS, type PriceWanted } from '#src/domain/reading/price-wanted.ts';
import type { AskedMetric } from '#src/domain/reading/asked-metrics.ts';
import type { Question } from '#src/domain/reading/question.ts';
import type { LeftOut } from '#src/domain/reading/frame.ts';
import type { PastDays } from '#src/domain/reading/times/wanted-days.ts';
import { findMaterial } from '#src/domain/series/material.ts';
import type { Form, VatState } from '#src/domain/series/quote.ts';
import { leftOutLines } from '#src/domain/topics/left-out.ts';
import { plainWriter } from '#src/presentation/text/plain-text.ts';
import { BadArgument, todayFor, type Kit } from './kit.ts';

/** What a name was read as. */
export interface NamedMaterial {
  /** None where nothing here is called so. */
  readonly ids: readonly string[];
  readonly form: Form | undefined;
  readonly product: string | undefined;
  readonly repairs: Question['repairs'];
  /** What of the name says more than which material it is: "sulfate", "99.9 %", "2024". */
  readonly leftOut: readonly LeftOut[];
  /** As typed. */
  readonly words: string;
}

/** What a name is made of; all else in it is left out, and said to be. */
const OF_A_NAME: ReadonlySet<string> = new Set(['metal', 'product', 'oxide', 'facet', 'price']);

/** Reads the name of a material, or of a product that holds one, as a question of its price is read. */
export function readMaterial({ catalog, ...kit }: Kit, words: string): NamedMaterial {
  const exact = findMaterial(catalog.materials, words);
  const question = catalog.readings(`price of ${words}`, todayFor({ ...kit }))[0]?.question;
  const none = { form: undefined, product: undefined, repairs: [], leftOut: [], words };
  if (question === undefined) return { ...none, ids: exact === undefined ? [] : [exact.id] };
  const { metals, product, wanted, repairs } = question;
  const ids = metals.length === 0 && typeof product === 'string' ? [catalog.defaultMetal] : metals;
  // A name of the list is what it is called there, whatever else it might be read as.
  if (exact !== undefined && (ids.length !== 1 || ids[0] !== exact.id)) return { ...none, ids: [exact.id] };
  const left = leftOf(question);
  if (exact === undefined)
    return { ids, form: wanted.form, product: product ?? undefined, repairs, leftOut: left, words };
  // "Iron ore" is ore, and "iron oxide pigments" are no oxide of iron.
  const own = exact.name.toLowerCase();
  const leftOut = left.filter((one) => one.kind !== 'form' || !own.includes(one.words.toLowerCase()));
  return { ...none, ids, leftOut };
}

function leftOf({ leftOut = [], evidence = [], unread = [] }: Question): readonly LeftOut[] {
  const others = [...evidence.filter(({ slot }) => !OF_A_NAME.has(slot)).map((one) => one.words), ...unread];
  const all = [
    // A percentage in a name is its purity.
    ...leftOut.map((one): LeftOut => (one.kind === 'percent' ? { ...one, kind: 'purity' } : one)),
    ...others.map((words): LeftOut => ({ words, kind: 'words' })),
  ];
  return all.filter(({ words }, at) => all.findIndex((one) => one.words === words) === at);
}

/** The one material that a name means. @throws BadArgument where it means several */
export function readOneMaterial(kit: Kit, words: string): NamedMaterial {
  const read = readMaterial(kit, words);
  if (read.ids.length > 1)
    throw new BadArgument(
      `material: "${words}" names ${read.ids.length} materials (${read.ids.join(', ')}). Give one; compare takes several.`,
    );
  return read;
}

/**
 * The metals of a question, and what is said of names that nothing here has.
 * @param metric Of prices alone it is told that none is of a form
 */
export function subjectSlots(
  named: readonly NamedMaterial[],
  metric: AskedMetric | undefined,
): Pick<Question, 'metals' | 'foreign' | 'repairs'> & { readonly leftOut: readonly LeftOut[] } {
  const metals = [...new Set(named.flatMap(({ ids }) => ids))];
  const unknown = named.filter(({ ids }) => ids.length === 0).map(({ words }) => words);
  const repairs = named.flatMap((one) => one.repairs);
  if (metals.length === 0) return { metals, foreign: unknown.join(', ') || null, repairs, leftOut: [] };
  const subjects = unknown.map((words): LeftOut => ({ words, kind: 'subject' }));
  const left = named.filter(({ ids }) => ids.length > 0).flatMap((one) => leftOutOf(one, metric));
  return { metals, foreign: null, repairs, leftOut: [...subjects, ...left] };
}

/** Of prices alone it is told that none is of a form. */
const leftOutOf = ({ leftOut }: NamedMaterial, metric: string | undefined): readonly LeftOut[] =>
  leftOut.map((one) => (one.kind === 'form' && metric !== 'price' ? { ...one, kind: 'words' } : one));

/**
 * What is to be known of a name besides its figures: what it was read as, and what of it they do not heed.
 * @param of The material, what is given of it, and the words that were heeded
 */
export function saidOfName(
  named: NamedMaterial,
  { name, metric, used }: { readonly name: string; readonly metric: string; readonly used: string },
): readonly string[] {
  const left = leftOutOf(named, metric).filter(
    ({ kind, words }) => kind === 'purity' || !used.toLowerCase().includes(words.toLowerCase()),
  );
  return [
    ...named.repairs.map(({ from, to }) => `“${from}” was read as “${to}”.`),
    ...(named.product === undefined
      ? []
      : [`“${named.words}” holds ${name}: these are figures of it, and not of “${named.words}”.`]),
    ...leftOutLines(left).map(plainWriter(DEFAULT_LOCALE)),
  ];
}

/** A country in the data's spelling, and what is said of one that no source names. */
export function placeSlots(
  { catalog, ...kit }: Kit,
  place: string | undefined,
): Pick<Question, 'countries'> & { readonly leftOut: readonly LeftOut[] } {
  if (place === undefined || /^(?:the )?world$/i.test(place)) return { countries: [], leftOut: [] };
  const countries = catalog.readings(place, todayFor({ ...kit }))[0]?.question.countries ?? [];
  return { countries, leftOut: countries.length > 0 ? [] : [{ words: place, kind: 'place' }] };
}

interface Times {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The times of a question from its first and its last period. @throws BadArgument where the last is before the first */
export function timeSlots(
  kit: Kit,
  { from: first, to: last }: Times,
): Pick<Question, 'years' | 'span' | 'finerTime'> & { readonly wanted: Partial<PriceWanted> } {
  const today = isoDate(todayFor(kit).getTime());
  const start = first === undefined ? undefined : periodNamed(first);
  const end = last === undefined ? start : periodNamed(last);
  if (end === undefined) return { years: [], span: null, finerTime: null, wanted: {} };
  const begin = start ?? end;
  if (begin.from > end.to) throw new BadArgument(`from: ${first} is after to: ${last}.`);
  const label = begin === end ? begin.label : `${begin.label} to ${end.label}`;
  const span = { from: yearsOf(begin).from ?? 0, to: yearsOf(end).to ?? 0 };
  const years = Array.from({ length: span.to - span.from + 1 }, (_, at) => span.from + at);
  const isYears = begin.grain === 'year' && end.grain === 'year';
  const days: PastDays =
    begin.from === end.to
      ? { kind: 'at', date: begin.from }
      : { kind: 'window', window: { from: begin.from, to: end.to > today ? today : end.to, label } };
  return {
    years,
    span: isYears && years.length > 1 ? span : null,
    finerTime: isYears ? null : label,
    wanted: begin.from > today ? { days: { kind: 'coming', label } } : isYears ? { years: days } : { days },
  };
}

interface PriceBasis {
  readonly form?: Form | undefined;
  readonly currency?: Currency | undefined;
  readonly per?: MassUnit | undefined;
  readonly vat?: VatState | undefined;
}

/** The basis of a question's prices. */
export function basisSlots(
  { form, currency, per, vat }: PriceBasis,
  wanted: Partial<PriceWanted> = {},
): Pick<Question, 'wanted' | 'form' | 'perUnit' | 'currency'> {
  const target = {
    ...(currency !== undefined && { currency }),
    ...(per !== undefined && { mass: per }),
    ...(vat !== undefined && { vat }),
    ...(form === 'contained metal' && { form }),
  };
  return {
    wanted: { ...ANY_BASIS, ...wanted, form: form === 'contained metal' ? undefined : form, target },
    form: form === 'oxide' || form === 'metal' ? form : null,
    perUnit: MASS_UNITS.find((unit) => unit === per) ?? null,
    currency: currency === undefined || currency === 'USD' ? null : currency,
  };
}

/** @example inWords({ from: '2021', to: '2025' }) // ", 2021 to 2025" */
export function inWords({ from, to }: Times): string {
  if (from === undefined && to === undefined) return '';
  return `, ${from === to || to === undefined || from === undefined ? (from ?? to) : `${from} to ${to}`}`;
}
