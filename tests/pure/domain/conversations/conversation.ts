/** Messages one after another, as a thread has them. */
import { expect, test } from 'vitest';
import { ask, staysUnderDiscussion } from '#src/domain/asking/ask.ts';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

const few = await loadCatalog({ dataDir: 'tests/pure/packs', faqDir: 'faq', defaultMetal: 'neodymium' });
const now = new Date('2026-11-30T12:00:00');

/** The first lines of the answer to the last message. */
export function lastOf(messages: readonly string[], catalog: Catalog = few): string {
  let previous: Question | undefined;
  let text = '';
  for (const message of messages) {
    const answer = ask(message, catalog, { now, previous });
    if (staysUnderDiscussion(answer)) previous = answer.question;
    text = `${answer.outcome}: ${renderPlainText(answer)}`;
  }
  return text.split('\n').slice(0, 4).join('\n');
}

/** Each phrasing after the same messages: how its answer begins. */
export function after(
  messages: readonly string[],
  phrasings: readonly string[],
  wanted: RegExp,
  catalog?: Catalog,
): void {
  test.each(phrasings)(`after ${messages.join(' / ')}: %s`, (phrasing) => {
    expect(lastOf([...messages, phrasing], catalog)).toMatch(wanted);
  });
}
