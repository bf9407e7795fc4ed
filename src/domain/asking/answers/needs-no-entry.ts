/** Questions to which the figures are the whole answer: none of what they ask is for an entry of the FAQ. */
import { says } from '#src/domain/reading/asked/manner.ts';
import { COUNTRIES_OF } from '#src/domain/reading/words/things/regions.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { withId } from '#src/domain/series/by-id.ts';
import type { Catalog } from '../catalog.ts';
import { isDescribed } from './aside-answer.ts';

const SET_SIDE_BY_SIDE: ReadonlySet<string> = new Set([
  'metal',
  'compare',
  'than',
  'year',
  'price',
  'oxide',
  'filler',
]);

/** Slots that no entry of the FAQ has a word for. */
const ONLY_FIGURES: readonly ((question: Question) => boolean)[] = [
  ({ helpOn }) => helpOn !== undefined,
  ({ rest }) => rest === true,
];
/** The same where all of the question was understood. */
const ONLY_FIGURES_WHOLE: readonly ((question: Question) => boolean)[] = [
  // "Output of Africa".
  ({ countries }) => countries.some((place) => COUNTRIES_OF.has(place)),
  // "How far apart are the sources in 2023".
  ({ apart, years }) => apart === true && years.length > 0,
  // "Cerium vs lanthanum".
  ({ intent, metals, reason, evidence = [] }) =>
    intent === 'compare' &&
    metals.length > 1 &&
    !reason &&
    evidence.every(({ slot }) => SET_SIDE_BY_SIDE.has(slot)),
  // "Which sector grew its share fastest".
  ({ intent, metrics, reason, text }) =>
    intent === 'change' && String(metrics) === 'share' && !reason && /\bwhich sectors?\b/iu.test(text),
  // "What percent of neodymium goes to electronics".
  (question) =>
    question.sectors.length === 1 &&
    String(question.metrics) === 'share' &&
    !question.reason &&
    says(question, 'part'),
  // "In which years did it fall".
  ({ moved, apart, metrics, metals, sectors }) =>
    apart !== true && moved !== undefined && metrics.length + metals.length + sectors.length > 0,
];

/** Whether the figures alone say what is asked, and need no entry beside them. */
export function needsNoEntry(question: Question, catalog: Catalog): boolean {
  const isWhole = question.understood === 1 && question.foreign === null;
  const kinds = isWhole ? [...ONLY_FIGURES, ...ONLY_FIGURES_WHOLE] : ONLY_FIGURES;
  return kinds.some((isOf) => isOf(question)) || isToldOnlySo(question, catalog);
}

/** "Tell me about scandium": a metal that no entry describes is told of by its figures. */
function isToldOnlySo({ intent, metals, understood, foreign }: Question, catalog: Catalog): boolean {
  if (intent !== 'summary' || understood !== 1 || foreign !== null || metals.length !== 1) return false;
  const metal = withId(catalog.metals, metals[0] ?? '');
  return metal !== undefined && !isDescribed(metal, catalog);
}
