/** What a request in words comes to before it is set up: what it would be, what is still to be chosen, and what can't be had. */
import type { AskedRequest } from '#src/domain/watching/requests/request.ts';

/** One of several to choose from. `value` is what `withSlot` takes. */
export interface Option {
  readonly value: string;
  readonly words: string;
}

/** Something to be chosen in a card. */
export interface Choice {
  /** The slot that it fills, as `withSlot` knows it. */
  readonly slot: Slot;
  /** The question: "On which day?" */
  readonly label: string;
  /** A time of day and a date are chosen without options. */
  readonly type: 'one' | 'time' | 'date';
  /** None of a time or a date. */
  readonly options: readonly Option[];
  /** What is taken for granted, or was chosen; nothing where the choice is to be made. */
  readonly chosen?: string | undefined;
}

/** What can be chosen in a card; some stand for several slots of a request. */
export const SLOTS = [
  'metals',
  'schedule',
  'schedule.at',
  'schedule.zone',
  'rule.kind',
  'rule.level',
  'rule.unit',
  'rule.percent',
  'rule.days',
  'start',
  'quote.unit',
  'quote.form',
  'quote.date',
  'window',
  'for',
  'target',
] as const;
export type Slot = (typeof SLOTS)[number];

/** A draft of a digest, of alerts, of a price. */
export interface Draft<Made> {
  readonly request: AskedRequest;
  /** What is made on a press; `undefined` while something is to be chosen. */
  readonly made: Made | undefined;
  readonly choices: readonly Choice[];
  /** What was taken for granted, and what can't be had, each a sentence. */
  readonly notes: readonly string[];
}

/** What has no choice made, and none taken for granted. */
export const isOpen = ({ chosen }: Choice): boolean => chosen === undefined;
