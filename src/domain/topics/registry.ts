/** Which topic answers which question. A new topic is one file and one line here. */
import { isRenamed, TOPIC_OF, type TopicId } from '#src/domain/answer.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { answerChange, isOverTime } from './compare/change.ts';
import { answerCompare } from './compare/compare.ts';
import { answerCost } from './cost/cost.ts';
import { answerHelp } from './help.ts';
import { answerPrice } from './price/price.ts';
import { answerProduction } from './production.ts';
import { answerReserves } from './reserves.ts';
import { answerSectors } from './sectors/sectors.ts';
import { answerSources } from './sources.ts';
import { answerSummary } from './summary.ts';
import { answerSupply } from './supply.ts';
import { answerConcentration } from './supply-chain/concentration.ts';
import { answerCritical } from './supply-chain/critical.ts';
import { answerIntensity } from './supply-chain/intensity.ts';
import { answerImportSources, answerReliance } from './supply-chain/reliance.ts';
import { answerReserveLife } from './supply-chain/reserve-life.ts';
import { answerTable } from './supply-chain/table-figures.ts';
import { answerUses } from './supply-chain/uses.ts';
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
  reliance: answerReliance,
  'import-sources': answerImportSources,
  critical: answerCritical,
  uses: answerUses,
  concentration: answerConcentration,
  'reserve-life': answerReserveLife,
  intensity: answerIntensity,
  capacity: answerTable('capacity'),
  consumption: answerTable('consumption'),
  imports: answerTable('imports'),
  exports: answerTable('exports'),
  stocks: answerTable('stocks'),
  employment: answerTable('employment'),
  cost: answerCost,
  summary: answerSummary,
  sources: answerSources,
  help: answerHelp,
};

/** One part of an answer to be made: which topic, and the question as that topic is to read it. */
interface Task {
  readonly topic: FigureTopic;
  readonly question: Question;
}

/** The tasks that a question sets, one a part, in the order in which it asks; none where it is for the FAQ. */
export function tasksFor(question: Question): readonly Task[] {
  const { intent, metrics } = question;
  if (isSideBySide(question))
    return metrics.map((metric) => {
      const one: Question = { ...question, intent: 'value', metrics: [metric] };
      return { topic: topicOf(metric, one), question: one };
    });
  if ((intent === 'change' || (intent === 'compare' && question.metals.length < 2)) && metrics.length > 1) {
    return metrics.map((metric) => ({ topic: intent, question: { ...question, metrics: [metric] } }));
  }
  return topicsFor(question).map((topic) => ({ topic, question }));
}

/** "Smelter capacity against output": two figures of one thing and time, each as it is. */
const isSideBySide = ({ intent, metals, metrics, years, countries, sectors }: Question): boolean =>
  intent === 'compare' &&
  metrics.length > 1 &&
  Math.max(metals.length, years.length, countries.length) < 2 &&
  sectors.length === 0;

function topicsFor(question: Question): readonly FigureTopic[] {
  const byMetric = [...new Set(question.metrics.map((m) => topicOf(m, question)))];
  switch (question.intent) {
    case 'help':
    case 'sources':
    case 'summary':
    case 'compare':
      return [question.intent];
    case 'change':
      // What is no figure over time, such as who buys it, is told as it is: it is no change of price.
      return question.metrics.length === 0 || question.metrics.some(isOverTime) ? ['change'] : byMetric;
    case 'cost':
      return ['cost', ...byMetric.filter((topic) => isBesideCost(topic, question))];
    case 'overtake':
      return ['sectors'];
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

/** What is asked beside a cost; "we use 20 kg" asks for no shares, and a budget's tonnage is what it buys. */
function isBesideCost(
  topic: FigureTopic,
  { metrics, sectors, amounts, countries, money = null }: Question,
): boolean {
  // "We have 2 t in stock" is the asker's own, and "is $60,000 enough for 500 kg" asks for no shortage.
  if ((topic === 'stocks' && countries.length === 0) || (topic === 'supply' && money !== null)) return false;
  const ofUse = topic === 'sectors' && sectors.length === 0 && !metrics.includes('share');
  return topic !== 'price' && !ofUse && amounts.length > 0;
}

/** "China's share" is its part of output, or of reserves where these are named; a share without a country is a sector's part of demand. */
function topicOf(metric: Question['metrics'][number], question: Question): FigureTopic {
  const placed = question.countries.length + (question.without ?? []).length > 0;
  const ofCountry = metric === 'share' && question.sectors.length === 0 && placed;
  if (ofCountry) return question.metrics.includes('reserves') ? 'reserves' : 'production';
  return isRenamed(metric) ? TOPIC_OF[metric] : metric;
}

/** What is meant where no metric is named: a sector alone asks for its share, a country for its output. */
function impliedTopics(question: Question): readonly FigureTopic[] {
  if (question.sectors.length > 0) return ['sectors'];
  if (question.countries.length > 0 || question.allCountries || (question.without ?? []).length > 0)
    return ['production'];
  const priced =
    question.source === 'usgs' ||
    question.extreme !== null ||
    ((question.span !== null || question.years.length > 1) && question.metals.length > 0);
  if (priced) return ['price'];
  if (question.years.length > 0) return ['summary'];
  return question.metals.length > 0 ? ['price'] : [];
}
