/** What is quoted and has to do with a question that no quote answers. */
import type { Line, Suggestion } from '#src/domain/answer.ts';
import type { Question } from '#src/domain/reading/question.ts';
import type { Target } from '#src/domain/series/convert.ts';
import { mixturesOf, type Material } from '#src/domain/series/material.ts';
import { libraryOf, type Market } from '#src/domain/series/library.ts';
import { whenOf } from '#src/domain/series/series.ts';
import { show } from '#src/domain/topics/topic.ts';
import { asksForDays } from './dated/dated-answer.ts';
import { askFor } from '#src/domain/topics/suggestions.ts';

export interface QuotedBeside {
  readonly line: Line;
  readonly suggestion: Suggestion;
}

/** Where today's price of a metal was asked for, and only a mixture that holds it is quoted: that. */
export function quotedMixture(question: Question, market: Market): QuotedBeside | undefined {
  if (!asksForDays(question)) return undefined;
  const { catalog } = market;
  const metal = question.metals[0] ?? catalog.defaultMetal;
  const { form: _, ...target } = question.wanted.target;
  const [mixture] = mixturesOf(metal, catalog.materials).flatMap(
    (material) => beside(material, market, ', which holds it, is quoted at ', target) ?? [],
  );
  return mixture;
}

/** Where something else than its price was asked of what only markets know: that there are quotes of it. */
export const quotedAlone = (material: Material, market: Market): QuotedBeside | undefined =>
  beside(material, market, ' has quotes alone here, no yearly figures: ');

function beside(
  material: Material,
  { catalog, book, today }: Market,
  words: string,
  target: Target = {},
): QuotedBeside | undefined {
  const [series] = libraryOf(catalog, book).dated({ of: material.id, target });
  const newest = series?.newest(today);
  if (series === undefined || newest === undefined || series.freshness?.state === 'dead') return undefined;
  const { name, freshness, conversion } = series;
  // In the currency that was asked for, and how it got there; or why it stays in its own.
  const how: Line =
    conversion === undefined
      ? []
      : 'reason' in conversion
        ? [` It stays as it is quoted: ${conversion.reason}.`]
        : [
            ' Quoted as ',
            { quantity: conversion.from, from: [newest] },
            `: ${conversion.steps.map(({ by }) => by).join(', ')}.`,
          ];
  return {
    line: [`${name}${words}`, show(newest), ` (${freshness?.words ?? whenOf(newest)}).`, ...how],
    suggestion: askFor(material, 'price'),
  };
}
