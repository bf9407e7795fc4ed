/** Mails and chats as tables: lines that say a price and of what, each as a row, below the lines that stand above the first of them. */
import { doubtsMoney } from '#src/quotes/tables/doubted-money.ts';
import { DATE_IN } from '#src/quotes/tables/times/title-times.ts';
import words from './line-words.json' with { type: 'json' };
import { beginsUnread, hasMoney, readPricedLine, type PricedLine } from './priced-line.ts';
import type { TableRecord } from '../sheet.ts';

/** Longer texts are no mails. */
const MOST_LINES = 400;
const LONGEST_LINE = 300;
/** Of a chat that was saved: "[20/11/2026, 09:14] Raj: …", "20.11.26, 09:14 - Raj: …". */
const STAMP =
  /^\[?(?<date>\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}),?\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?\]?(?:\s[-–])?\s(?:[^:]{1,40}:\s)?(?<text>.*)$/iu;
/** Chats write the year behind day and month. */
const SHORT_YEAR = /^(\d{1,2}[-/.]\d{1,2}[-/.])(\d\d)$/u;
/** "1565/kg": a price, though its money is said elsewhere. */
const PER_MASS = /\d\s?\/\s?(?:kg|t|mt|lb|g|oz)(?!\p{L})/iu;
const SENT = new RegExp(`^(?:${words.sent})\\s*[:：]`, 'iu');
const HISTORY = new RegExp(`^\\s*(?:${words.history})`, 'iu');
const MAIL_FIELD =
  /^(?:from|to|cc|bcc|reply-to|von|an|de|à|para|da|a|от|кому|发件人|收件人|抄送|差出人|宛先)\s*[:：]/iu;
const HEADING = ['Product', 'Price', 'Unit'] as const;

interface Line {
  readonly line: number;
  readonly text: string;
  readonly date: string | undefined;
}

/**
 * @param text A whole text. @param isName Whether a text is the name of a metal and nothing else.
 * @returns `undefined` where no line says a price of one
 */
export function textLines(
  text: string,
  isName: (text: string) => boolean,
): readonly TableRecord[] | undefined {
  const all = text.split(/\r\n|\n|\r/u);
  if (all.length > MOST_LINES) return undefined;
  const lines = plainLines(all);
  const priced = new Map<Line, PricedLine>();
  for (const line of lines) {
    const read = line.text.length > LONGEST_LINE ? undefined : readPricedLine(line.text, isName);
    if (read !== undefined) priced.set(line, read);
  }
  if (![...priced.values()].some(({ name }) => isName(name))) return undefined;
  const first = lines.findIndex((line) => priced.has(line) || beginsUnread(line.text, isName));
  const hasDates = lines.some(({ date }) => date !== undefined);
  const above = titlesOf(lines.slice(0, first));
  const heading: TableRecord = {
    line: lines[first]?.line ?? 0,
    cells: hasDates ? [...HEADING, 'Date'] : HEADING,
  };
  const below = lines.slice(first).map((line): TableRecord => {
    const read = priced.get(line);
    // A line with money in it that is not understood is no note: its row says so.
    if (read === undefined)
      return {
        line: line.line,
        cells: hasMoney(line.text) || PER_MASS.test(line.text) ? [line.text, '?', ''] : [line.text],
      };
    const cells = [read.name, read.price, read.unit];
    return { line: line.line, cells: hasDates ? [...cells, line.date ?? ''] : cells };
  });
  return [...above.map(({ line, text: title }) => ({ line, cells: [title] })), heading, ...below];
}

/** Without marks of stress and lists, each with the day of its message, up to where an older mail is repeated. */
function plainLines(all: readonly string[]): readonly Line[] {
  const lines: Line[] = [];
  let date: string | undefined;
  for (const [at, given] of all.entries()) {
    if (HISTORY.test(given)) {
      // What is forwarded stands below it; what is answered stood above.
      if (lines.some(({ text }) => /\d.*\/|\d.*\bper\b/u.test(text) && !MAIL_FIELD.test(text))) break;
      continue;
    }
    const stamped = STAMP.exec(given.trim())?.groups;
    date = stamped?.['date']?.replace(SHORT_YEAR, '$120$2') ?? date;
    const text = plain(stamped?.['text'] ?? given);
    if (text !== '') lines.push({ line: at + 1, text, date });
  }
  return lines;
}

const plain = (text: string): string =>
  text
    .replaceAll(/[\u200b\u200e\u200f\ufeff]/gu, '')
    .trim()
    .replace(/^(?:[>*•·▪►✓–—]|-(?=\s))\s*/u, '')
    .replaceAll(/(?<![\p{L}\d])([*_~]{1,2})(?=\S)([^*_~]+)\1(?![\p{L}\d])/gu, '$2')
    .replace(/\s*[|]\s*$/u, '')
    .trim();

const hasDay = (text: string): boolean => text.match(DATE_IN) !== null;

/** Whom a mail is from says nothing of its prices, and when it was sent only where nothing else says their day; prose that says neither day nor unit is none. */
function titlesOf(lines: readonly Line[]): readonly Line[] {
  const titles = lines.filter(({ text }) => !MAIL_FIELD.test(text));
  const isDated = titles.some(({ text }) => !SENT.test(text) && hasDay(text));
  return titles.filter(({ text }) => {
    if (SENT.test(text)) return !isDated;
    return (
      text.split(/\s+/u).length <= LONGEST_TITLE_WORDS ||
      hasDay(text) ||
      doubtsMoney(text) ||
      /(?:\/|per|je|pro|por|al)\s?(?:kg|t|lb|g|oz)/iu.test(text)
    );
  });
}

const LONGEST_TITLE_WORDS = 9;
