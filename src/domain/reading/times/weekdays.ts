/** Days of the week in the languages that tables come in, before or behind a date or in a column of their own. */

/** From Sunday, as dates count them. Short ones that are months or anything else too count only beside a date. */
const NAMES: readonly string[] = [
  'sunday sun sonntag so dimanche dim domingo dom domenica zondag zo niedziela niedz nd воскресенье вс 周日 星期日 星期天 礼拜日 日曜日 일요일 日 일 søndag söndag pazar',
  'monday mon montag mo lundi lun lunes lunedì segunda segunda-feira seg maandag ma poniedziałek pon pn понедельник пн 周一 星期一 礼拜一 週一 月曜日 월요일 月 월 mandag måndag pazartesi',
  'tuesday tues tue dienstag di mardi mar martes martedì terça terça-feira ter dinsdag wtorek wt вторник вт 周二 星期二 礼拜二 週二 火曜日 화요일 火 화 tirsdag tisdag salı',
  'wednesday wed mittwoch mi mercredi mer miércoles mié mie mercoledì quarta quarta-feira qua woensdag wo środa śr среда ср 周三 星期三 礼拜三 週三 水曜日 수요일 水 수 onsdag çarşamba',
  'thursday thurs thur thu donnerstag do jeudi jeu jueves jue giovedì gio quinta quinta-feira qui donderdag czwartek czw cz четверг чт 周四 星期四 礼拜四 週四 木曜日 목요일 木 목 torsdag perşembe',
  'friday fri freitag fr vendredi ven viernes vie venerdì sexta sexta-feira sex vrijdag vr piątek pt пятница пт 周五 星期五 礼拜五 週五 金曜日 금요일 金 금 fredag cuma',
  'saturday sat samstag sonnabend sa samedi sam sábado sáb sab sabato zaterdag za sobota sob суббота сб 周六 星期六 礼拜六 週六 土曜日 토요일 土 토 lørdag lördag cumartesi',
];
const BY_NAME: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, day) => names.split(' ').map((name) => [name, day] as const)),
);

const numbered = (word: string): number | undefined =>
  BY_NAME.get(word.normalize('NFC').toLowerCase().replace(/\.$/u, ''));

/** 0 for Sunday to 6; `undefined` for what is no such day. @example weekdayNamed('Do.') // 4 */
export const weekdayNamed = (text: string): number | undefined =>
  numbered(text.trim().replaceAll(/^[(（]|[)）]$/gu, ''));

/** The day of the week of a date, from 0 for Sunday. */
export const weekdayAt = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();

interface Dated {
  readonly weekday: number | undefined;
  readonly rest: string;
}

/** What follows must say a day of a month: "Mar. 5, 2026" is no Tuesday. */
const BEFORE =
  /^(\p{L}{1,13}(?:-feira)?)(?:\.,?|,)?\s{0,3}(?=\d{1,2}[./-]\s?\d{1,2}[./-]|\d{4}[-/.年]|\d{1,2}\.?\s{0,2}(?:de\s)?\p{L}{3}|\d{1,2}月)/u;
const BEHIND =
  /(?<=\d\s?|日)\s{0,2}(?:[(（[]\s?(\p{L}{1,13})\.?\s?[)）\]]|,?\s(\p{L}{2,13})\.?|((?:星期|礼拜|[周週])[一二三四五六日天]))$/u;

/** Takes the day of the week from a date. @example takeWeekday('Do, 05.03.2026') // { weekday: 4, rest: '05.03.2026' } */
export function takeWeekday(text: string): Dated {
  const before = BEFORE.exec(text);
  const first = before === null ? undefined : numbered(before[1] ?? '');
  if (before !== null && first !== undefined) return { weekday: first, rest: text.slice(before[0].length) };
  const behind = BEHIND.exec(text);
  const last = behind === null ? undefined : numbered(behind[1] ?? behind[2] ?? behind[3] ?? '');
  // Of "5 Mar" the rest is no date.
  return behind !== null && last !== undefined && /\d\D+\d/u.test(text.slice(0, behind.index))
    ? { weekday: last, rest: text.slice(0, behind.index) }
    : { weekday: undefined, rest: text };
}
