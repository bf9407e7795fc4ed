/** What the FAQ lacks, with the diff that would add it: the files as they are now, not as they were at the start. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import { diffFaq } from '#src/domain/faq/faq-diff.ts';
import type { Feedback } from '#src/domain/faq/feedback.ts';
import { findGaps, type GapReport } from '#src/domain/faq/gaps.ts';

/** Reads the FAQ files that something is to be added to. @throws What the file system says, where one can't be read. */
export async function reportGaps(
  feedback: readonly Feedback[],
  catalog: Catalog,
  faqDir: string,
): Promise<GapReport> {
  const gaps = findGaps(feedback, catalog);
  const metalOf = new Map(catalog.faq.map(({ metal, entry }) => [entry.id, metal]));
  const byMetal = Map.groupBy(gaps.additions, ({ faq }) => metalOf.get(faq));
  const diffs: string[] = [];
  for (const [metal, additions] of byMetal) {
    const text = await readFile(join(faqDir, `${metal}.json`), 'utf8');
    diffs.push(diffFaq(`faq/${metal}.json`, text, additions));
  }
  return { ...gaps, diff: diffs.join('') };
}
