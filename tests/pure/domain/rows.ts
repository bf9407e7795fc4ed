/** Questions with what their answers must show, a test each. */
import { expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

/** What an answer shows, and what it must not show. */
export type Row = readonly [question: string, shows: RegExp, never?: RegExp];

const now = new Date('2026-11-30T12:00:00');

/** @param withOutcome Whether the outcome stands before the text: "answer: Neodymium, 2023: …" */
export function checkRows(
  rows: readonly Row[],
  catalog: Catalog,
  { withOutcome = false }: { readonly withOutcome?: boolean } = {},
): void {
  test.each(rows.map((row) => [row[0], row] as const))('%s', (_name, [question, shows, never]) => {
    const answer = ask(question, catalog, { now });
    const text = renderPlainText(answer);
    expect(withOutcome ? `${answer.outcome}: ${text}` : text).toMatch(shows);
    expect(never?.exec(text) ?? null).toBeNull();
  });
}
