/** Reads a text that is to be one day, as a cell of a table or a part of a line is. */
import { addDays, shorten } from './days.ts';
import { DAY_FORMS } from './day-forms.ts';
import { type DateOrder } from './time-form.ts';

export type { DateOrder };
export type ReadDate =
  { readonly ok: true; readonly date: string } | { readonly ok: false; readonly reason: string };

/** Spreadsheets count days from here, and show the count where a cell is not formatted as a date. */
const SERIAL_ZERO = '1899-12-30';
const SERIAL = /^[3-6]\d{4}$/;
const LONGEST = 60;
const WHOLE = DAY_FORMS.map(({ pattern, read }) => ({ pattern: new RegExp(`^(?:${pattern})$`, 'iu'), read }));

/**
 * Without a year it is the last such day that is not after `today`.
 * @param order Which of day and month comes first in "03/04/2026"; a point between them means the day does. Without it,
 *   a date that could be either is refused.
 * @example readDate('20 Nov', '2026-11-23') // { ok: true, date: '2026-11-20' }
 */
export function readDate(text: string, today: string, order?: DateOrder): ReadDate {
  const plain = text.trim();
  if (/^today$/i.test(plain)) return { ok: true, date: today };
  if (/^yesterday$/i.test(plain)) return { ok: true, date: addDays(today, -1) };
  if (SERIAL.test(plain)) return { ok: true, date: addDays(SERIAL_ZERO, Number(plain)) };
  let reason: string | undefined;
  for (const { pattern, read } of plain.length > LONGEST ? [] : WHOLE) {
    const match = pattern.exec(plain);
    const said =
      match === null ? undefined : read(match.groups ?? {}, today, plain, { order, before: '', after: '' });
    if (said?.kind === 'unread') reason ??= said.reason;
    const found = said?.kind === 'days' ? said.of() : undefined;
    if (found !== undefined && found.from === found.to) return { ok: true, date: found.from };
  }
  return { ok: false, reason: reason ?? `“${shorten(plain)}” is not a date` };
}
