/** What an alert says when it fires: the figure, the threshold, the source, and a chart. */
import { partInWords, ruleInWords, type AlertRule } from './alert.ts';
import type { Answer, Line, Span } from '#src/domain/answer.ts';
import { plainQuestion } from '#src/domain/reading/question.ts';
import type { Figure } from '#src/domain/series/figures.ts';
import { basisOf, cite, firmness, makePart } from '#src/domain/topics/topic.ts';
import { askFor } from '#src/domain/topics/suggestions.ts';

/** A figure with the digits that tell it apart from a rule's thresholds. */
export function showAgainst({ quantity }: Pick<Figure, 'quantity'>, { threshold }: AlertRule): Span {
  return { quantity: { ...quantity, against: [threshold.low, threshold.high] } };
}

/**
 * @param figure The price that it fired on.
 * @param meanwhile What is true now, in words, where that is another price.
 */
export function alertAnswer(rule: AlertRule, figure: Figure, meanwhile?: Line): Answer {
  const { metal, year, quantity } = figure;
  const basis = basisOf(figure);
  const years = figure.series.points.map((point) => point.year);
  const question = plainQuestion({ metals: [metal.id], metrics: ['price'], years: [year] });
  return {
    question,
    outcome: 'answer',
    topic: 'price',
    faq: null,
    metal: metal.id,
    parts: [
      makePart('price', {
        headline: [
          {
            strong: [
              `${metal.name}${basis && ` ${basis}`} ${meanwhile === undefined ? 'is' : 'was'} `,
              ...ruleInWords(rule),
              ': ',
              showAgainst(figure, rule),
            ],
          },
          ` in ${year}`,
          firmness(figure),
        ],
        body: [
          ...(meanwhile === undefined ? [] : [meanwhile]),
          [
            'Your alert was for ',
            ...ruleInWords(rule),
            '. It comes once, and again after the price has come back.',
          ],
          ...partInWords(rule, quantity.range),
        ],
        cautions:
          quantity.firmness === 'projected'
            ? [[`It is the source’s projection for ${year}, not a quote.`]]
            : [],
        citations: cite([figure]),
        chart: { kind: 'price', metal: metal.id, from: Math.min(...years), to: Math.max(...years) },
        chartWanted: true,
      }),
    ],
    suggestions: [askFor(metal, 'price')],
    confidence: 1,
    repairs: [],
  };
}
