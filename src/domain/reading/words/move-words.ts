/** Words of rise and fall, sense by sense; whoever reads them takes the senses that it needs. */
import MOVES from './moves.json' with { type: 'json' };

/** Verbs and nouns of a move. "Up" and "down" are none of them: they say much else. */
export const RISES: ReadonlySet<string> = new Set(MOVES.rise);
export const FALLS: ReadonlySet<string> = new Set(MOVES.fall);
/** What falls in price is a loss, and what goods lose is none of a price. */
export const LOSSES: ReadonlySet<string> = new Set(MOVES.loss);
/** What rose more than another, and what rose less. */
export const OUTDONE: ReadonlySet<string> = new Set(MOVES.outdo);
export const UNDERDONE: ReadonlySet<string> = new Set(MOVES.underdo);
/** Where something went, or stands: "up", "dearer". */
export const WENT_UP: ReadonlySet<string> = new Set(MOVES.wentUp);
export const WENT_DOWN: ReadonlySet<string> = new Set(MOVES.wentDown);
/** Comparatives of any figure, and which way they point. */
export const HIGHER: ReadonlySet<string> = new Set(MOVES.higher);
export const LOWER: ReadonlySet<string> = new Set(MOVES.lower);
export const HIGHEST: ReadonlySet<string> = new Set(MOVES.highest);
export const LOWEST: ReadonlySet<string> = new Set(MOVES.lowest);
/** How many times as much something becomes: 2 for "doubles". */
export const MULTIPLES: ReadonlyMap<string, number> = new Map(Object.entries(MOVES.multiples));
