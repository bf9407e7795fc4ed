/** What stands behind a price or its unit, and says more of it: "97.75 USD/kg (EXW)", "USD/lb Mo". */
import type { VatState } from '#src/domain/series/quote.ts';
import type { Material } from '#src/domain/series/material.ts';
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
const BEHIND_PRICE =
  /^(.{0,40}\d.{0,20}\/ ?(?:kg|t|mt|lb|lbs|g|oz|ozt|tonne|ton)|\S.{0,40} per (?:kg|t|mt|lb|g|tonne|ton))(?:\s*[,;]\s*|\s*\(|\s+)(\p{L}[^)]{1,60})\)?$/iu;

/** "USD/lb Mo", "USD/mtu WO3": by custom these goods are priced by what they hold, whatever their unit's words. */
const CONTAINED =
  /^(.*\p{L})\s+(?:of\s+)?(?:contained\s+)?(Mo|V|Cr|W|Nb|Mn|Si|Ti|Ta|[A-Z][a-z]?\d?O\d?)(?:\s+cont(?:ained|ent|\.)?)?$/u;
/** Priced by the oxide that they hold, or that they are. */
const BY_OXIDE: ReadonlySet<string | undefined> = new Set(['oxide', 'paratungstate', 'ore', 'concentrate']);

export function withoutContained(row: Row, { material, form }: Subject, materials: readonly Material[]): Row {
  const [, unit, symbol = ''] = CONTAINED.exec(String(row.unit ?? '')) ?? [];
  const isOxide = symbol.includes('O');
  // Of an oxide of other metals a price may be by its own mass, too.
  const isCustom = isOxide ? BY_OXIDE.has(form) : material.id === 'molybdenum' || form === 'alloy';
  return unit !== undefined && isCustom && readSubject(symbol, materials)?.material.id === material.id
    ? { ...row, unit }
    : row;
}

/** "included", "excl.", or a whole phrase. */
export function readVat(value: string): VatState | undefined {
  if (/vat|税|mwst/i.test(value)) return takeVat(value).value;
  return takeVat(`${value} VAT`).value ?? takeVat(`${value} MwSt`).value;
}
