/** What a workbook's number formats say that its cells do not: a unit behind each number, and that a date stands for its month or year. */
import { takeUnit } from '#src/domain/reading/quotes/take-unit.ts';

/** Yuan and yen, by where their sign is that of the money. */
const BY_PLACE: Readonly<Record<string, string>> = { '804': 'CNY', '411': 'JPY' };
const LITERAL = /"([^"]*)"|\[\$([^\]-]*)(?:-([0-9A-F]{2,8}))?\]|\\(.)|([€£¥￥$₹])|([ /])/giu;

/** All that a format prints beside the digits. @example literalsIn('#,##0.00" USD/kg"') // " USD/kg" */
function literalsIn(format: string): string {
  const [positive = ''] = format.split(';');
  return [...positive.matchAll(LITERAL)]
    .map(([, quoted, money, place = '', escaped, sign, mark]) => {
      const shown = quoted ?? money ?? escaped ?? sign ?? mark ?? '';
      return /[¥￥]/u.test(shown) ? (BY_PLACE[place.slice(-3)] ?? shown) : shown;
    })
    .join('');
}

/** @example unitOfFormat('#,##0.00\\ "EUR/t"') // "EUR/t"; "%" of shares, and `undefined` of plain numbers */
export function unitOfFormat(format: string | undefined): string | undefined {
  if (format === undefined || /^general$/i.test(format)) return undefined;
  if (/%/.test(format.replaceAll(/"[^"]*"/g, ''))) return '%';
  const text = literalsIn(format).trim();
  if (text === '') return undefined;
  // In brackets a sign of money counts alone.
  const { value, rest } = takeUnit(/^[€£$₹]$|^[A-Z]{3}$/u.test(text) ? `(${text})` : text);
  return value !== undefined && !/[\p{L}\p{N}]/u.test(rest) ? value : undefined;
}

/** A date as its format shows it: "2026-03" where it shows no day, and "2026" where no month either. */
export function shownDate(date: string, format: string | undefined): string {
  const parts = (format ?? 'd').replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase();
  if (/[dh]/.test(parts) || !/y/.test(parts)) return date;
  return parts.includes('m') ? date.slice(0, 7) : date.slice(0, 4);
}
