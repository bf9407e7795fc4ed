/** All that is known: metals, FAQ entries, and how a text is read and matched against both. */
import type { FaqCatalog } from '#src/domain/faq/entry.ts';
import type { Matcher } from '#src/domain/faq/matcher.ts';
import type { Reader } from '#src/domain/reading/readings.ts';

/** Pure; `platform/catalog.ts` loads it from files. */
export interface Catalog extends FaqCatalog, Reader {
  /** Over `faq`, by entry id. */
  readonly matcher: Matcher;
  /** The share of what is answered at once that should be right. */
  readonly precision: number;
}
