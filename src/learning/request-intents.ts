/** Learns how likely each intent is from messages that were written for it: the weights that `requests/intent-score.ts` reads. */
import { dayIn } from '#src/domain/measure/days.ts';
import type { Material } from '#src/domain/series/material.ts';
import { createRandom } from '#src/domain/faq/matching/random.ts';
import { featuresOf, NONE } from '#src/domain/watching/requests/intents/intent-score.ts';
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

const ROUNDS = 30;
/** The share of a message's features that a step does without, so that no request hangs on one of its words. */
const LEFT_OUT = 0.4;
const RATE = 0.3;
const DECAY = 1e-4;
const SEED = 17;
/** What fewer messages have says nothing of others. */
const FEWEST = 2;
/** Weights nearer to 0 are left out. */
const SMALLEST = 0.1;

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
  const weights = fit(examples, classes, names.length);
  const features = names.flatMap((name, at) => {
    const row = weights.flatMap((ofClass, of) => {
      const weight = Number((ofClass[at] ?? 0).toFixed(2));
      return Math.abs(weight) < SMALLEST ? [] : [of, weight];
    });
    return row.length === 0 ? [] : [[name, row] as const];
  });
  return { classes, features: Object.fromEntries(features) };
}

/**
 * What a class is made of: itself, what it is of ("digest") and what is done ("delete"), each with weights of its own. So what tells that a
 * digest is to be deleted tells it of an alert as well.
 */
function partsOf(classes: readonly string[]): {
  readonly count: number;
  readonly of: readonly (readonly number[])[];
} {
  const names = classes.map((name) => {
    const [what = '', done = what] = name.split('.');
    return [name, `of ${what}`, `do ${done === 'snooze' ? 'pause' : done}`];
  });
  const all = [...new Set(names.flat())];
  return { count: all.length, of: names.map((parts) => parts.map((part) => all.indexOf(part))) };
}

/** The weights of each class, its parts' summed. */
function fit(
  examples: readonly Example[],
  classes: readonly string[],
  features: number,
): readonly Float64Array[] {
  const parts = partsOf(classes);
  const table: Table = {
    parts: parts.count,
    weights: new Float64Array(features * parts.count),
    squares: new Float64Array(features * parts.count).fill(1e-8),
  };
  const random = createRandom(SEED);
  const order = examples.map((_, at) => at);
  for (let round = 0; round < ROUNDS; round += 1) {
    random.shuffle(order);
    for (const at of order) {
      const { features: all, scale, wanted } = examples[at]!;
      const kept = all.filter(() => random.next() >= LEFT_OUT);
      step({ features: kept, scale: scale / Math.sqrt(1 - LEFT_OUT), wanted }, table, parts.of);
    }
  }
  return parts.of.map((own) =>
    Float64Array.from({ length: features }, (_, at) =>
      own.reduce((sum, part) => sum + table.weights[at * parts.count + part]!, 0),
    ),
  );
}

/** What is learned of each feature and part. A feature's parts lie beside each other: a step goes through all parts of a few features. */
interface Table {
  readonly parts: number;
  readonly weights: Float64Array;
  readonly squares: Float64Array;
}

function step(
  { features, scale, wanted }: Example,
  { parts, weights, squares }: Table,
  classes: readonly (readonly number[])[],
): void {
  const ofPart = new Float64Array(parts);
  for (const feature of features)
    for (let part = 0; part < parts; part += 1) ofPart[part]! += weights[feature * parts + part]!;
  const sums = classes.map((own) => own.reduce((sum, part) => sum + ofPart[part]! * scale, 0));
  const most = Math.max(...sums);
  const odds = sums.map((sum) => Math.exp(sum - most));
  const total = odds.reduce((all, one) => all + one, 0);
  const errors = new Float64Array(parts);
  for (const [of, own] of classes.entries())
    for (const part of own) errors[part]! += ((odds[of] ?? 0) / total - (of === wanted ? 1 : 0)) * scale;
  for (const feature of features)
    for (let part = 0; part < parts; part += 1) {
      const error = errors[part]!;
      if (Math.abs(error) < 1e-6) continue;
      const at = feature * parts + part;
      const gradient = error + DECAY * weights[at]!;
      squares[at]! += gradient * gradient;
      weights[at]! -= (RATE * gradient) / Math.sqrt(squares[at]!);
    }
}

/** The file of the weights, as it is kept. */
export function weightsFile({ classes, features }: IntentWeights): string {
  const rows = Object.entries(features).map(([name, row]) => `${JSON.stringify(name)}:"${row.join(' ')}"`);
  return `{"classes":${JSON.stringify(classes)},"features":{\n${rows.join(',\n')}\n}}\n`;
}
