/** What a question is about that says "it": the metal that was spoken of, by its name. */
import type { Answer } from '#src/domain/answer.ts';
import type { Question } from '#src/domain/reading/question.ts';
import type { Catalog } from './catalog.ts';

const IT = /(?<![\p{L}\p{N}])(?:it|its|they|them|their)(?![\p{L}\p{N}])(?!['’]s)/iu;

/**
 * The words with the metal's name where they point at it: "why is it so high" after gold asks why gold is. `undefined` where an
 * answer is of that metal already, a metal is named, or several were spoken of.
 */
export function namingIt(
  { text, metals, product = null, foreign }: Question,
  answer: Answer,
  { metals: catalog, faq }: Catalog,
  previous: Question | undefined,
): string | undefined {
  const [id, ...others] = previous?.metals ?? [];
  if (id === undefined || others.length > 0) return undefined;
  const metal = catalog.find((one) => one.id === id);
  const names = metals.length > 0 || product !== null || foreign !== null;
  if (metal === undefined || names || !IT.test(text)) return undefined;
  const about =
    answer.faq === null ? answer.question.metals[0] : faq.find(({ entry }) => entry.id === answer.faq)?.metal;
  return about === id ? undefined : text.replace(IT, metal.name.toLowerCase());
}
