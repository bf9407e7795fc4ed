/** Whether it is on the list of critical minerals of the United States. */
import { citationOf } from '#src/domain/series/figures.ts';
import { makePart, missing, type Topic } from '#src/domain/topics/topic.ts';
import { askFor, askProducers } from '#src/domain/topics/suggestions.ts';

export const answerCritical: Topic = ({ metal }) => {
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
      cautions: [
        [
          'The list is that of the United States; others, as the European Union’s, are no part of the sources here.',
        ],
      ],
      citations: [citationOf(metal, critical)],
    }),
    suggestions: [askFor(metal, 'import-reliance', { label: 'US import reliance' }), askProducers(metal)],
  };
};
