/** The schema and types of `faq/<metal>.json`: questions, example phrasings, answers, and the source of each one. */
import { z } from 'zod';
import type { MetalCatalog } from '#src/domain/series/figures.ts';

const text = z.string().trim().min(1);

/**
 * One entry. The matcher needs the first three fields; the product's own files have `source` too.
 * `answer` states figures only through placeholders (`{{price 2025}}`, see `faq-text.ts`), which are checked at start.
 */
const faqEntrySchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'an id is lower case letters, digits and dashes'),
  question: text.max(300),
  examples: z.array(text.max(300)).default([]),
  answer: text.max(1800),
  /** Where the facts come from: a source id of the metal's data file, and the section in that document. */
  source: z.strictObject({ id: text, section: text }).optional(),
  /** Further sources that the answer leans on. */
  alsoSources: z.array(z.strictObject({ id: text, section: text })).default([]),
  /** Whose claim it is, where a publisher speaks of its own services. */
  claimant: text.optional(),
});

export const faqFileSchema = z.strictObject({ entries: z.array(faqEntrySchema).min(1) });

export type FaqEntry = z.output<typeof faqEntrySchema>;

/** An FAQ entry and the metal whose file it stands in. */
export interface CatalogFaq {
  readonly metal: string;
  readonly entry: FaqEntry;
}

/** The metals and what is said of them. */
export interface FaqCatalog extends MetalCatalog {
  readonly faq: readonly CatalogFaq[];
}
