/** Tables with fields above their heading, a line each, as programs write what was asked for: "Stichtag;20.11.2026" and "Währung;EUR" over rows. */
import { readPricePer } from '#src/domain/measure/units.ts';
import { readMoneyCell } from '#src/domain/reading/quotes/read-cell.ts';
import { withKnownUnits } from '#src/domain/reading/quotes/foreign-units.ts';
import { isAmount, timeIn } from '../cell-kinds.ts';
import { roleOf, takeRole } from '../columns/headings/heading-words.ts';
import { MADE } from '../times/title-times.ts';
import { isEmpty, textOf, type TableRecord } from '../sheets/sheet.ts';

/** So many such lines stand above a heading at most. */
const MOST_LINES = 20;
/** Over a column it would be how much there is. */
const WEIGHT = /^(?:weight|gewicht|poids|peso|masse|massa)$/iu;

/** The field and its value as one title; `undefined` where a line is none. */
function titleOf({ cells }: TableRecord, today: string): string | undefined {
  const [label, value, ...more] = cells.filter((cell) => !isEmpty(cell));
  if (typeof label !== 'string' || value === undefined || more.length > 0) return undefined;
  const bare = label.replace(/\s*[:：=]\s*$/u, '');
  const said = WEIGHT.test(bare) ? 'mass' : (roleOf(bare) ?? takeRole(bare).role);
  // When a report was made or is valid until says nothing of its prices.
  const role = said === 'date' && MADE.test(bare) ? undefined : said;
  const text = textOf(value);
  if (role === 'date') return timeIn(value, today) === undefined ? undefined : `${label}: ${text}`;
  if (role === 'currency') return readMoneyCell(text) === undefined ? undefined : `${label}: ${text}`;
  if (role !== 'unit' && role !== 'mass') return undefined;
  const { money, mass } = readPricePer(withKnownUnits(text));
  if (money === undefined && mass === undefined) return undefined;
  // A mass alone is a unit where it is called so.
  return money === undefined ? `per ${text.replace(/^(?:per|je|pro|\/)\s*/iu, '')}` : `${label}: ${text}`;
}

/** "Origin: any": a field that says nothing that is read, and no heading or row. */
const isPlainField = ({ cells }: TableRecord, today: string): boolean =>
  cells.every(
    (cell) =>
      typeof cell === 'string' &&
      roleOf(cell) === undefined &&
      !isAmount(cell, today) &&
      timeIn(cell, today) === undefined,
  );

/** The same with those lines as titles; `undefined` where there are none, or a row of more cells stands above them. */
export function saidAbove(
  records: readonly TableRecord[],
  today: string,
): readonly TableRecord[] | undefined {
  const made: TableRecord[] = [];
  let found = 0;
  for (const record of records.slice(0, MOST_LINES)) {
    const title = titleOf(record, today);
    const filled = record.cells.filter((cell) => !isEmpty(cell)).length;
    if (title === undefined && (filled > 2 || (filled > 1 && !isPlainField(record, today)))) break;
    found += title === undefined ? 0 : 1;
    made.push(title === undefined ? record : { ...record, cells: [title] });
  }
  const next = records[made.length];
  // Two columns all the way down are a table that stands on its side, or one of days.
  return found === 0 || next === undefined ? undefined : [...made, ...records.slice(made.length)];
}
