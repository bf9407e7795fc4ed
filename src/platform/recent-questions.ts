/** Each person's last questions, newest first, for their App Home. In memory, for a day. */
import { createExpiringMap } from './expiring-map.ts';

const LIFETIME_MS = 24 * 3_600_000;
const PEOPLE = 5000;
const KEPT = 5;

export interface RecentQuestions {
  of(user: string): readonly string[];
  add(user: string, text: string): void;
}

/** @param now Milliseconds. */
export function createRecentQuestions(now: () => number): RecentQuestions {
  const questions = createExpiringMap<readonly string[]>({ capacity: PEOPLE, lifetimeMs: LIFETIME_MS, now });
  const of = (user: string) => questions.get(user) ?? [];
  return {
    of,
    add: (user, text) => {
      if (text.trim() === '') return;
      questions.set(user, [text, ...of(user).filter((other) => other !== text)].slice(0, KEPT));
    },
  };
}
