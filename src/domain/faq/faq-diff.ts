/** Phrasings to add to an FAQ file, as a diff that `git apply` and `patch -p1` take. */
import type { EntryPhrasings } from './gaps.ts';

/** Lines around a change, as is usual. */
const CONTEXT = 3;

/** Takes the place of `removed` lines from line `at` (from 0) on. */
interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly added: readonly string[];
}

/**
 * The diff that adds the phrasings to their entries; empty where the file has none of the entries.
 * @param file The file's name, as it is in the diff. @param text What is in it, one example a line or none at all.
 */
export function diffFaq(file: string, text: string, additions: readonly EntryPhrasings[]): string {
  const lines = text.split('\n');
  const edits = additions
    .map((addition) => findEdit(lines, addition))
    .filter((edit) => edit !== undefined)
    .toSorted((one, other) => one.at - other.at);
  if (edits.length === 0) return '';
  return [`--- a/${file}`, `+++ b/${file}`, ...hunks(lines, edits), ''].join('\n');
}

/** After the last example of the entry, which gets a comma. */
function findEdit(lines: readonly string[], { faq, phrasings }: EntryPhrasings): Edit | undefined {
  const start = lines.findIndex((line) => line.includes(`"id": ${JSON.stringify(faq)}`));
  if (start === -1) return undefined;
  const next = lines.findIndex(
    (line, at) => at > start && line.includes('"id": "') && !line.includes('source'),
  );
  const isHere = (at: number): boolean => at > start && (next === -1 || at < next);
  const open = lines.findIndex((line, at) => isHere(at) && /^\s*"examples": \[\s*$/.test(line));
  const close = lines.findIndex((line, at) => at > open && /^\s*\],?\s*$/.test(line));
  if (open === -1 || close === -1) return undefined;
  const indent = `${/^\s*/.exec(lines[open] ?? '')?.[0] ?? ''}  `;
  const added = phrasings
    .map(({ text }) => `${indent}${JSON.stringify(text)}`)
    .join(',\n')
    .split('\n');
  const last = lines[close - 1] ?? '';
  return close - 1 === open
    ? { at: close, removed: 0, added }
    : { at: close - 1, removed: 1, added: [`${last},`, ...added] };
}

/** Edits whose surroundings meet share a hunk. */
function hunks(lines: readonly string[], edits: readonly Edit[]): readonly string[] {
  const groups: Edit[][] = [];
  for (const edit of edits) {
    const before = groups.at(-1)?.at(-1);
    if (before !== undefined && edit.at - (before.at + before.removed) <= 2 * CONTEXT)
      groups.at(-1)?.push(edit);
    else groups.push([edit]);
  }
  let shift = 0;
  return groups.flatMap((group) => {
    const from = Math.max(0, (group[0]?.at ?? 0) - CONTEXT);
    const last = group.at(-1);
    const to = Math.min(lines.length, (last?.at ?? 0) + (last?.removed ?? 0) + CONTEXT);
    const body: string[] = [];
    let at = from;
    for (const edit of group) {
      body.push(...lines.slice(at, edit.at).map((line) => ` ${line}`));
      body.push(...lines.slice(edit.at, edit.at + edit.removed).map((line) => `-${line}`));
      body.push(...edit.added.map((line) => `+${line}`));
      at = edit.at + edit.removed;
    }
    body.push(...lines.slice(at, to).map((line) => ` ${line}`));
    const grown = group.reduce((sum, edit) => sum + edit.added.length - edit.removed, 0);
    const head = `@@ -${from + 1},${to - from} +${from + 1 + shift},${to - from + grown} @@`;
    shift += grown;
    return [head, ...body];
  });
}
