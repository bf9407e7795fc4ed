/** An FAQ entry as an answer: its text with figures filled in from the data, its sources, and whose claim it is. */
import type { Part, Suggestion } from '#src/domain/answer.ts';
import { metalOf } from '#src/domain/series/figures.ts';
import type { FaqCatalog } from './entry.ts';
import { entryOf } from './find-entry.ts';
import { faqCitations, resolveFaqText } from './faq-text.ts';
import type { RankedEntry } from './matcher.ts';
import { makePart } from '#src/domain/topics/topic.ts';

interface FaqAnswer {
  readonly metal: string;
  readonly part: Part;
  readonly suggestions: readonly Suggestion[];
}

const LABEL_LENGTH = 75;

/** The entry's answer; `undefined` where there is no such entry. */
export function answerFromFaq(catalog: FaqCatalog, id: string): FaqAnswer | undefined {
  const found = entryOf(catalog.faq, id);
  if (found === undefined) return undefined;
  const { entry, metal: metalId } = found;
  const metal = metalOf(catalog, metalId);
  const [first, ...rest] = resolveFaqText(entry.answer, metal, catalog);
  const part = makePart('faq', {
    headline: [{ strong: [entry.question] }],
    body: first === undefined ? rest : [first, ...rest],
    citations: faqCitations(entry, metal, catalog),
    claimant: entry.claimant,
  });
  return { metal: metalId, part, suggestions: [] };
}

/** Entries that a text may have meant, as choices. */
export function faqSuggestions(
  catalog: FaqCatalog,
  entries: readonly Pick<RankedEntry, 'id'>[],
): Suggestion[] {
  return entries.flatMap(({ id }) => {
    const question = entryOf(catalog.faq, id)?.entry.question;
    if (question === undefined) return [];
    return [{ label: shorten(question), ask: question, faq: id }];
  });
}

function shorten(text: string): string {
  return text.length <= LABEL_LENGTH ? text : `${text.slice(0, LABEL_LENGTH - 1).trimEnd()}…`;
}
