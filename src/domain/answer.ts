/** An answer is data. Charts and presentation turn it into pictures, Slack blocks and plain text. */
import type { Quantity } from './measure/figure.ts';
import type { Change } from './measure/changes.ts';
import type { Figure } from './series/figures.ts';
import type { Citation } from './series/metal.ts';
import { ASKED_METRICS, type AskedMetric } from './reading/asked-metrics.ts';
import type { Need } from './reading/need.ts';
import type { Question } from './reading/question.ts';
import type { ChartSubject } from './series/chart-subject.ts';

/** A number that a source states besides its series: what it claims, or how much metal is in something. */
export interface Stated {
  /** Id of a metal or a material. */
  readonly material: string;
  readonly stated: 'change' | 'share' | 'content';
  readonly place?: string | undefined;
  /** What the metal is in, or what is claimed to change: a product, an oxide, a metric, a sector's demand. */
  readonly item?: string | undefined;
  /** The year that it is of, or the first and the last with a slash between; absent where the source does not say. */
  readonly at?: string | undefined;
  readonly quantity: Quantity;
  readonly citation: Citation;
}

/** Where a number comes from. */
export type Origin = Figure | Stated;

/** What a number is made of: the one figure that it is, or all that it was worked out from. */
interface Made {
  readonly from: readonly Origin[];
  readonly given?: never;
}

/** A number that no source is named with: the asker's own, in whatever unit; or what an alert or a digest was set up with, and keeps. */
interface Given {
  readonly from?: never;
  readonly given: true;
}
type Sourced = Made | Given;

/**
 * A run of text. Strings are literal and are escaped at the edge, whoever wrote them;
 * figures are formatted at the edge, so that a reader's number language can differ.
 */
export type Span =
  | string
  | ({ readonly quantity: Quantity } & Sourced)
  | ({ readonly change: Change } & Sourced)
  | { readonly strong: readonly Span[] };

export type Line = readonly Span[];

/** The language of numbers where nobody has chosen one. */
export const DEFAULT_LOCALE = 'en-US';

/** What is said, to tell one from another: without where its numbers come from. */
export const saidIn = (said: unknown): string => JSON.stringify(withoutSources(said));

/** A copy: looking at each value as it is written out takes ten times as long. */
function withoutSources(said: unknown): unknown {
  if (Array.isArray(said)) return said.map(withoutSources);
  if (typeof said !== 'object' || said === null) return said;
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(said)) if (key !== 'from') kept[key] = withoutSources(value);
  return kept;
}

/** A choice that asks another question when it is pressed. */
export interface Suggestion {
  /** At most 75 characters: it is a button's text. */
  readonly label: string;
  /** What is asked, in words that stand alone. */
  readonly ask: string;
  /** The same as data: what is asked when it is pressed. */
  readonly need?: Need | undefined;
  /** The FAQ entry it leads to, if it leads to one. */
  readonly faq?: string | undefined;
}

/** Rows of figures under the first lines: a history, a breakdown, a comparison. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Line[])[];
}

/** What has a topic of another name than its own. */
export const TOPIC_OF = {
  share: 'sectors',
  demand: 'sectors',
  'supply-status': 'supply',
  'import-reliance': 'reliance',
  'end-use': 'uses',
} as const satisfies Partial<Record<AskedMetric, string>>;
type Renamed = keyof typeof TOPIC_OF;

export const isRenamed = (metric: AskedMetric): metric is Renamed => Object.hasOwn(TOPIC_OF, metric);

/** What is about no one metric. */
const GENERAL = ['change', 'compare', 'cost', 'summary', 'sources', 'faq', 'help', 'unknown'] as const;

export type TopicId = (typeof GENERAL)[number] | (typeof TOPIC_OF)[Renamed] | Exclude<AskedMetric, Renamed>;

export const TOPICS: readonly TopicId[] = [
  ...new Set([...ASKED_METRICS.map((metric) => (isRenamed(metric) ? TOPIC_OF[metric] : metric)), ...GENERAL]),
];

/** One part of an answer: a question that asks for two things gets two parts. */
export interface Part {
  readonly topic: TopicId;
  /** First line: the figure, in bold, with unit and kind. */
  readonly headline: Line;
  /** Then what it means. */
  readonly body: readonly Line[];
  readonly table?: Table | undefined;
  /** Then what to beware of: disagreements, projections, bases, assumptions, what the sources do not say. */
  readonly cautions: readonly Line[];
  readonly citations: readonly Citation[];
  /** Whose claim it is, where the source speaks of its own services. */
  readonly claimant?: string | undefined;
  readonly chart?: ChartSubject | undefined;
  /** What the chart is of, as a sentence names it: told where charts of several stand side by side. */
  readonly chartOf?: string | undefined;
  /** Show the chart at once, because it was asked for or a picture says more. */
  readonly chartWanted?: boolean | undefined;
  /** A file that was asked for, as text. */
  readonly file?: { readonly name: string; readonly text: string } | undefined;
}

export interface Answer {
  /** What was understood; a follow-up in the same thread is read against it. */
  readonly question: Question;
  /** `answer`: answered. `suggest`: "did you mean". `none`: "I don't know", with what there is instead. */
  readonly outcome: 'answer' | 'suggest' | 'none';
  readonly topic: TopicId;
  /** The FAQ entry that answered, also where a topic adds figures to it. */
  readonly faq: string | null;
  readonly metal: string | null;
  readonly parts: readonly Part[];
  /** "Did you mean" choices, or what there is instead, or what one might ask next. */
  readonly suggestions: readonly Suggestion[];
  /** 0 to 1. */
  readonly confidence: number;
  /** Spelling that was mended to understand the question: "neodimyum" -> "neodymium". */
  readonly repairs: readonly { readonly from: string; readonly to: string }[];
  /** What else may have been meant, likeliest first; absent where nobody typed it. */
  readonly alternatives?: readonly Alternative[];
}

/** Another answer that was weighed, and asks for itself in words that stand alone. */
export interface Alternative extends Suggestion {
  /** 0 to 1, as `confidence` is. */
  readonly probability: number;
}
