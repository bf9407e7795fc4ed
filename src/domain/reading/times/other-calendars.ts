/** Days of the calendars of Thailand, Taiwan and Iran, whose years no other calendar has now, as days of ours. */

/** Buddhist years are 543 ahead. */
const BUDDHIST =
  /^(\d{1,2}\s?[-/. ]\s?(?:\d{1,2}|\p{L}[\p{L}\p{M}.]{1,14})\s?[-/. ]\s?|\p{L}[\p{L}\p{M}.]{1,14}\s)(?:พ\.ศ\.\s?)?(25[3-9]\d)$|^(25[3-9]\d)([-/.]\d{1,2}(?:[-/.]\d{1,2})?)$/u;
const THAI_MONTHS: readonly (readonly [RegExp, string])[] = [
  [/ม\.?ค\.?|มกราคม/u, 'Jan'],
  [/ก\.?พ\.?|กุมภาพันธ์/u, 'Feb'],
  [/มี\.?ค\.?|มีนาคม/u, 'Mar'],
  [/เม\.?ย\.?|เมษายน/u, 'Apr'],
  [/พ\.?ค\.?|พฤษภาคม/u, 'May'],
  [/มิ\.?ย\.?|มิถุนายน/u, 'Jun'],
  [/ก\.?ค\.?|กรกฎาคม/u, 'Jul'],
  [/ส\.?ค\.?|สิงหาคม/u, 'Aug'],
  [/ก\.?ย\.?|กันยายน/u, 'Sep'],
  [/ต\.?ค\.?|ตุลาคม/u, 'Oct'],
  [/พ\.?ย\.?|พฤศจิกายน/u, 'Nov'],
  [/ธ\.?ค\.?|ธันวาคม/u, 'Dec'],
];
/** "115年11月", of the republic: no other years before that sign have three digits. */
const REPUBLIC = /^(1[0-2]\d)年(?=\d{1,2}月)/u;
/** Solar years of Iran; the lunar ones of its neighbours are past 1440. */
const SOLAR = /^(13[89]\d|14[0-3]\d)([-/])(\d{1,2})\2(\d{1,2})$/u;

/** @example inOurCalendar('16/11/2569') // "16/11/2026" */
export function inOurCalendar(text: string): string {
  const solar = SOLAR.exec(text);
  if (solar !== null) return ofSolar(Number(solar[1]), Number(solar[3]), Number(solar[4])) ?? text;
  const buddhist = BUDDHIST.exec(text);
  if (buddhist !== null) {
    const [, before = '', year, first, behind = ''] = buddhist;
    const named = THAI_MONTHS.find(([pattern]) => pattern.test(before));
    const start = named === undefined ? before : before.replace(/\p{L}[\p{L}\p{M}.]*/u, named[1]);
    return year === undefined ? `${Number(first) - 543}${behind}` : `${start}${Number(year) - 543}`;
  }
  return text.replace(REPUBLIC, (_, year: string) => `${Number(year) + 1911}年`);
}

const DAY = 86_400_000;
const solarDay = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

/** The day by the calendar itself, sought around where it must be: six months of 31 days, and then of 30. */
function ofSolar(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const about = Date.UTC(year + 621, 2, 21) + ((month - 1) * 31 - Math.max(0, month - 7) + day - 1) * DAY;
  const found = [-2, -1, 0, 1, 2]
    .map((shift) => about + shift * DAY)
    .find((at) => {
      const parts = new Map(
        solarDay.formatToParts(at).map(({ type, value }) => [type, Number.parseInt(value, 10)]),
      );
      return parts.get('year') === year && parts.get('month') === month && parts.get('day') === day;
    });
  return found === undefined ? undefined : new Date(found).toISOString().slice(0, 10);
}
