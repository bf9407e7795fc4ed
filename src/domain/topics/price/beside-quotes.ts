/** What is quoted and has to do with a question that no quote answers. */
import type { Line, Suggestion } from '#src/domain/answer.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { quantityOf } from '#src/domain/series/quote.ts';
import type { MetalCatalog } from '#src/domain/series/figures.ts';
import type { Target } from '#src/domain/series/convert.ts';
import { mixturesOf, type Material } from '#src/domain/series/material.ts';
import type { QuoteBook } from '#src/domain/series/quote-book.ts';
import { ANY_BASIS } from '#src/domain/reading/price-wanted.ts';
import { quotedSeries, seriesFor, type QuotedSeries } from '#src/domain/series/quoted-series.ts';
import { asksForQuote } from './from-quotes.ts';

export interface QuotedBeside {
  readonly line: Line;
  readonly suggestion: Suggestion;
}

/** Where today's price of a metal was asked for, and only a mixture that holds it is quoted: that. */
export function quotedMixture(
  question: Question,
  catalog: MetalCatalog,
  book: QuoteBook,
): QuotedBeside | undefined {
  if (!asksForQuote(question)) return undefined;
  const metal = question.metals[0] ?? catalog.defaultMetal;
  const { form: _, ...target } = question.wanted.target;
  const [mixture] = mixturesOf(metal, catalog.materials).flatMap(
    (material) => newestOf(book, material, target) ?? [],
  );
  return mixture && beside(mixture, ', which holds it, is quoted at ');
}

/** Where something else than its price was asked of what only markets know: that there are quotes of it. */
export function quotedAlone(material: Material, book: QuoteBook): QuotedBeside | undefined {
  const newest = newestOf(book, material);
  return newest && beside(newest, ' has quotes alone here, no yearly figures: ');
}

interface Newest {
  readonly material: Material;
  readonly chosen: QuotedSeries;
}

function newestOf(book: QuoteBook, material: Material, target: Target = {}): Newest | undefined {
  const [series] = seriesFor(book, material.id, ANY_BASIS);
  const chosen = series && quotedSeries(book, series, target);
  return chosen?.freshness.state === 'dead' ? undefined : chosen && { material, chosen };
}

function beside({ material, chosen }: Newest, words: string): QuotedBeside {
  const { name, shown, freshness, converted, series } = chosen;
  // In the currency that was asked for, and how it got there; or why it stays in its own.
  const how: Line = !converted.ok
    ? [` It stays as it is quoted: ${converted.reason}.`]
    : converted.steps.length === 0
      ? []
      : [
          ' Quoted as ',
          { quantity: quantityOf(series.quote) },
          `: ${converted.steps.map(({ by }) => by).join(', ')}.`,
        ];
  return {
    line: [`${name}${words}`, { quantity: quantityOf(shown) }, ` (${freshness.words}).`, ...how],
    suggestion: { label: `${material.name} price`, ask: `price ${material.id}` },
  };
}
