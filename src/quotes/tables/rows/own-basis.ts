/** What stands behind a price or its unit, and says more of it: "97.75 USD/kg (EXW)", "USD/lb Mo". */
import type { Terms, VatState } from '#src/domain/series/quote.ts';
import type { Material } from '#src/domain/series/material.ts';
import { MASS_NAME, readPricePer } from '#src/domain/measure/units.ts';
import { withKnownUnits } from '#src/domain/reading/quotes/foreign-units.ts';
import { takeSpecs } from '#src/domain/reading/quotes/take-specs.ts';
import { takeUnit } from '#src/domain/reading/quotes/take-unit.ts';
import { readTerms, takePlace, takeTerms, takeVat } from '#src/domain/reading/quotes/read-basis.ts';
import { readSubject, type Subject } from '#src/domain/reading/quotes/read-subject.ts';
import { agreed, text, type Row, type RowField } from './row.ts';

const PRICE_FIELDS = ['price', 'low', 'high'] as const;

/** "97.75 USD/kg (EXW)", "72 USD/kg FOB China, excl. VAT": what stands behind a price says more of it. */
export function withOwnBasis(row: Row): Row {
  const prices = PRICE_FIELDS.flatMap((field) => {
    const value = row[field];
    const match = typeof value === 'string' ? BEHIND_PRICE.exec(value) : null;
    return match === null ? [] : [{ field, price: match[1] ?? '', words: match[2] ?? '' }];
  });
  const read = prices.map((one) => {
    const vat = takeVat(one.words);
    const terms = takeTerms(vat.rest);
    const place = takePlace(terms.rest);
    return { ...one, vat: vat.value, terms: terms.value, place: place.value, rest: place.rest };
  });
  const [first] = read;
  if (first === undefined || read.some(({ rest }) => /[\p{L}\p{N}%]/u.test(rest))) return row;
  const own: Partial<Record<RowField, string>> = Object.fromEntries(
    read.map(({ field, price }) => [field, price]),
  );
  for (const field of ['vat', 'terms', 'place'] as const) {
    const found = agreed(field, first[field], read.at(-1)?.[field]);
    if (found === undefined) continue;
    const beside =
      field === 'place' || row[field] === undefined
        ? row[field]
        : field === 'vat'
          ? readVat(text(row, field))
          : readTerms(text(row, field));
    agreed(field, found, beside === undefined ? undefined : String(beside));
    own[field] = found;
  }
  return { ...row, ...own };
}

/** A whole unit, and words behind it. */
const BEHIND_PRICE = new RegExp(
  `^(.{0,40}\\d.{0,20}\\/ ?${MASS_NAME}|\\S.{0,40} per ${MASS_NAME})(?:\\s*[,;]\\s*|\\s*\\(|\\s+)(\\p{L}[^)]{1,60})\\)?$`,
  'iu',
);

/** "USD/lb Mo", "USD/mtu WO3": by custom these goods are priced by what they hold, whatever their unit's words. */
const CONTAINED =
  /^(.*\p{L})\s+(?:of\s+)?(?:contained\s+)?(Mo|V|Cr|W|Nb|Mn|Si|Ti|Ta|MO|CR|NB|MN|SI|TI|TA|[A-Z][a-z]?\d?O\d?)(?:\s+(?:cont(?:ained|ent|\.)?|CONT(?:AINED|\.)?))?$/u;
/** A contained mass of whatever the row is of. */
const ONLY_CONTAINED = /^(.*\p{L})\s+(?:contained|cont\.?)$/iu;
/** Priced by the oxide that they hold, or that they are. */
const BY_OXIDE: ReadonlySet<string | undefined> = new Set(['oxide', 'paratungstate', 'ore', 'concentrate']);

export function withoutContained(row: Row, { material, form }: Subject, materials: readonly Material[]): Row {
  const plain: Partial<Record<RowField, string>> = {};
  for (const field of ['unit', ...PRICE_FIELDS] as const) {
    const value = row[field];
    const [, unit, written = ''] = typeof value === 'string' ? (CONTAINED.exec(value) ?? []) : [];
    const symbol = written.replace(
      /^([A-Z])([A-Z])$/u,
      (_, first: string, second: string) => first + second.toLowerCase(),
    );
    const isOxide = symbol.includes('O');
    // Of an oxide of other metals a price may be by its own mass, too.
    const isCustom = isOxide ? BY_OXIDE.has(form) : material.id === 'molybdenum' || form === 'alloy';
    if (unit !== undefined && isCustom && readSubject(symbol, materials)?.material.id === material.id)
      plain[field] = unit;
    const [, contained] =
      typeof value === 'string' && unit === undefined ? (ONLY_CONTAINED.exec(value) ?? []) : [];
    if (contained !== undefined && (form === 'alloy' || material.id === 'molybdenum'))
      plain[field] = contained;
  }
  return { ...row, ...plain };
}

/** "USD per kg V, DDP W. Europe": the unit, and the basis that stands behind it. */
export function withBasisOfUnit(row: Row): Row {
  if (typeof row.unit !== 'string' || row.unit.length > LONGEST_BASIS) return row;
  const { value, rest } = takeUnit(row.unit);
  const { money, mass } = readPricePer(withKnownUnits(value ?? ''));
  if (value === undefined || money === undefined || mass === undefined) return row;
  const basis = basisIn(rest);
  if (basis === undefined || (basis.terms ?? basis.place ?? basis.vat) === undefined) return row;
  const { symbol } = basis;
  return {
    ...row,
    ...Object.fromEntries(
      (['terms', 'place', 'vat'] as const).flatMap((field) =>
        basis[field] === undefined || row[field] !== undefined ? [] : [[field, basis[field]]],
      ),
    ),
    unit: symbol === '' ? value : `${value} ${symbol}`,
  };
}

/** "5N, FOB China" below “Grade”: what it says of the basis holds for its row, whatever titles say of all. */
export function basisOfGrade({ purity, terms, place }: Row): Row {
  if (typeof purity !== 'string' || terms !== undefined || place !== undefined) return {};
  const [grade = '', ...others] = purity.split(/[,;]\s/u);
  const own = others.length === 0 ? undefined : basisIn(others.join(', '));
  return own?.terms === undefined ? {} : { purity: grade.trim(), terms: own.terms, place: own.place ?? '' };
}

const LONGEST_BASIS = 80;
/** Of what a unit counts, right behind it. */
const OF_WHAT =
  /^\W{0,4}(?:of |contained )?([A-Z][a-z]?(?:\d?O\d?)?)(?= cont|[\s,;()]|$)(?: cont(?:ained|ent|\.)?)?/u;

interface BasisBeside {
  readonly symbol: string;
  readonly vat: VatState | undefined;
  readonly terms: Terms | undefined;
  readonly place: string | undefined;
}

/** What stands beside a unit, where all of it says the basis of the price. */
export function basisIn(words: string): BasisBeside | undefined {
  const symbol = OF_WHAT.exec(words);
  const vat = takeVat(symbol === null ? words : words.slice(symbol[0].length));
  const terms = takeTerms(vat.rest);
  const { site, rest } = takeSpecs(terms.rest);
  const place = takePlace(rest);
  return /[\p{L}\p{N}%]/u.test(place.rest)
    ? undefined
    : {
        symbol: symbol?.[1] ?? '',
        vat: vat.value,
        terms: terms.value,
        place: [site, place.value ?? ''].filter((part) => part !== '').join(' ') || undefined,
      };
}

/** "included", "excl.", or a whole phrase. */
export function readVat(value: string): VatState | undefined {
  if (/vat|税|mwst/i.test(value)) return takeVat(value).value;
  return takeVat(`${value} VAT`).value ?? takeVat(`${value} MwSt`).value;
}
