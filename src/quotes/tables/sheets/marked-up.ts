/** Tables in the marks of wikis: "||Metal||Price||" of Jira and Confluence, and "{|" of MediaWiki. */
import type { LineReader } from './lines/line-reader.ts';

const JIRA_HEADING = /^\s*\|\|.*\|\|\s*$/mu;
const MEDIAWIKI = /^\s*\{\|/mu;

/** How the lines of such a text are read; `undefined` of any other text. */
export function wikiReader(head: string): LineReader | undefined {
  if (MEDIAWIKI.test(head) && /^\s*\|[-}]/mu.test(head)) return mediaWiki();
  return JIRA_HEADING.test(head) ? jira : undefined;
}

const NAMED_MARK =
  /\{(?:color|panel|noformat|code|quote|status|bgcolor)(?::[^{}]{0,200})?\}|\{(?:anchor|toc|section|column)[^{}]{0,200}\}/giu;

/** A text without the marks that say how it looks. */
const plain = (text: string): string =>
  text
    .replaceAll(NAMED_MARK, '')
    // "Sb{~}2{~}O{~}3{~}"
    .replaceAll(/\{[~^]\}|(?<=\p{L})~(\d{1,2})~/gu, '$1')
    .replaceAll(/\[([^[\]|]{1,200})\|[^[\]|]{1,400}\]/gu, '$1')
    .replaceAll(/(?<![\p{L}\p{N}*])\*(?=\S)([^*]{1,200})(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replaceAll(/(?<![\p{L}\p{N}_])_(?=\S)([^_]{1,200})(?<=\S)_(?![\p{L}\p{N}_])/gu, '$1')
    .replaceAll(/\{\*\}|\\\\|&nbsp;/gu, ' ')
    .trim();

const jira: LineReader = (line) => {
  if (line === undefined || line.trim() === '') return [];
  const text = line.trim();
  if (!text.startsWith('|')) {
    const title = plain(text.replace(/^h[1-6]\.\s*/u, ''));
    return title === '' ? [] : [[title]];
  }
  const bare = plainLinks(text);
  const cells = text.startsWith('||') ? bare.split(/\|\||(?<!\|)\|(?!\|)/u) : bare.split('|');
  return [cells.slice(1, bare.trimEnd().endsWith('|') ? -1 : undefined).map(plain)];
};

/** Links have the sign that parts cells in them. */
const plainLinks = (text: string): string => text.replaceAll(/\[([^[\]|]{1,200})\|[^[\]|]{1,400}\]/gu, '$1');

/** Attributes before a cell's text: 'style="…" | 12'. */
const ATTRIBUTES =
  /^\s*[\w-]+\s*=\s*(?:"[^"]*"|[^\s"|]+)(?:\s+[\w-]+\s*=\s*(?:"[^"]*"|[^\s"|]+))*\s*\|(?!\|)/u;
const wikiText = (text: string): string =>
  text
    .replace(ATTRIBUTES, '')
    .replaceAll(/\[\[(?:[^[\]|]{1,200}\|)?([^[\]|]{1,200})\]\]/gu, '$1')
    .replaceAll(/'{2,5}|<\/?(?:sub|sup|small|b|i|br)\s*\/?>|<ref[^>]*>.*?<\/ref>|<ref[^>]*\/>/giu, '')
    .trim();

function mediaWiki(): LineReader {
  let row: string[] = [];
  let isWithin = false;
  const flush = () => {
    const made = row;
    row = [];
    return made.length === 0 ? [] : [made];
  };
  return (line) => {
    const text = line?.trim() ?? '|}';
    if (text.startsWith('{|')) isWithin = true;
    else if (text.startsWith('|+')) return [[wikiText(text.slice(2))]];
    else if (text.startsWith('|-')) return flush();
    else if (text.startsWith('|}')) {
      isWithin = false;
      return flush();
    } else if (isWithin && /^[|!]/u.test(text))
      row.push(
        ...text
          .slice(1)
          .split(text.startsWith('!') ? /!!|\|\|/u : /\|\|/u)
          .map(wikiText),
      );
    else if (!isWithin && text !== '') return [[wikiText(text.replaceAll(/^=+|=+$/gu, ''))]];
    return [];
  };
}
