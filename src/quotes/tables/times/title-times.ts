/** Days, spans, months and years that titles and notes say of the prices below them. */
import { readPeriodCell } from '#src/domain/reading/times/read-period.ts';
import { withPlainYear } from '#src/domain/reading/times/written-periods.ts';
import { inOrder, type orderIn } from './day-order.ts';
import { withEnglishMonths } from '#src/domain/reading/times/month-names.ts';
import { timeIn } from '../cell-kinds.ts';
import { roleOf } from '../columns/headings/heading-words.ts';

export const DATE_IN =
  /(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|(?<![\p{L}\d.,-])20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\d.,-])|(?<![\d.,/-])\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})(?![\d/-]|[.,]\d)|\d{1,2}[-./]\p{L}{3,10}[-./](?:\d{4}|\d{2})(?!\d)|\d{1,2}(?:\.|st|nd|rd|th)? (?:of |de )?\p{L}{3,12}\.?,? (?:del? )?\d{4}|\p{L}{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})/gu;

/** A month, quarter or week in a line that speaks of prices. */
const SPAN_IN =
  /(?<!\p{L})(?:\p{L}{3,10}(?:\.? (?:del? )?|\.?\s?[/,-]\s?)(?:19|20)\d\d(?!\d)|(?:Q[1-4]|[1-4]\. Quartal|(?:KW|week|W|semaine|semana|settimana|hafta|uge|vecka|tydzień|неделя|тиждень) ?\d{1,2},?)[ /-]{1,3}(?:19|20)\d\d(?!\d))|(?:19|20)\d\d(?:年\d{1,2}月(?!\d{1,2}日)|年第\d{1,2}[周週]|[-/](?:0[1-9]|1[0-2])(?![-/\d]))/giu;

/** "2025 annual average prices", "Jahresdurchschnitt 2025". */
const OF_YEAR =
  /^(?=[^\d]{0,80}((?:19|20)\d\d)(?!\d|[-/.]\d|年\d)[^\d]{0,80}$).*(?:(?:annual|yearly) (?:averages?|means?|prices?)|jahres(?:durchschnitt|mittel|preise?)|moyennes? annuelles?|promedios? anual(?:es)?|medi[ae] annua(?:l[ei])?|médias? anua(?:l|is)|среднегодов|年均价|年平均|연평균)/iu;

export const OF_PRICES =
  /(?<!\p{L})(?:price|average|mean|quotation|quote|prix|cours|precio|prezz|cotiz|cotaç|quotaz|preço|cen[ay]|notow|prijs|цен|цін|котиров|fiyat|hinta|harga|kotac|noteer|priser|prislist)\p{L}{0,6}(?!\p{L})|preis|durchschnitt|monatsmittel|kurse?(?!\p{L})|[均月]价|价格|报价|価格|相場|가격|시세/iu;

/** Years that are not those of the prices. */
const OTHER_YEAR =
  /©|(?<!\p{L})(?:copyright|bas(?:e|is|ed)|index|ind(?:ex|ice)|established|founded|since|seit|gegründet|depuis|desde|dal|fiscal|compared|vs|version|rev(?:ision)?)(?!\p{L})|版权|基期|指数|成立/iu;

const YEAR_IN = /(?<![\d=./-])(?:19|20)\d\d(?![\d=-])/gu;

/** "47/2026", "11/2026": the year of a week or a month. */
const OF_PART = /(?<![\d./-])(\d{1,2})\/(?=(?:19|20)\d\d(?![\d/-]))/gu;

export const yearsIn = (titles: readonly string[]) =>
  new Set(titles.flatMap((title) => title.replaceAll(OF_PART, '$1 ').match(YEAR_IN) ?? []));

/** A week or a month that a title is of. */
const OF_WEEK =
  /(?<!\p{L})(?:week|weekly|kw|woche|semaine|semana|settimana|hebdo|month|monat|mois|mes|mese|неделя|tydzień)(?!\p{L})|[周週]/iu;

/** The only year in titles, where one of them speaks of prices, a week or a month, and of that year's. */
export function dayYearIn(titles: readonly string[]): string | undefined {
  const ofPrices = yearsIn(
    titles.filter((title) => (OF_PRICES.test(title) || OF_WEEK.test(title)) && !OTHER_YEAR.test(title)),
  );
  const [year] = ofPrices;
  return yearsIn(titles).size === 1 && ofPrices.size === 1 ? year : undefined;
}

/** When it was made is not what it is of. */
export const MADE =
  /(?<!\p{L})(?:run date|run on|updated|(?<!(?:market|price|prices|metals?|weekly|daily|morning) )update|printed|generated|created|erstellt|published|issued|download(?:ed)?|retrieved|accessed|next|valid|gültig)(?!\p{L})|更新(?!日期)/iu;

export const monthsIn = (title: string, today: string): readonly string[] =>
  MADE.test(title)
    ? []
    : (withEnglishMonths(title).match(SPAN_IN) ?? []).flatMap((text) => {
        const found = timeIn(text, today);
        return found?.grain === 'month' ? [found.from.slice(0, 7)] : [];
      });

const MOST_TITLE_WORDS = 9;
const LABELLED = /^\s*([^:：]{1,30}?)\s*[:：]\s*(.{4,30}?)\s*$/u;

/** @param isLoose Whether a short title need not speak of prices. */
export function spansIn(title: string, today: string, isLoose = false): readonly string[] {
  if (MADE.test(title)) return [];
  // "KW 12/2026" says nothing else, and "Month: October 2026" no more.
  const [, label = '', said = ''] = LABELLED.exec(title) ?? [];
  const text = said !== '' && roleOf(label) === 'date' ? said : title;
  const whole = timeIn(text, today);
  if (whole !== undefined && whole.grain !== 'day' && whole.grain !== 'span' && whole.grain !== 'year')
    return [text];
  const [, year] = OF_YEAR.exec(title) ?? [];
  if (year !== undefined) return [year];
  // A longer line that does not speak of prices may speak of anything.
  const isShort = isLoose && title.trim().split(/\s+/u).length <= MOST_TITLE_WORDS;
  if (!OF_PRICES.test(title) && !isShort) return [];
  return (withEnglishMonths(title).match(SPAN_IN) ?? []).filter((span) => {
    const found = timeIn(span, today);
    return found !== undefined && found.grain !== 'day' && found.grain !== 'span';
  });
}

/** Of other days than that of the prices. */
const OTHER_DAY =
  /(?<!\p{L})(?:since|from|until|till|before|after|last|compared|vs|effective|ab|bis|seit|vor|nach|depuis|jusqu\p{L}*|desde|hasta|dal|fino|até|od|do|с|до)(?!\p{L})|自|至/iu;

/** The days of a line that speaks of prices, where they are those of its prices. */
export const pricedDaysIn = (
  line: string,
  ...more: readonly [string, ReturnType<typeof orderIn>]
): readonly string[] => (OF_PRICES.test(line) && !OTHER_DAY.test(line) ? datesIn(line, ...more) : []);

/** @param order Which of day, month and year comes first in all such dates of the titles; what may be two days is left out. */
export function datesIn(title: string, today: string, order: ReturnType<typeof orderIn>): readonly string[] {
  const line = withEnglishMonths(withPlainYear(title));
  return [...line.matchAll(DATE_IN)].flatMap(({ 0: found, index }) => {
    // "20 Nov 2026, valid 7 days": what stands behind a day is not said of it.
    if (MADE.test(line.slice(0, index))) return [];
    const text = found.replace(/(?<=\d)(?:st|nd|rd|th)(?: of)?(?= )|(?<=\d)(?:st|nd|rd|th)(?=,)/u, '');
    const read = readPeriodCell(inOrder(text, order, today), today, {
      order: order === 'ymd' ? undefined : order,
      shortMonths: true,
    });
    return read.ok && read.period.grain === 'day' ? [read.period.from] : [];
  });
}
