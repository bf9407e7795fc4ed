/** Whether it is on the list of critical minerals of the United States. */
import type { Line } from '#src/domain/answer.ts';
import { citationOf } from '#src/domain/series/figures.ts';
import { listInWords, makePart, missing, type Topic } from '#src/domain/topics/topic.ts';
import { askFor, askProducers } from '#src/domain/topics/suggestions.ts';

const OTHERS: Line = [
  'The list is that of the United States; others, as the European Union’s, are no part of the sources here.',
];

export const answerCritical: Topic = ({ metal, question, catalog }) => {
  // "Which minerals are critical?"
  const all = catalog.metals.filter((one) => one.critical?.listed === true);
  const [first] = all;
  if (first?.critical !== undefined && question.metals.length === 0 && question.pointing !== true)
    return {
      found: true,
      part: makePart('critical', {
        headline: [
          {
            strong: [`${all.length} of the commodities here are on the US list of critical minerals of 2025`],
          },
          '.',
        ],
        body: [[`${listInWords(all.map(({ name }) => name))}.`]],
        cautions: [OTHERS],
        citations: [citationOf(first, first.critical)],
      }),
      suggestions: [askProducers(metal)],
    };
  const { critical, name } = metal;
  if (critical === undefined)
    return missing(
      'critical',
      [`No source here says whether ${name.toLowerCase()} is a critical mineral.`],
      [],
      [askFor(metal, 'price', { label: 'Price' })],
    );
  const { listed } = critical;
  const plural = name.endsWith('s') && metal.kind === 'group';
  return {
    found: true,
    part: makePart('critical', {
      headline: [
        {
          strong: [
            `${listed ? 'Yes' : 'No'}: ${name.toLowerCase()} ${plural ? 'are' : 'is'} ${listed ? '' : 'not '}on the US list of critical minerals of 2025`,
          ],
        },
        '.',
      ],
      cautions: [OTHERS],
      citations: [citationOf(metal, critical)],
    }),
    suggestions: [askFor(metal, 'import-reliance', { label: 'US import reliance' }), askProducers(metal)],
  };
};
