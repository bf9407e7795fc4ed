/** What is to have come by the end of a round: each slot and each firing by the name that its message carries. */
import { firingSlot } from '#src/storage/alerts.ts';
import { firingsOf } from './rules.ts';
import { comesOn, dateOf } from './schedules.ts';

export interface Many {
  readonly subscriptions: number;
  readonly alerts: number;
  readonly rounds: number;
  /** The moment of the first round, in milliseconds since 1970; the others are a day apart. */
  readonly first: number;
}

export interface Wanted {
  readonly slots: readonly string[];
  readonly firings: readonly { readonly key: string; readonly round: number }[];
}

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

export function wantedOf({ subscriptions, alerts, rounds, first }: Many): Wanted {
  return {
    slots: upTo(rounds).flatMap((at) => {
      const date = dateOf(first, at + 1);
      return upTo(subscriptions)
        .filter((i) => comesOn(i, date))
        .map((i) => `S${i} ${date}T09:00 UTC`);
    }),
    // Whoever fires does so from the first round on: the firing's number is the round's.
    firings: upTo(alerts).flatMap((i) =>
      upTo(firingsOf(i, rounds)).map((at) => ({ key: `${alertId(i)} ${firingSlot(at + 1)}`, round: at + 1 })),
    ),
  };
}

export const alertId = (i: number): string => `A${i}`;
