/** Words that say that something rises or falls. "Up" and "down" are none of them: they say much else. */
import MOVES from './moves.json' with { type: 'json' };

export const RISES: ReadonlySet<string> = new Set(MOVES.rise);
export const FALLS: ReadonlySet<string> = new Set(MOVES.fall);
/** What falls in price is a loss, and what goods lose is none of a price. */
export const LOSSES: ReadonlySet<string> = new Set(MOVES.loss);
/** What rose more than another, and what rose less. */
export const OUTDONE: ReadonlySet<string> = new Set(MOVES.outdo);
export const UNDERDONE: ReadonlySet<string> = new Set(MOVES.underdo);
