/** Learns how the judge weighs candidates. The same catalog gives the same weights, to the last digit. */
import type { Candidate } from '#src/domain/asking/candidates.ts';
import type { Catalog } from '#src/domain/asking/catalog.ts';
import type { Judgement } from '#src/domain/asking/judge.ts';
import type { Signals } from '#src/domain/asking/signals.ts';
import { fitLogistic } from '#src/domain/faq/matching/calibration.ts';
import { madeCases, type Case, type Kind } from './cases.ts';

const STRENGTH = 1;
/** Shares of real traffic: a made set has other ones. */
const TRAFFIC: Readonly<Record<Kind, number>> = { figures: 0.5, faq: 0.3, strangers: 0.2 };
const PRECISIONS = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.98, 0.99, 0.995, 0.999];
const DIGITS = 4;

interface Learned extends Judgement {
  /** What a held-out half of the made questions came to. */
  readonly report: string;
}

export function learnJudge(catalog: Catalog): Learned {
  const cases = madeCases(catalog);
  const names = [
    ...new Set(cases.flatMap(({ candidates }) => candidates.flatMap(({ signals }) => Object.keys(signals)))),
  ].toSorted();
  const one = cases.filter((_, at) => at % 2 === 0);
  const other = cases.filter((_, at) => at % 2 === 1);
  // The best of many candidates is likelier by its weights than it is, so this is measured on cases that were not fitted.
  const trials = [...topTrials(other, fit(one, names), names), ...topTrials(one, fit(other, names), names)];
  const calibration = fitLogistic(trials, 'right', [1, 0], STRENGTH);
  const weights = fit(cases, names);
  const weightsFor = (kind: Candidate['kind']) =>
    Object.fromEntries(
      names.flatMap((name, at) =>
        name.startsWith(`${kind}.`) ? [[name.slice(kind.length + 1), round(weights[at] ?? 0)] as const] : [],
      ),
    );
  const slope = round(calibration[0] ?? 1);
  const constant = round(calibration[1] ?? 0);
  const calibrated = trials
    .map(({ evidence, right, weight }) => ({
      p: 1 / (1 + Math.exp(-slope * evidence[0]! - constant)),
      right,
      weight,
    }))
    .toSorted((a, b) => b.p - a.p);
  return {
    weights: { data: weightsFor('data'), faq: weightsFor('faq') },
    calibration: [slope, constant],
    thresholds: PRECISIONS.map((precision) => ({
      precision,
      from: round(thresholdFor(calibrated, precision)),
    })),
    report: reportOf(trials, calibrated, thresholdFor(calibrated, 0.95)),
  };
}

const round = (value: number): number => Number(value.toFixed(DIGITS));

function weightsOf(cases: readonly Case[]): Readonly<Record<Kind, number>> {
  const count = (kind: Kind) => Math.max(1, cases.filter((one) => one.kind === kind).length);
  return {
    figures: (TRAFFIC.figures * cases.length) / count('figures'),
    faq: (TRAFFIC.faq * cases.length) / count('faq'),
    strangers: (TRAFFIC.strangers * cases.length) / count('strangers'),
  };
}

function vectorOf(signals: Signals, names: readonly string[]): readonly number[] {
  return names.map((name) => signals[name] ?? 0);
}

function fit(cases: readonly Case[], names: readonly string[]): readonly number[] {
  const shares = weightsOf(cases);
  const trials = cases.flatMap(({ kind, candidates }) =>
    candidates.map(({ signals, right }) => ({
      evidence: vectorOf(signals, names),
      right,
      listed: right,
      weight: shares[kind],
    })),
  );
  // Both kinds have a constant of their own among their signals; that of the model itself stays nothing.
  const prior = [...names.map(() => 0), 0];
  return fitLogistic(trials, 'right', prior, STRENGTH).slice(0, names.length);
}

interface TopTrial {
  readonly evidence: readonly number[];
  readonly right: boolean;
  readonly listed: boolean;
  readonly weight: number;
  readonly kind: Kind;
  readonly text: string;
}

/** The log odds of each question's likeliest candidate, and whether it is right. */
function topTrials(
  cases: readonly Case[],
  weights: readonly number[],
  names: readonly string[],
): readonly TopTrial[] {
  const shares = weightsOf(cases);
  return cases.flatMap(({ kind, text, candidates }): readonly TopTrial[] => {
    const scored = candidates
      .map(({ signals, right }) => ({
        right,
        score: vectorOf(signals, names).reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0),
      }))
      .toSorted((a, b) => b.score - a.score);
    const [top] = scored;
    return top === undefined
      ? []
      : [{ evidence: [top.score], right: top.right, listed: top.right, weight: shares[kind], kind, text }];
  });
}

interface Calibrated {
  readonly p: number;
  readonly right: boolean;
  readonly weight: number;
}

/** The lowest probability from which on, taken together, so large a share is right. */
function thresholdFor(trials: readonly Calibrated[], precision: number): number {
  let right = 0;
  let all = 0;
  let from = 1;
  for (const trial of trials) {
    all += trial.weight;
    if (trial.right) right += trial.weight;
    if (right / all >= precision) from = trial.p;
  }
  return from;
}

function reportOf(trials: readonly TopTrial[], calibrated: readonly Calibrated[], from: number): string {
  const share = (kind: Kind) => {
    const own = trials.filter((one) => one.kind === kind);
    return `${kind} best right ${own.filter(({ right }) => right).length}/${own.length}`;
  };
  const sum = (list: readonly Calibrated[]) => list.reduce((total, { weight }) => total + weight, 0);
  const given = calibrated.filter(({ p }) => p >= from);
  return [
    share('figures'),
    share('faq'),
    `answered at once ${((100 * sum(given)) / sum(calibrated)).toFixed(1)} %, of it right ${((100 * sum(given.filter(({ right }) => right))) / sum(given)).toFixed(1)} %, from ${from.toFixed(3)}`,
  ].join('; ');
}
