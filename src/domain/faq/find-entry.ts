/** Finds an entry by its id or by its own question: the FAQ is gone through once, and not for each text. */
import type { CatalogFaq } from './entry.ts';

type Faq = readonly CatalogFaq[];
type Index = ReadonlyMap<string, CatalogFaq>;

const BY_ID = new WeakMap<Faq, Index>();
const BY_QUESTION = new WeakMap<Faq, Index>();

/** The entry of that id. */
export const entryOf = (faq: Faq, id: string): CatalogFaq | undefined =>
  indexed(BY_ID, faq, ({ entry }) => entry.id).get(id);

/** The entry whose question a text is, whatever its case. */
export const entryAsking = (faq: Faq, text: string): CatalogFaq | undefined =>
  indexed(BY_QUESTION, faq, ({ entry }) => entry.question.toLowerCase()).get(text.toLowerCase());

/** The first of each key. */
function indexed(known: WeakMap<Faq, Index>, faq: Faq, keyOf: (one: CatalogFaq) => string): Index {
  let index = known.get(faq);
  if (index === undefined)
    known.set(faq, (index = new Map(faq.map((one) => [keyOf(one), one] as const).toReversed())));
  return index;
}
