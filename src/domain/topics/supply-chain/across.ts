/** "The cheapest rare earth", "which metals rose most last year": commodities in order of what they cost, or of how that moved. */
import type { Across } from '#src/domain/reading/frame.ts';
import type { Metal } from '#src/domain/series/metal.ts';
import type { TopicResult } from '#src/domain/topics/topic.ts';
import { byMove } from './across-moves.ts';
import { byPrice } from './across-prices.ts';
import type { AcrossContext } from './across-words.ts';

/**
 * @param name What they are together: "rare earths", "commodities".
 * @param asked The one that is asked about among them: "is platinum the most expensive metal".
 */
export function answerAcross(
  context: AcrossContext,
  across: Across,
  name: string,
  members: readonly Metal[],
  asked?: Metal,
): TopicResult {
  return across.by === 'price'
    ? byPrice(context, across, name, members, asked)
    : byMove(context, across, name, members);
}
