/** Asks a matcher questions, and counts: how often is it right, does it know when it isn't, how fast is it? */
import type { MatchEntry } from '#src/domain/faq/matcher.ts';
import type { BenchQuestion } from './sets.ts';

/** What a matcher says to a question. */
export interface Reply {
  /** Ids of entries, best first. */
  readonly ids: readonly string[];
  /** Any number that grows with how sure it is. */
  readonly confidence: number;
  /** True where it would answer at once; undefined if it has no notion of that. */
  readonly answers: boolean | undefined;
}

export type Contestant = (text: string) => Reply | Promise<Reply>;
export type Build = (entries: readonly MatchEntry[]) => Contestant | Promise<Contestant>;

/** Shares are in percent. `null`: not to be had, for want of out-of-scope questions or of a threshold. */
export interface Measurement {
  /** Questions asked, those out of scope among them. */
  readonly n: number;
  readonly top1: number | null;
  readonly top3: number | null;
  /** How well confidence parts questions in scope from those out of it; 50 is chance. */
  readonly auroc: number | null;
  /** Out-of-scope questions refused where 95 % of the others are kept. */
  readonly rec95: number | null;
  /** Questions in scope that are answered at once. */
  readonly answered: number | null;
  /** Of all that is answered at once, out of scope or not, what is right. */
  readonly answeredPrecision: number | null;
  /** The same where 10, 30 and 60 % of the questions are out of scope, by weight. */
  readonly precisionAmong: Readonly<Record<'10' | '30' | '60', number | null>>;
  /** Out-of-scope questions that are answered at once. */
  readonly oosAnswered: number | null;
  readonly qps: number;
  readonly p50us: number;
  readonly p95us: number;
  readonly buildMs: number;
  readonly rssMb: number;
}

/** Questions asked before the clock runs, so that the compiler has seen the code. */
const WARM_UP = 100;

const round = (value: number, digits: number): number => Number(value.toFixed(digits));
const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : round((100 * part) / whole, 1);

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Chance that a question in scope has more confidence than one out of it; half of it where they are even. */
function measureAuroc(inside: readonly number[], outside: readonly number[]): number | null {
  if (inside.length === 0 || outside.length === 0) return null;
  let wins = 0;
  for (const one of inside) for (const other of outside) wins += one > other ? 1 : one === other ? 0.5 : 0;
  return percent(wins, inside.length * outside.length);
}

/** Builds the matcher and asks it everything, one question after another. */
export async function measure(
  build: Build,
  entries: readonly MatchEntry[],
  questions: readonly BenchQuestion[],
): Promise<Measurement> {
  const begun = performance.now();
  const contestant = await build(entries);
  const buildMs = performance.now() - begun;
  for (const { text } of questions.slice(0, WARM_UP)) await contestant(text);

  const judged: { readonly right: readonly string[]; readonly reply: Reply }[] = [];
  const times: number[] = [];
  for (const { text, right } of questions) {
    const start = performance.now();
    const said = contestant(text);
    const reply = said instanceof Promise ? await said : said;
    times.push(performance.now() - start);
    judged.push({ right, reply });
  }
  const total = times.reduce((sum, time) => sum + time, 0);
  times.sort((one, other) => one - other);

  const inside = judged.filter(({ right }) => right.length > 0);
  const outside = judged.filter(({ right }) => right.length === 0);
  const isRight = ({ right, reply }: (typeof judged)[number], among: number): boolean =>
    reply.ids.slice(0, among).some((id) => right.includes(id));
  const insideConfidence = inside.map(({ reply }) => reply.confidence);
  const outsideConfidence = outside.map(({ reply }) => reply.confidence);
  const keep = quantile(
    insideConfidence.toSorted((one, other) => one - other),
    0.05,
  );
  const canAnswer = judged.some(({ reply }) => reply.answers !== undefined);
  const answered = judged.filter(({ reply }) => reply.answers === true);
  const answeredInside = answered.filter(({ right }) => right.length > 0);
  const rightAtOnce = answered.filter((one) => isRight(one, 1)).length;
  /** Of what is answered at once, what is right where so many of a hundred questions are out of scope. */
  const precisionAmong = (strangers: number): number | null => {
    if (!canAnswer || outside.length === 0) return null;
    const weight = (strangers * inside.length) / ((100 - strangers) * outside.length);
    return percent(rightAtOnce, answeredInside.length + weight * (answered.length - answeredInside.length));
  };
  return {
    n: questions.length,
    top1: percent(inside.filter((one) => isRight(one, 1)).length, inside.length),
    top3: percent(inside.filter((one) => isRight(one, 3)).length, inside.length),
    auroc: measureAuroc(insideConfidence, outsideConfidence),
    rec95: percent(outsideConfidence.filter((one) => one < keep).length, outside.length),
    answered: canAnswer ? percent(answeredInside.length, inside.length) : null,
    answeredPrecision: canAnswer ? percent(rightAtOnce, answered.length) : null,
    precisionAmong: { 10: precisionAmong(10), 30: precisionAmong(30), 60: precisionAmong(60) },
    oosAnswered: canAnswer ? percent(answered.length - answeredInside.length, outside.length) : null,
    qps: Math.round((1000 * questions.length) / Math.max(total, 1e-6)),
    p50us: round(1000 * quantile(times, 0.5), 1),
    p95us: round(1000 * quantile(times, 0.95), 1),
    buildMs: Math.round(buildMs),
    rssMb: Math.round(process.memoryUsage().rss / 1e6),
  };
}
