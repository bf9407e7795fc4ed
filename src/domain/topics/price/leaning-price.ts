/** A question on a price that leans on the one before it: "and last month?", "in USD/kg?", "as a chart". */
import type { PriceWanted } from '#src/domain/reading/price-wanted.ts';
import type { Question } from '#src/domain/reading/question.ts';

/** "In USD/kg?", "and without VAT?", "as a chart": says nothing of what. */
export function isBare({
  followUp,
  chart,
  amounts,
  metrics,
  foreign,
  sectors,
  countries,
  product,
  pointing,
  wanted,
}: Question): boolean {
  if (followUp || Object.keys(wanted.target).length > 0 || (chart && wanted.ofPrice)) return true;
  const ofPrice = metrics.every((metric) => metric === 'price') && sectors.length + countries.length === 0;
  const alone = ofPrice && foreign === null && (product ?? null) === null;
  const timed = wanted.days !== undefined && wanted.days.kind !== 'unread';
  return alone && (timed || amounts.length > 0 || pointing === true);
}

/** "Last month?" wants of those days what the question before it wanted. */
export function ofBefore(question: Question, previous: Question): Question {
  const metals = question.metals.length > 0 ? question.metals : previous.metals;
  const { wanted, metrics, intent } = question;
  if (wanted.days === undefined || metrics.length > 0 || intent !== 'open') return { ...question, metals };
  return { ...question, metrics: previous.metrics, metals, intent: 'value' };
}

/** What a question that says nothing of what is about; a chart is one of the same days on the same basis, too. */
export function leanOn(before: PriceWanted, wanted: PriceWanted, chart: boolean): PriceWanted {
  const form = wanted.form ?? before.form;
  if (!chart) return { ...wanted, form, target: { ...before.target, ...wanted.target } };
  return {
    ...before,
    form,
    days: wanted.days ?? before.days,
    target: { ...before.target, ...wanted.target },
    csv: wanted.csv,
  };
}
