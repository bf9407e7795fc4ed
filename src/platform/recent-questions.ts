/** Each person's last questions, newest first, for their App Home. In memory, for a day. */
import type { Question } from '#src/domain/question.ts';
import { createExpiringMap } from './expiring-map.ts';

const LIFETIME_MS = 24 * 3_600_000;
const PEOPLE = 5000;
const KEPT = 5;

export interface RecentQuestion {
  readonly text: string;
  /** The question before it in its conversation, which it may lean on. */
  readonly previous: Question | undefined;
}

export interface RecentQuestions {
  of(user: string): readonly string[];
  last(user: string): RecentQuestion | undefined;
  add(user: string, text: string, previous?: Question): void;
}

/** @param now Milliseconds. */
export function createRecentQuestions(now: () => number): RecentQuestions {
  const questions = createExpiringMap<readonly RecentQuestion[]>({
    capacity: PEOPLE,
    lifetimeMs: LIFETIME_MS,
    now,
  });
  const all = (user: string) => questions.get(user) ?? [];
  return {
    of: (user) => all(user).map(({ text }) => text),
    last: (user) => all(user)[0],
    add: (user, text, previous) => {
      if (text.trim() === '') return;
      const others = all(user).filter((other) => other.text !== text);
      questions.set(user, [{ text, previous }, ...others].slice(0, KEPT));
    },
  };
}
