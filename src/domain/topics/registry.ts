/** Which topic answers which question. A new topic is one file and one line here. */
import type { TopicId } from '../answer.ts';
import type { Question } from '../question.ts';
import { answerChange } from './change.ts';
import { answerCompare } from './compare.ts';
import { answerCost } from './cost.ts';
import { answerHelp } from './help.ts';
import { answerPrice } from './price.ts';
import { answerProduction } from './production.ts';
import { answerReserves } from './reserves.ts';
import { answerSectors } from './sectors.ts';
import { answerSources } from './sources.ts';
import { answerSummary } from './summary.ts';
import { answerSupply } from './supply.ts';
import type { Topic } from './topic.ts';

type FigureTopic = Exclude<TopicId, 'faq' | 'unknown'>;

export const TOPIC_ANSWERS: Readonly<Record<FigureTopic, Topic>> = {
  price: answerPrice,
  change: answerChange,
  compare: answerCompare,
  sectors: answerSectors,
  production: answerProduction,
  reserves: answerReserves,
  supply: answerSupply,
  cost: answerCost,
  summary: answerSummary,
  sources: answerSources,
  help: answerHelp,
};

const METRIC_TOPIC = {
  price: 'price',
  production: 'production',
  share: 'sectors',
  demand: 'sectors',
  'supply-status': 'supply',
  reserves: 'reserves',
} as const satisfies Record<Question['metrics'][number], FigureTopic>;

/** The topics that a question needs, one a part, in the order in which it asks; none where it is for the FAQ. */
export function topicsFor(question: Question): readonly FigureTopic[] {
  const { intent, metrics } = question;
  const byMetric = [...new Set(metrics.map((m) => METRIC_TOPIC[m]))];
  switch (intent) {
    case 'help':
      return ['help'];
    case 'cost':
      return ['cost', ...byMetric.filter((t) => t !== 'price')];
    case 'sources':
      return ['sources'];
    case 'summary':
      return ['summary'];
    case 'overtake':
      return ['sectors'];
    case 'compare':
      return ['compare', ...(question.metals.length > 1 ? [] : byMetric.slice(1))];
    case 'change':
      return ['change', ...byMetric.slice(1)];
    case 'chart':
      return byMetric.length > 0 ? byMetric : ['price'];
    case 'value':
    case 'extreme':
      return byMetric.length > 0 ? byMetric : impliedTopics(question);
    case 'greeting':
    case 'open':
      return [];
  }
}

/** What is meant where no metric is named: a sector alone asks for its share, a country for its output. */
function impliedTopics(question: Question): readonly FigureTopic[] {
  if (question.sectors.length > 0) return ['sectors'];
  if (question.countries.length > 0 || question.allCountries) return ['production'];
  if (question.years.length > 0) return ['summary'];
  return question.metals.length > 0 ? ['price'] : [];
}
