/** Learns how likely each intent is from messages that were written for it: the weights that `requests/intent-score.ts` reads. */
import { dayIn } from '#src/domain/measure/days.ts';
import type { Material } from '#src/domain/series/material.ts';
import { createRandom } from '#src/domain/faq/matching/random.ts';
import { featuresOf, NONE } from '#src/domain/watching/requests/intent-score.ts';
import { lookAt } from '#src/domain/watching/requests/look-at.ts';
import { mendText } from '#src/domain/watching/requests/mend-words.ts';

/** A message and what it asks for; a list where more than one intent is right. */
export interface RequestLine {
  readonly q: string;
  readonly intent: string | readonly string[];
  /** An ISO instant and the zone of whoever writes. */
  readonly now: string;
  readonly zone: string;
}

interface Example {
  readonly features: readonly number[];
  readonly scale: number;
  readonly wanted: number;
}

interface IntentWeights {
  readonly classes: readonly string[];
  /** By feature, the number of a class and its weight, the next class and its weight, and so on. */
  readonly features: Readonly<Record<string, readonly number[]>>;
}

const ROUNDS = 60;
const RATE = 0.3;
const DECAY = 1e-4;
const SEED = 17;
/** What fewer messages have says nothing of others. */
const FEWEST = 2;
/** Weights nearer to 0 are left out. */
const SMALLEST = 0.12;

/** Multinomial logistic regression by AdaGrad; the same lines give the same weights, to the last digit that is kept. */
export function learnIntents(lines: readonly RequestLine[], materials: readonly Material[]): IntentWeights {
  const read = lines.map(({ q, intent, now, zone }) => ({
    names: featuresOf(
      lookAt(mendText(q, materials), { materials, today: dayIn(Date.parse(now), zone), zone }),
    ),
    intent: [intent].flat()[0] ?? NONE,
  }));
  const classes = [...new Set(read.map(({ intent }) => intent))].toSorted();
  const seen = new Map<string, number>();
  for (const name of read.flatMap((one) => one.names)) seen.set(name, (seen.get(name) ?? 0) + 1);
  const names = [...seen].flatMap(([name, times]) => (times < FEWEST ? [] : [name])).toSorted();
  const index = new Map(names.map((name, at) => [name, at]));
  const examples = read.map((one): Example => ({
    features: one.names.flatMap((name) => index.get(name) ?? []),
    scale: 1 / Math.sqrt(one.names.length),
    wanted: classes.indexOf(one.intent),
  }));
  const weights = fit(examples, classes.length, names.length);
  const features = names.flatMap((name, at) => {
    const row = weights.flatMap((ofClass, of) => {
      const weight = Number((ofClass[at] ?? 0).toFixed(2));
      return Math.abs(weight) < SMALLEST ? [] : [of, weight];
    });
    return row.length === 0 ? [] : [[name, row] as const];
  });
  return { classes, features: Object.fromEntries(features) };
}

function fit(examples: readonly Example[], classes: number, features: number): readonly Float64Array[] {
  const weights = Array.from({ length: classes }, () => new Float64Array(features));
  const squares = Array.from({ length: classes }, () => new Float64Array(features).fill(1e-8));
  const random = createRandom(SEED);
  const order = examples.map((_, at) => at);
  for (let round = 0; round < ROUNDS; round += 1) {
    random.shuffle(order);
    for (const at of order) step(examples[at]!, weights, squares);
  }
  return weights;
}

function step(
  { features, scale, wanted }: Example,
  weights: readonly Float64Array[],
  squares: readonly Float64Array[],
): void {
  const sums = weights.map((row) => features.reduce((sum, at) => sum + row[at]!, 0) * scale);
  const most = Math.max(...sums);
  const odds = sums.map((sum) => Math.exp(sum - most));
  const total = odds.reduce((all, one) => all + one, 0);
  for (const [of, row] of weights.entries()) {
    const error = ((odds[of] ?? 0) / total - (of === wanted ? 1 : 0)) * scale;
    if (Math.abs(error) < 1e-6) continue;
    for (const at of features) {
      const gradient = error + DECAY * row[at]!;
      squares[of]![at]! += gradient * gradient;
      row[at]! -= (RATE * gradient) / Math.sqrt(squares[of]![at]!);
    }
  }
}

/** The file of the weights, as it is kept. */
export function weightsFile({ classes, features }: IntentWeights): string {
  const rows = Object.entries(features).map(
    ([name, row]) => `${JSON.stringify(name)}:${JSON.stringify(row)}`,
  );
  return `{"classes":${JSON.stringify(classes)},"features":{\n${rows.join(',\n')}\n}}\n`;
}
