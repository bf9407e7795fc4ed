/** What each intent asks of, in one place: whoever treats those that ask for figures alike takes it from here. */
import type { Intent } from '#src/domain/reading/question.ts';

type AskedOf = 'metal' | 'amount' | 'sectors' | 'sources' | 'nothing';

const OF: Readonly<Record<Intent, AskedOf>> = {
  value: 'metal',
  change: 'metal',
  compare: 'metal',
  extreme: 'metal',
  summary: 'metal',
  chart: 'metal',
  cost: 'amount',
  overtake: 'sectors',
  sources: 'sources',
  help: 'nothing',
  greeting: 'nothing',
  open: 'nothing',
};

const FIGURES: ReadonlySet<AskedOf> = new Set(['metal', 'amount', 'sectors']);

/** What an intent asks of: a metal as a whole, an amount of it, sectors, sources, or nothing that has figures. */
export const asksOf = (intent: Intent): AskedOf => OF[intent];

/** Whether figures are asked for. */
export const asksFigures = (intent: Intent): boolean => FIGURES.has(OF[intent]);

/** Whether figures are asked for, or where they come from: of the metal under discussion where none is named. */
export const isAboutFigures = (intent: Intent): boolean => OF[intent] !== 'nothing';

/** Whether something is to be made of the figures, and they are not asked for as they are. */
export const worksOutFigures = (intent: Intent): boolean =>
  asksFigures(intent) && intent !== 'value' && intent !== 'summary';
