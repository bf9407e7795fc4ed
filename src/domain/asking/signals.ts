/** What speaks for and against each candidate, as numbers; the judge weighs them. Each has a name, so that weights can be read. */
import { knowsWord } from '#src/domain/faq/faq-evidence.ts';
import type { Match, RankedEntry } from '#src/domain/faq/matcher.ts';
import type { Question } from '#src/domain/reading/question.ts';
import type { Cues } from '#src/domain/reading/cues.ts';
import { slotsOf } from '#src/domain/reading/plain-figures.ts';
import { MARKET_WORDS, STOP_WORDS } from '#src/domain/reading/words/plain-words.ts';
import type { Candidate, Candidates, DataCandidate, FaqCandidate } from './candidates.ts';
import { logit, flag, few } from './text-signals.ts';

export type Signals = Readonly<Record<string, number>>;

const WORDS = /[\p{L}\p{N}]+/gu;
const INTENTS = [
  'value',
  'change',
  'compare',
  'extreme',
  'overtake',
  'cost',
  'summary',
  'sources',
  'chart',
  'help',
] as const;
const intentSignals = (of?: Question['intent']): Signals =>
  Object.fromEntries(INTENTS.map((intent) => [intent, flag(intent === of)]));
const OF_INTENT: ReadonlyMap<Question['intent'], Signals> = new Map(
  INTENTS.map((intent) => [intent, intentSignals(intent)]),
);
const NO_INTENT = intentSignals();

const NO_WORDS = { known: 0, slips: 0, strange: 0 };

/** Words that spoke for an entry and for no slot of a reading: "spot or *contract* for neodymium". */
export function beyondSlots({ evidence = [] }: Question, match: Match, rank: number): readonly string[] {
  let inSlots = IN_SLOTS.get(evidence);
  if (inSlots === undefined) {
    const slots = evidence.map(({ words }) => words.toLowerCase()).join(' ');
    IN_SLOTS.set(evidence, (inSlots = new Set<string>(slots.match(WORDS) ?? [])));
  }
  return (match.ranked[rank]?.matchedWords ?? []).filter((word) => !inSlots.has(word));
}

/** The words of a question's slots: each candidate is held against them. */
const IN_SLOTS = new WeakMap<NonNullable<Question['evidence']>, ReadonlySet<string>>();

/** Things that an entry does not know: of what is asked, where nothing of ours is named; else beside it. */
function nounsOf({ nouns, named }: Cues, entry: RankedEntry): Record<string, number> {
  const strange = nouns.filter(({ word }) => !knowsWord(entry, word));
  const count = (kind: Cues['nouns'][number]['kind']) =>
    few(strange.filter((one) => one.kind === kind).length);
  const side = named ? 'beside' : 'alone';
  return {
    [`${side}Listed`]: count('listed'),
    [`${side}Use`]: count('use'),
    [`${side}Unknown`]: count('unknown'),
    [`${side}First`]: flag(strange.length > 0),
    knownNouns: few(nouns.length - strange.length),
  };
}

function ofData(
  { reading, data, agreement }: DataCandidate,
  { whole, match, words: [weighed], doubts }: Candidates,
): Signals {
  const { cues, cost } = reading;
  // With what it leans on.
  const { question } = data.answer;
  const likely = logit(match.confidence);
  const beyond = few(beyondSlots(question, match, 0).length);
  const plain = question.metrics.length > 0 && question.metrics.every((metric) => metric === 'price');
  const slots = slotsOf(question);
  const missing = data.kind === 'missing';
  const clean = reading.cues.clean;
  const bound = slots > 0 || question.extreme !== null;
  return {
    bias: 1,
    cost,
    agreement,
    clean: flag(clean),
    cleanBound: flag(clean && bound),
    cleanStrong: flag(clean && cues.metric === 'strong'),
    cleanNamed: flag(clean && cues.named),
    cleanChange: flag(clean && bound && question.intent === 'change'),
    currentPrice: flag(clean && plain && question.current),
    cleanFaq: clean ? likely : 0,
    cleanBoundFaq: clean && bound ? likely : 0,
    offTradeWeak: flag(whole.cues.trade === 0 && !cues.named && cues.metric !== 'strong'),
    poor: flag(question.understood < 0.6),
    veryPoor: flag(question.understood < 0.4),
    doubtedAlone: flag(!cues.named && (cues.doubts.remark !== null || cues.doubts.stranger !== null)),
    nouns: few(cues.nouns.length),
    verbs: few(cues.verbs),
    leftNouns: few(cues.left.noun),
    leftVerbs: few(cues.left.verb),
    leftHeads: few(cues.left.head),
    leftSenses: few(cues.left.sense),
    mended: few(cues.left.mended),
    renamed: few(cues.left.renamed),
    understood: question.understood,
    strong: flag(cues.metric === 'strong'),
    weak: flag(cues.metric === 'weak'),
    loose: flag(cues.metric === 'loose'),
    noMetric: flag(question.metrics.length === 0),
    named: flag(cues.named),
    slots,
    slotted: flag(slots > 0),
    plain: flag(plain),
    missing: flag(missing),
    reason: flag(question.reason),
    why: flag(question.why === true),
    [`aside.${question.aside?.kind ?? 'none'}`]: 1,
    strangeAside: flag((question.aside ?? null) !== null && !cues.named),
    leftOut: few((question.leftOut ?? []).length),
    ...doubts,
    ...(OF_INTENT.get(question.intent) ?? NO_INTENT),
    faq: likely,
    faqReason: question.reason ? likely : 0,
    faqSlotted: slots > 0 ? likely : 0,
    faqPlain: plain ? likely : 0,
    faqMissing: missing ? likely : 0,
    faqKnown: few(weighed?.known ?? 0),
    faqStrange: few(weighed?.strange ?? 0),
    faqBeyond: beyond,
    faqBeyondSure: beyond * match.confidence,
    unnamedNouns: cues.named ? 0 : few(cues.nouns.length + cues.left.noun + cues.left.head),
    unnamedSlots: cues.named ? 0 : slots,
    noSlots: flag(slots === 0 && question.extreme === null),
    offer: flag((question.offer ?? null) !== null),
    offered: flag(question.offer?.per !== undefined),
    threshold: flag((question.threshold ?? null) !== null),
    combined: flag((question.combine ?? null) !== null),
    placeAlone: flag(question.countries.length > 0 && cues.metric === 'none' && !cues.named),
    pointing: flag(question.pointing === true && !cues.named && slots === 0),
    empty: flag(cues.words - cues.nouns.length <= 0),
    scarce: flag(cues.words <= 1 && !cues.named),
    foreignBuilt: flag(whole.question.foreign !== null && !whole.cues.foreignListed),
  };
}

function ofFaq(
  { entry, rank }: FaqCandidate,
  { whole, match, data, said, words, doubts }: Candidates,
): Signals {
  const { question, cues } = whole;
  const { known, slips, strange } = words[rank] ?? NO_WORDS;
  const ties = entry.ties.filter(({ word, mended }) => !mended && !STOP_WORDS.has(word));
  const beyond = beyondSlots(question, match, rank);
  const telling = beyond.filter((word) => !STOP_WORDS.has(word) && !MARKET_WORDS.has(word));
  const likely = logit(entry.probability);
  const next = match.ranked[rank === 0 ? 1 : 0]?.probability ?? 0;
  const [first] = data;
  const figures = first !== undefined && first.reading === whole && said?.kind === 'figures';
  const slots = slotsOf(question);
  const foreign = question.foreign?.toLowerCase().match(WORDS) ?? [];
  return {
    bias: 1,
    likely,
    likelyReason: question.reason ? likely : 0,
    likelySlotted: slots > 0 ? likely : 0,
    likelyFigures: figures ? likely : 0,
    ahead: likely - logit(next),
    second: flag(rank === 1),
    third: flag(rank === 2),
    known: few(known),
    slips: few(slips),
    strange: few(strange),
    knownShare: known / Math.max(known + slips + strange, 0.5),
    unknown: flag(known === 0),
    offTradeLikely: cues.trade === 0 && !cues.named ? likely : 0,
    strong: flag(cues.metric === 'strong'),
    weak: flag(cues.metric === 'weak'),
    loose: flag(cues.metric === 'loose'),
    sector: flag(question.sectors.length + (question.parts ?? []).length > 0),
    country: flag(question.countries.length > 0 || question.allCountries),
    sourced: flag(question.source !== null),
    carried: flag(known >= 1 && strange + slips / 2 <= known / 2),
    carriedLikely: known >= 1 && strange + slips / 2 <= known / 2 ? likely : 0,
    thin: flag(telling.length === 0),
    thinner: flag(telling.length === 1),
    overClean: flag(figures && whole.cues.clean),
    overCleanBound: flag(figures && whole.cues.clean && slots > 0),
    overCurrent: flag(figures && question.current && question.metrics.includes('price') && !question.reason),
    overCleanLikely: figures && whole.cues.clean ? likely : 0,
    mostShared: Math.max(0, ...ties.map(({ share }) => share)),
    shared: ties.reduce((sum, { share }) => sum + Math.min(share, 0.3), 0),
    strangeLikely: (strange / Math.max(known + strange, 0.5)) * likely,
    beyond: few(beyond.length),
    telling: few(telling.length),
    figures: flag(figures),
    figuresUnderstood: figures ? question.understood : 0,
    figuresStrong: flag(figures && cues.metric === 'strong'),
    figuresSlotted: figures ? slots : 0,
    figuresPlain: flag(
      figures && question.metrics.length > 0 && question.metrics.every((metric) => metric === 'price'),
    ),
    named: flag(cues.named),
    pointing: flag(question.pointing === true && !cues.named),
    scarce: flag(cues.words <= 1 && !cues.named),
    scarceLikely: cues.words <= 1 && !cues.named ? likely : 0,
    unnamedLikely: cues.named ? 0 : likely,
    unnamedKnown: cues.named ? 0 : few(known),
    slots,
    ...nounsOf(cues, entry),
    reason: flag(question.reason),
    why: flag(question.why === true),
    description: flag(question.aside?.kind === 'description'),
    ...doubts,
    foreignBuilt: flag(question.foreign !== null && !cues.foreignListed),
    foreignListed: flag(question.foreign !== null && cues.foreignListed),
    foreignKnown: flag(foreign.length > 0 && foreign.every((word) => knowsWord(entry, word))),
  };
}

/** The signals of a candidate among the others; those of data and of the FAQ are weighed apart. */
export function signalsOf(candidate: Candidate, among: Candidates): Signals {
  return candidate.kind === 'data' ? ofData(candidate, among) : ofFaq(candidate, among);
}
