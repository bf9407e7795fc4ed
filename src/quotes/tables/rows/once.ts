/** Metals and days that are named once over several rows, as merged cells are. */
import { ROW_FIELDS, type Fields, type RowField } from './row.ts';

/** What each row says of itself alone. */
const PER_ROW: ReadonlySet<RowField> = new Set(['date', 'price', 'low', 'high', 'estimated']);

/**
 * Fills what a row lacks from the row that named it, and gives what the next rows may be filled from.
 * @param once The fields that the table names once over several rows.
 */
export function fillFrom(own: Fields, last: Fields, once: readonly RowField[]): Fields {
  const lacks = (field: RowField) => once.includes(field) && own[field] === undefined;
  // A row that lacks both is a total, or nobody knows what.
  if (lacks('metal') && (lacks('date') || (own.date === undefined && last.date !== undefined))) return last;
  if (lacks('metal'))
    for (const field of ROW_FIELDS)
      if (!PER_ROW.has(field) && last[field] !== undefined) own[field] ??= last[field];
  if (lacks('date') && last.date !== undefined) own.date = last.date;
  return { ...own };
}
