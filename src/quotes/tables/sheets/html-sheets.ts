/** The tables of a page of HTML, as programs save one under the name of a workbook (.xls): each is a sheet. */
import { fromHtml } from 'hucre';
import { FeedError } from '#src/quotes/feeds/feed.ts';
import { checkCells } from '#src/quotes/feeds/limits.ts';
import { filledDown } from './merged-cells.ts';
import { struck, withoutStruck } from './struck.ts';
import type { Cell, Sheet, TableRecord } from './sheet.ts';

const TABLE = /<table[\s>].*?<\/table\s*>/gisu;
const CELL = /<t[dh][\s>]/giu;
const RAISED: Readonly<Record<string, string>> = {
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
};
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ntilde: 'ñ',
  oacute: 'ó',
  iacute: 'í',
  ndash: '–',
  mdash: '—',
  minus: '−',
  thinsp: '\u2009',
  ge: '≥',
  sup1: '¹',
  sup2: '²',
  sup3: '³',
  dagger: '†',
  rsquo: '’',
};

/** @throws FeedError where it has no table, or is too much */
export function htmlSheets(html: string): readonly Sheet[] {
  checkCells(html.match(CELL)?.length ?? 0, 'cells');
  const tables = [...html.matchAll(TABLE)].map(([table], i, all) => {
    const before = all[i - 1];
    const from = before === undefined ? 0 : before.index + before[0].length;
    return {
      ...fromHtml(plain(table), { typeInference: false }),
      titles: titlesIn(html.slice(from, all[i]?.index)),
      notes: notesIn(
        html.slice((all[i]?.index ?? 0) + table.length, all[i + 1]?.index),
        i === all.length - 1,
      ),
    };
  });
  const sheets = tables.filter(({ rows }) => rows.length > 1 && rows.some((row) => row.length > 1));
  if (sheets.length === 0) throw new FeedError('it is a web page, not a table');
  return sheets.map(({ rows, merges, titles, notes }) => ({
    records: recordsOf(titles, filledDown(rows, merges), notes),
  }));
}

/** How much of a page stands above its table: further off it speaks of something else. */
const ABOVE = 1500;
const MOST_TITLES = 4;
const TITLE = /<(h[1-6]|p|caption|strong|b)[\s>][^<]{0,200}/giu;

/** Headings and lines right above a table. */
const titlesIn = (html: string): readonly string[] => linesIn(html.slice(-ABOVE), TITLE).slice(-MOST_TITLES);

const NOTE = /<(p|small|div|li|span|em|i|address|footer)[\s>][^<]{0,300}/giu;
const OWN_NOTE = /^(?:\*|†|‡|[¹²³]|\(?\d\)|notes?|remarks?|hinweis|anmerkung|nota|注|备注|说明|примечание)/iu;

/** Lines right below a table; before another one only those that say that they are its notes. */
const notesIn = (html: string, isLast: boolean): readonly string[] =>
  linesIn(html.slice(0, ABOVE), NOTE)
    .slice(0, MOST_TITLES)
    .filter((text) => isLast || OWN_NOTE.test(text));

const linesIn = (html: string, pattern: RegExp): readonly string[] =>
  (plain(html).match(pattern) ?? [])
    .map((text) =>
      text
        .replace(/^<[^>]*>/u, '')
        .replaceAll(/\s+/gu, ' ')
        .trim(),
    )
    .filter((text) => text !== '');

/** The number that a program has kept beside what it shows: sdval="11.02" of "11,020". */
const STORED =
  /(<t[dh]\s[^<>]{0,400}?(?:sdval|x:num)="(-?\d{1,15}(?:\.\d{1,15})?)"[^<>]{0,400}>)\s{0,3}([^<]{1,40})(?=<\/t[dh])/giu;
/** No text has it. */
const NUMBER_MARK = '\uE0F0';
/** A date, a share or money is read as it is shown. */
const isShownNumber = (shown: string): boolean => /^-?\d[\d.,'’\s\u00a0]*$/u.test(shown.trim());

/** What a browser does not show: rows, cells and parts of them. */
const HIDDEN =
  /<(tr|td|th|span|div)(?=[^<>]{0,400}(?:\sstyle="[^"]{0,300}display:\s?none|\shidden(?=[\s=>])))[^<>]{0,400}>.*?<\/\1\s*>/gisu;
/** A whole cell that is struck out by its style. */
const STRUCK_CELL = /(<t[dh](?=[^<>]{0,400}line-through)[^<>]{0,400}>)([^<]{1,100})(?=<\/t[dh])/giu;
const STRUCK = /<(s|del|strike)(?:\s[^<>]{0,200})?>([^<]{1,100})<\/\1\s*>/giu;
const STRUCK_SPAN = /<(span|font)(?=[^<>]{0,400}line-through)[^<>]{0,400}>([^<]{1,100})<\/\1\s*>/giu;

/** A raised figure is the mark of a footnote, and no digit of the number before it. */
const plain = (html: string): string =>
  html
    .replaceAll(/<!--.*?-->/gsu, '')
    .replaceAll(HIDDEN, '')
    .replaceAll(STRUCK_CELL, (_, start: string, text: string) => `${start}${struck(text)}`)
    .replaceAll(STRUCK, (_, _tag: string, text: string) => struck(text))
    .replaceAll(STRUCK_SPAN, (_, _tag: string, text: string) => struck(text))
    .replaceAll(STORED, (cell, start: string, value: string, shown: string) =>
      isShownNumber(shown) ? `${start}${NUMBER_MARK}${value}` : cell,
    )
    .replaceAll(/<br\s*\/?>/giu, ' ')
    .replaceAll(/<sup[^>]*>\s*([^<]*?)\s*<\/sup\s*>/giu, (_, text: string) =>
      /^\d{1,2}$/.test(text)
        ? text.replaceAll(/\d/g, (digit) => RAISED[digit] ?? digit)
        : text === ''
          ? ''
          : ` ${text}`,
    )
    .replaceAll(/&(\w{2,6});/gu, (entity, name: string) => ENTITIES[name] ?? entity);

const storedOr = (cell: string): Cell =>
  cell.startsWith(NUMBER_MARK) ? Number(cell.slice(NUMBER_MARK.length)) : cell;

async function* recordsOf(
  titles: readonly string[],
  rows: readonly (readonly unknown[])[],
  notes: readonly string[],
): AsyncGenerator<TableRecord> {
  for (const title of titles) yield { line: 0, cells: [title] };
  for (const [at, row] of rows.entries()) {
    const cells = row.map((cell) => (typeof cell === 'string' ? storedOr(withoutStruck(cell.trim())) : ''));
    if (cells.some((cell) => cell !== '')) yield { line: at + 1, cells };
  }
  for (const note of notes) yield { line: rows.length + 1, cells: [note] };
}
