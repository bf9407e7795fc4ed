/** Tables whose cells one space parts, with texts in quotes, as R and awk write them; the names of rows have no heading. */
import { roleOf } from '../columns/headings/heading-words.ts';
import type { LineReader } from './lines/line-reader.ts';

const LOOKED_AT = 200;
const TOKEN = /"((?:[^"\\]|\\.|"")*)"|'([^']*)'|(\S+)/gu;

const tokensIn = (line: string): readonly string[] =>
  [...line.matchAll(TOKEN)].map(([, double, single, bare]) =>
    (double ?? single ?? bare ?? '').replaceAll(/\\"|""/gu, '"'),
  );

/** How such lines are read; `undefined` where not each of them has as many cells as the first, or one more. */
export function spacedReader(head: string, isWhole: boolean): LineReader | undefined {
  const lines = head.split(/\r\n|\n|\r/u).filter((line) => line.trim() !== '');
  const looked = (isWhole ? lines : lines.slice(0, -1)).slice(0, LOOKED_AT);
  const [first = '', ...rows] = looked;
  const names = tokensIn(first);
  const isQuoted = /^\s*"[^"]*"(?:\s+"[^"]*")+\s*$/u.test(first);
  const roles = new Set(names.flatMap((name) => roleOf(name) ?? []));
  // Of words without quotes each must head something.
  if (names.length < 3 || rows.length === 0 || roles.size < 2 || (!isQuoted && /[,;\t|]/u.test(first)))
    return undefined;
  const counts = new Set(rows.map((line) => tokensIn(line).length));
  const [count = 0] = counts;
  if (counts.size !== 1 || (count !== names.length && count !== names.length + 1)) return undefined;
  let isFirst = true;
  return (line) => {
    if (line === undefined || line.trim() === '') return [];
    const cells = tokensIn(line);
    const isShort = isFirst && count > names.length;
    isFirst = false;
    return [isShort ? ['', ...cells] : cells];
  };
}
