/** What is wanted beside figures, and whether an entry of the FAQ says it. */
import { says } from '#src/domain/reading/asked/manner.ts';
import type { Answer } from '#src/domain/answer.ts';
import { figureAnswer } from './answers.ts';
import type { Catalog } from '../catalog.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { metalOf, outsiderOf } from '#src/domain/series/figures.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import { answerAside } from '#src/domain/topics/aside.ts';
import { hasUses } from '#src/domain/topics/supply-chain/uses.ts';
import { TOPIC_ANSWERS } from '#src/domain/topics/registry.ts';

/** What is wanted beside figures; `undefined` where it is nothing, or an entry of the FAQ says what the metal is. */
export function asideAnswer(question: Question, catalog: Catalog, now: Date): Answer | undefined {
  const aside = question.aside ?? null;
  const outsider = question.metals.some((id) => outsiderOf(catalog, id) !== undefined);
  if (aside === null || outsider) return undefined;
  const inCatalog = question.metals.find((id) => outsiderOf(catalog, id) === undefined);
  const metal = metalOf(catalog, inCatalog ?? catalog.defaultMetal);
  // Who uses it, and what it is, an entry of its own may say.
  const ofEntry = aside.kind === 'description' || (aside.kind === 'traders' && aside.does === 'use');
  if (ofEntry && isDescribed(metal, catalog)) return undefined;
  const context = { catalog, metal, question, thisYear: now.getUTCFullYear() };
  // "What is rhenium for": by shares, where a source has them.
  if (aside.kind === 'description' && says(question, 'for what') && hasUses(metal))
    return figureAnswer(question, catalog, [TOPIC_ANSWERS.uses(context)]);
  return figureAnswer(question, catalog, [answerAside(context, aside)]);
}

/** Whether the FAQ says what a metal is. */
export function isDescribed({ id, kind }: Metal, { faq }: Catalog): boolean {
  return kind !== 'element' || faq.some(({ metal }) => metal === id);
}
