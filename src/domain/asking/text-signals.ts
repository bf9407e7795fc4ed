/** What a text as a whole says for or against any candidate, and how what is counted becomes a signal. */
import type { Cues } from '#src/domain/reading/cues.ts';

const MOST = 4;

/** A probability on the scale on which signals add up; one that is nearly certain is no more than that. */
export const logit = (probability: number): number => {
  const within = Math.min(Math.max(probability, 0.002), 0.998);
  return Math.log(within / (1 - within));
};
export const flag = (value: boolean): number => (value ? 1 : 0);
/** A count, of which more than a few say no more. */
export const few = (count: number): number => Math.min(count, MOST);

/** The signals that each candidate has of the text. */
export function doubtsOf({
  doubts,
  trade,
  personal,
  addressed,
  metric,
  owned,
  has,
  words,
  nouns,
  named,
}: Cues): Record<string, number> {
  return {
    remark: flag(doubts.remark !== null),
    stranger: flag(doubts.stranger !== null),
    vague: flag(doubts.vague),
    personal: flag(personal),
    trade: few(trade),
    offTrade: flag(trade === 0 && !named),
    offTradePersonal: flag(trade === 0 && !named && personal),
    addressed: flag(addressed && !named),
    addressedAlone: flag(addressed && !named && metric === 'none'),
    owned: few(owned),
    ownedAlone: named ? 0 : few(owned),
    strangeShare: nouns.length / Math.max(words, 1),
    strangeAlone: named ? 0 : nouns.length / Math.max(words, 1),
    talk: flag(has.talk),
    other: flag(has.other),
    use: flag(has.use),
    words: Math.log(1 + words),
  };
}
