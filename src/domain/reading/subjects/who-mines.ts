/** Whether those are asked for who mine, refine, hold or use it, in an order: "top lithium producers", "who still mines it". */
import type { Subjects } from './subjects.ts';
import type { Token } from '#src/domain/reading/tokens.ts';

const MINING = /^(?:min(?:e|es|ed|ers?|ing)|produc|reserve|deposit|suppl|output|dug|dig|exporter|rare)/u;

/** "Top lithium producers", "the largest copper mining countries": the metal stands between; "where does chromite come from". */
export function ranksProducers(tokens: readonly Token[]): boolean {
  if (asksForOrigin(tokens) || asksWho(tokens)) return true;
  const top = tokens.findIndex(({ word }) =>
    /^(?:top|biggest|largest|leading|main|major|principal|smallest|least)$/u.test(word),
  );
  if (top < 0) return false;
  return tokens
    .slice(top + 1, top + 6)
    .some(({ word }) =>
      /^(?:producers?|miners?|makers?|producing|mining|countries|nations|refiners?|smelters?)$/u.test(word),
    );
}

/** "Who consumes the most copper", "largest zinc consumer". */
export const ranksConsumers = (tokens: readonly Token[]): boolean =>
  tokens.some(({ word }) => /^(?:who|which)$/u.test(word)) &&
  tokens.some(({ word }) => /^(?:most|biggest|largest)$/u.test(word));

const WHILE = /^(?:still|else|actually|really|currently|now|all|even|today|mainly|mostly)$/u;

const MINES =
  /^(?:mines?|mining|producing|refining|mined|produces?|produced|refines?|refined|smelts?|smelted|digs?|extracts?)$/u;

/** "Who still mines it", "who else refines gallium". */
function asksWho(tokens: readonly Token[]): boolean {
  // "Whose output is the highest".
  if (tokens[0]?.word === 'whose' && tokens.some(({ word }) => /^(?:output|production|mines?)$/u.test(word)))
    return true;
  const who = tokens.findIndex(({ word }) => /^(?:who|anybody|anyone|somebody|someone)$/u.test(word));
  if (who < 0) return false;
  const verb = tokens.findIndex(({ word }, at) => at > who && !WHILE.test(word));
  return verb > 0 && MINES.test(tokens[verb]?.word ?? '') && tokens[verb + 1]?.word !== 'most';
}

const FIGURES_WORDS =
  /^(?:numbers?|figures?|data|prices?|info|information|values?|stats?|imports?|imported)$/u;

const DUG = /^(?:mined|produced|dug|made|refined|smelted|extracted|sourced)$/u;

/** "Where does the world's chromite come from", "where is tin mined": of what is dug, not of figures or imports. */
function asksForOrigin(tokens: readonly Token[]): boolean {
  const where = tokens.findIndex(({ word }) => word === 'where' || word === 'wheres');
  if (where < 0 || tokens.some(({ word }) => FIGURES_WORDS.test(word))) return false;
  const words = tokens.map(({ word }) => word);
  const rest = words.slice(where + 1);
  const comes = rest.findIndex((word) => /^(?:comes?|coming|originates?)$/u.test(word));
  return (comes >= 0 && rest[comes + 1] === 'from') || rest.some((word) => DUG.test(word));
}

/** "who leads the team" ranks no producers: a metal must be named, or mining spoken of. */
export function speaksOfMining(tokens: readonly Token[], { ours, sectors }: Subjects): boolean {
  return ours.length + sectors.length > 0 || tokens.some(({ word }) => MINING.test(word));
}

/** "Where is neodymium found", "where does cobalt occur": in which countries. */
export const asksWhere = (
  tokens: readonly Token[],
  { metals, countries }: Pick<Subjects, 'metals' | 'countries'>,
): boolean =>
  metals.length > 0 &&
  countries.length === 0 &&
  /^(?:where|wheres)$/u.test(tokens[0]?.word ?? '') &&
  tokens.some(({ word }) => /^(?:found|located|occurs?|deposits?|mined|dug|extracted)$/u.test(word));
