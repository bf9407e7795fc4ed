/**
 * Figures in words that are other words elsewhere: "how long will copper last", "copper stocks in the US", "recovered from
 * scrap", "niobium that goes into steel", "titanium sponge against pigment". What names them is changed before subjects are read.
 */
import { STOP_WORDS } from '#src/domain/reading/words/plain-words.ts';
import { isFree, take, wordAt, type Reading } from '#src/domain/reading/reading.ts';
import type { Hit, Vocabulary } from '#src/domain/reading/vocabulary.ts';
import type { Subjects } from '#src/domain/reading/subjects/subjects.ts';

const LASTS =
  /^(?:lasts?|lasting|left|remain|remains|remaining|runs?|running|exhaust(?:s|ed)?|deplet(?:es?|ed|ion)|suffices?|sufficient|enough|gone|lifetime|lifespan|longevity)$/u;

const HOW_LONG = /^(?:years|time|long|when|until|till|soon|lifetime|lifespan|longevity)$/u;

/** What else may last. */
const ELSE =
  /^(?:prices?|shortages?|surplus|deficit|rally|boom|bull|bear|cycle|war|ban|bans|tariffs?|battery|batteries|magnets?|warranty|delivery|shelf|contract|cost|costs|quarter|days?|weeks?|months?)$/u;

const DIGGING = /^(?:digging|mining|producing|extracting)$/u;

const RUNS = /^(?:runs?|running)$/u;

/**
 * "How long will the world's copper last", "when do we run out of zinc": for how many years the reserves are. Takes the words, and
 * says where; they are given back where no metal is named.
 */
export function takeLasting(reading: Reading): Hit | undefined {
  const { tokens } = reading;
  const words = tokens.map(({ word }) => word);
  if (!words.some((word) => HOW_LONG.test(word)) || words.some((word) => ELSE.test(word))) return undefined;
  const at = words.findIndex(
    (word, i) =>
      (LASTS.test(word) && (!RUNS.test(word) || words[i + 1] === 'out')) ||
      (/^(?:keep|continue|go)$/u.test(word) &&
        DIGGING.test(words[i + 1] === 'on' ? (words[i + 2] ?? '') : (words[i + 1] ?? ''))),
  );
  if (at < 0 || !isFree(reading, at) || tokens.some(({ word }) => /^(?:19|20)\d\d$/u.test(word)))
    return undefined;
  const to = LASTS.test(words[at] ?? '') && !RUNS.test(words[at] ?? '') ? at + 1 : at + 2;
  take(reading, at, to, 'reserve-life');
  for (const [i, word] of words.entries())
    if (/^(?:until|till|years|long|mining|rates?)$/u.test(word)) take(reading, i, i + 1, 'reserve-life');
  return { kind: 'metric', id: 'reserve-life', from: at, to };
}

/** Gives words of a slot back. */
export function giveBack({ slots }: Reading, slot: string): void {
  for (const [at, own] of slots.entries()) if (own === slot) slots[at] = undefined;
}

/** How a mass of stocks is asked for, and not the shares of a company. */
const MASS =
  /^(?:tonnes?|tons?|kt|kg|inventor\w*|warehouses?|held|yearend|industry|producers?|consumers?|refined|lme|comex)$/u;

const BUYS =
  /^(?:buy|invest|investing|sell|best|ticker|price|prices|market|companies|company|dividend|etf)$/u;

/** "Copper stocks us 2023", "how much tin is in stock in the US": what lies in warehouses. */
export function withStocks(reading: Reading, hits: readonly Hit[]): readonly Hit[] {
  const { tokens } = reading;
  const metals = hits.filter(({ kind }) => kind === 'metal');
  if (metals.length === 0) return hits;
  const inUs = hits.some(({ kind, id }) => kind === 'country' && id === 'United States');
  const isMass = tokens.some(({ word }) => MASS.test(word)) || (wordAt(reading, 0) === 'how' && inUs);
  const end = tokens.some(({ word }, at) => word === 'end' && wordAt(reading, at + 1) !== 'use');
  if (!(inUs || isMass || end) || tokens.some(({ word }) => BUYS.test(word))) return hits;
  const isStock = ({ from, to }: Hit) => to - from === 1 && /^stocks?$/u.test(wordAt(reading, from));
  const beside = ({ from, to }: Hit) =>
    metals.some((metal) => metal.to === from || metal.from === to || metal.from === to + 1);
  const found = hits.find((hit) => isStock(hit) && beside(hit));
  if (found === undefined) return hits;
  const { from, to } = found;
  const others = hits.filter((hit) => hit.from !== from || hit.kind === 'metal');
  return [...others, { kind: 'metric', id: 'stocks', from, to }];
}

const OLD = /^(?:scraps?|recycled|recycling|secondary|recovered|reclaimed)$/u;

/** "Magnesium recovered from scrap": of another metal its scrap is no steel, and what is won from it is output. */
export function withSecondary(
  reading: Reading,
  hits: readonly Hit[],
  { secondary, shortNames }: Vocabulary,
): readonly Hit[] {
  const at = reading.tokens.findIndex(({ word }) => OLD.test(word));
  if (at < 0) return hits;
  const isScrap = ({ from, to }: Hit) => reading.tokens.slice(from, to).some(({ word }) => OLD.test(word));
  const metals = hits.filter((hit) => hit.kind === 'metal' && secondary.has(hit.id) && !isScrap(hit));
  const ofScrap = hits.some((hit) => hit.kind === 'metal' && hit.to - hit.from > 1 && isScrap(hit));
  // "Mg" is read as a name only later.
  const symbols = reading.tokens.filter(({ word, raw }) => {
    const name = shortNames.get(word);
    return name !== undefined && secondary.has(name.metal) && /^\p{Lu}\p{Ll}$/u.test(raw);
  });
  if (metals.length + symbols.length === 0 || ofScrap) return hits;
  const priced = hits.some(
    ({ kind, id }) => kind === 'metric' && (id === 'price' || id === 'imports' || id === 'exports'),
  );
  if (priced) return hits;
  const counted = hits.some(
    ({ kind, id }) =>
      kind === 'country' || (kind === 'metric' && id !== 'demand') || (kind === 'weak' && id !== 'demand'),
  );
  // "Tin recycled": nothing else is said.
  const isAll = reading.tokens.every(
    ({ word }, i) =>
      OLD.test(word) || STOP_WORDS.has(word) || metals.some(({ from, to }) => from <= i && i < to),
  );
  if (!counted && !isAll && !reading.slots.includes('year')) return hits;
  const isOld = ({ from, to, kind }: Hit) =>
    kind !== 'facet' && reading.tokens.slice(from, to).every(({ word }) => OLD.test(word));
  const words = reading.tokens.flatMap(({ word }, i): Hit[] =>
    OLD.test(word) ? [{ kind: 'metric', id: 'production', from: i, to: i + 1 }] : [],
  );
  return [...hits.filter((hit) => !isOld(hit)), ...words];
}

const INTO = /^(?:in|into|for|to|as|on|by)$/u;

const USED =
  /^(?:goes|go|went|used|use|uses|using|consumed|consumption|demand|share|percent|percentage|part|fraction|%|ends)$/u;

/** "How much niobium goes into steel": what is also a metal is a use of the one before it. */
export function withUseMetals(
  reading: Reading,
  hits: readonly Hit[],
  { useWords }: Vocabulary,
): readonly Hit[] {
  const metals = hits.filter(({ kind }) => kind === 'metal');
  if (metals.length < 2 || !reading.tokens.some(({ word }) => USED.test(word))) return hits;
  return hits.map((hit) => {
    if (hit.kind !== 'metal') return hit;
    const before = [wordAt(reading, hit.from - 1), wordAt(reading, hit.from - 2)];
    const isUse = metals.some(
      (other) =>
        other.to < hit.from &&
        reading.tokens.slice(hit.from, hit.to).some(({ word }) => useWords.get(other.id)?.has(word) === true),
    );
    return isUse && before.some((word) => INTO.test(word)) ? { ...hit, kind: 'end use', id: 'named' } : hit;
  });
}

const JOINS = /^(?:vs|versus|v|and|or|against|to|than|with)$/u;

/** "Titanium sponge vs pigment", "crushed or dimension stone": the word that two names have in common is said once. */
export function withSharedWords(
  reading: Reading,
  hits: readonly Hit[],
  { phrases }: Vocabulary,
): readonly Hit[] {
  const named = (words: readonly string[]) =>
    phrases
      .get(words[0] ?? '')
      ?.find((phrase) => phrase.words.length === 2 && phrase.words.every((word, at) => word === words[at]))
      ?.tags.find(({ kind }) => kind === 'metal');
  const found = hits.flatMap((hit): Hit[] => {
    if (hit.kind !== 'metal' || hit.to - hit.from !== 2) return [];
    const [first, last] = [wordAt(reading, hit.from), wordAt(reading, hit.to - 1)];
    const behind = JOINS.test(wordAt(reading, hit.to))
      ? named([first, wordAt(reading, hit.to + 1)])
      : undefined;
    const before = JOINS.test(wordAt(reading, hit.from - 1))
      ? named([wordAt(reading, hit.from - 2), last])
      : undefined;
    return [
      ...(behind === undefined || behind.id === hit.id
        ? []
        : [{ ...behind, from: hit.to + 1, to: hit.to + 2 }]),
      ...(before === undefined || before.id === hit.id
        ? []
        : [{ ...before, from: hit.from - 2, to: hit.from - 1 }]),
    ];
  });
  const isOver = ({ from, to }: Hit) => found.some((one) => one.from >= from && one.to <= to);
  return found.length === 0 ? hits : [...hits.filter((hit) => !isOver(hit)), ...found];
}

const HOW_USED =
  /^(?:goes|go|went|ends|used|uses|use|using|consumed|consumes|takes|share|part|percent|percentage|%|fraction|demand)$/u;

/** "How much aluminium goes to packaging": a use that the source has a share of, where a part is asked for. Takes it. */
export function findUses(reading: Reading, { metals }: Subjects, { useWords }: Vocabulary): readonly Hit[] {
  const { tokens } = reading;
  if (metals.length === 0) return [];
  // "How much of tellurium is for solar cells".
  const isFor = tokens.some(
    ({ word }, at) => word === 'for' && /^(?:is|are|goes|meant)$/u.test(tokens[at - 1]?.word ?? ''),
  );
  if (!isFor && !tokens.some(({ word }) => HOW_USED.test(word))) return [];
  return tokens.flatMap(({ word }, at): Hit[] => {
    if (!metals.some((id) => useWords.get(id)?.has(word) === true)) return [];
    take(reading, at, at + 1, 'end use');
    return [{ kind: 'end use', id: 'named', from: at, to: at + 1 }];
  });
}
