/**
 * Trade of the United States in whatever words: "where does the US import tungsten from", "who sells bauxite to the US", "how much
 * salt did America import", "is the US dependent on foreign manganese". Only theirs is known, so no other country's is meant.
 */
import type { Findings } from '#src/domain/reading/findings.ts';
import type { AskedMetric } from '#src/domain/reading/asked-metrics.ts';

const US = 'United States';
const IMPORTS = /^import(?:s|ed|ing)?$/u;
const EXPORTS = /^export(?:s|ed|ing)?$/u;
const SELLS =
  /^(?:sells?|supplies|supply|suppliers?|sellers?|exporters?|ships?|exports?|delivers?|provides?)$/u;
const PART =
  /^(?:%|percent|percentage|pct|share|part|portion|fraction|proportion|depend(?:s|ent|ence|ency)?|rel(?:y|ies|iant|iance))$/u;
const RELYING = /^(?:relian(?:ce|t)|rel(?:y|ies)|depend(?:s|ence|ency|ent)?)$/u;
const ASKS = /^(?:who|where|which|what)$/u;
const GOODS = /^(?:minerals|metals|commodities|materials|elements)$/u;

/** Whether a word is said of trade, and names nothing. */
export const isTradeWord = (word: string): boolean =>
  IMPORTS.test(word) ||
  EXPORTS.test(word) ||
  PART.test(word) ||
  /^(?:foreign|fully|entirely|completely|abroad)$/u.test(word);

type TradeMetric = Extract<AskedMetric, 'import-sources' | 'import-reliance' | 'imports' | 'exports'>;

const TERSE = 3;
const where = (words: readonly string[]): boolean => words.some((word) => ASKS.test(word));
const comesFrom = (words: readonly string[]): boolean =>
  words.some((word, at) => /^(?:comes?|coming|came|sourced)$/u.test(word) && words[at + 1] === 'from');

/** What is done about trade is the FAQ's. */
const POLICY =
  /^(?:bans?|banned|curbs?|controls?|restrict\w*|quotas?|tariffs?|dut(?:y|ies)|licen[cs]\w*|tax|taxes|price|prices|why|who|which|where)$/u;

/** "Silver exports 2023", "how many tonnes of tin are imported": a mass or a year of it. */
function counts(
  { words, times, hits, has }: Pick<Findings, 'words' | 'times' | 'hits' | 'has'>,
  imports: number,
): boolean {
  const trades = imports >= 0 || words.some((word) => EXPORTS.test(word));
  if (!trades || has('reason') || words.some((word) => POLICY.test(word))) return false;
  const priced = hits.some(({ kind, id }) => kind === 'metric' && id !== 'imports' && id !== 'exports');
  const much = words.some((word, at) => word === 'how' && /^(?:much|many)$/u.test(words[at + 1] ?? ''));
  // "Did silver imports rise", "how did gold exports change".
  const moves = has('change') || has('yearly');
  return !priced && (times.years.length > 0 || much || moves || words.length <= TERSE);
}

/** "Imports and exports": the other one, where both are named. */
export const alsoTraded = (
  metric: AskedMetric,
  { words }: Pick<Findings, 'words'>,
): readonly AskedMetric[] =>
  metric === 'imports' && words.some((word) => EXPORTS.test(word)) ? [metric, 'exports'] : [metric];

/** Which figure of trade is asked for; `undefined` where none is. */
export function importsAsked({ words, subjects, hits, has, times }: Findings): TradeMetric | undefined {
  const { metals, countries } = subjects;
  const imports = words.findIndex((word) => IMPORTS.test(word));
  const part = imports >= 0 && words.some((word) => PART.test(word));
  const isUs = (at: number) =>
    hits.some(({ kind, id, from }) => kind === 'country' && id === US && from === at);
  const ofUs = countries.includes(US);
  const relies = hits.some(({ kind, id }) => kind === 'metric' && id === 'import-reliance');
  // "Which minerals does the US import 100 % of".
  if (metals.length === 0) {
    if (!relies && !(ofUs && imports >= 0)) return undefined;
    const asks = words.some((word) => ASKS.test(word) || /^(?:list|show|name|all|many)$/u.test(word));
    const all = asks && words.some((word) => GOODS.test(word));
    const fully = words.some((word) => /^(?:all|fully|entirely|completely|most)$/u.test(word));
    return all && (relies || (ofUs && imports >= 0 && (part || fully))) ? 'import-reliance' : undefined;
  }
  // "Graphite imports from China": nobody else is named who imports it.
  const isPlace = (at: number) => hits.some(({ kind, from }) => kind === 'country' && from === at);
  const source = imports < 0 ? 0 : words.indexOf('from', imports) + 1;
  if (source > 0 && countries.length === 1 && !ofUs && isPlace(source)) return 'import-sources';
  if (hits.some(({ kind, id }) => kind === 'metric' && id === 'import-sources')) return 'import-sources';
  // "What share of US consumption was imported".
  const consumed = hits.some(({ kind, id }) => kind === 'metric' && id === 'consumption');
  if (imports >= 0 && part && consumed && countries.length === 0) return 'import-reliance';
  // "Our potash comes from", "do we really buy it in Pakistan": whoever asks there speaks of the United States.
  const ours = words.some((word) => /^(?:our|we|us)$/u.test(word));
  const bought = words.some((word) => /^(?:buy|buys|source|get|import)$/u.test(word));
  // "The second largest source of US potash imports".
  if (imports >= 0 && words.some((word) => /^sources?$/u.test(word))) return 'import-sources';
  const isFrom =
    comesFrom(words) || (bought && (words.includes('from') || countries.some((one) => one !== US)));
  if (ours && isFrom && hits.every(({ kind, id }) => kind !== 'metric' || id === 'import-sources'))
    return 'import-sources';
  if (where(words) && words.some((word, at) => SELLS.test(word) && words[at + 1] === 'us'))
    return 'import-sources';
  // "Silver exports 2023": only theirs is known, and the answer says whose.
  const ofNobody = countries.length === 0 && counts({ words, times, hits, has }, imports);
  if (ofNobody) return imports >= 0 ? 'imports' : 'exports';
  const relying = words.some((word) => RELYING.test(word));
  // "US dependence on Russia for palladium": what of its imports comes from there.
  if (ofUs && countries.length === 2 && (relying || relies)) return 'import-sources';
  // "Bismuth imports Korea": from there.
  if (imports >= 0 && countries.length === 1 && !ofUs && isPlace(imports + 1)) return 'import-sources';
  // "China's share of US imports of yttrium".
  const isTheirs = words[imports - 1] === 'us' || words[imports - 1] === 'american';
  const others = countries.filter((country) => country !== US);
  if (imports >= 0 && part && (ofUs || isTheirs) && others.length === 1) return 'import-sources';
  // "Is Myanmar still exporting rare earths": that there is no figure of it, and not what its trade means.
  const exporting = words.some((word) => EXPORTS.test(word) && word !== 'exported');
  const isPlain = !has('reason') && !words.some((word) => POLICY.test(word));
  if (exporting && imports < 0 && countries.length === 1 && !ofUs && isPlain) return 'exports';
  if (!ofUs || countries.length > 1) return undefined;
  const isWhere = where(words);
  if (isWhere && source > 0) return 'import-sources';
  // "Where does America get it from", "from where does the US buy yttrium".
  const gets = words.some((word) => /^(?:gets?|getting|buys?|obtains?|sources?|draws?)$/u.test(word));
  const asksPlace = words.some((word) => /^countr(?:y|ies)$/u.test(word)) && words.includes('from');
  if (gets && (asksPlace || words.includes('where'))) return 'import-sources';
  const toUs = words.findIndex((word, at) => word === 'to' && (isUs(at + 1) || isUs(at + 2)));
  const sells = words.findIndex((word) => SELLS.test(word));
  // "Biggest supplier of tin to the US".
  const ranks = words.some((word) => /^(?:biggest|largest|main|top|major|leading|principal)$/u.test(word));
  if ((isWhere || ranks) && sells >= 0 && toUs > sells) return 'import-sources';
  // "Who supplies the states with scandium".
  const supplied = sells >= 0 && (isUs(sells + 1) || isUs(sells + 2)) && words.includes('with', sells);
  if (isWhere && supplied) return 'import-sources';
  // "Where does US yttrium come from": what is used there.
  const owned = hits.some(({ kind, from }) => kind === 'metal' && (isUs(from - 1) || isUs(from - 2)));
  if (words.includes('where') && owned && comesFrom(words)) return 'import-sources';
  if (relies || relying) return 'import-reliance';
  // "Does the US import all its graphite".
  const all = words.some((word, at) => /^(?:all|most|half)$/u.test(word) && at > imports);
  if (imports >= 0 && (part || all)) return 'import-reliance';
  const priced = hits.some(({ kind, id }) => kind === 'metric' && id === 'price');
  if (priced || has('reason')) return undefined;
  if (has('change') && words.some((word) => POLICY.test(word))) return undefined;
  if (imports >= 0) return 'imports';
  return words.some((word) => EXPORTS.test(word)) && toUs < 0 ? 'exports' : undefined;
}
