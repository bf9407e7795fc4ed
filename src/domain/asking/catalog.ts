/** All that is known: metals, FAQ entries, and how a text is read and matched against both. */
import type { FaqCatalog } from '#src/domain/faq/entry.ts';
import type { Matcher } from '#src/domain/faq/matcher.ts';
import type { Question } from '#src/domain/reading/question.ts';

/** Pure; `platform/catalog.ts` loads it from files. */
export interface Catalog extends FaqCatalog {
  /** Over `faq`, by entry id. */
  readonly matcher: Matcher;
  /** Reads a question against the metals' names. */
  readonly understand: (text: string, now: Date) => Question;
}
