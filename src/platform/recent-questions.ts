/** Each person's last questions, newest first, for their App Home. In memory, for a day. */
import type { Question } from '#src/domain/reading/question.ts';
import type { Forgettables } from './forgettables.ts';
import { createTeamMap } from './team-map.ts';

const LIFETIME_MS = 24 * 3_600_000;
const PEOPLE = 5000;
const KEPT = 5;

interface RecentQuestion {
  readonly text: string;
  /** The question before it in its conversation, which it may lean on. */
  readonly previous: Question | undefined;
}

interface Kept extends RecentQuestion {
  /** When it was asked. */
  readonly at: number;
}

export interface RecentQuestions {
  of(team: string, user: string): readonly string[];
  last(team: string, user: string): RecentQuestion | undefined;
  add(team: string, user: string, text: string, previous?: Question): void;
}

/** @param now Milliseconds. */
export function createRecentQuestions(now: () => number, forgettables: Forgettables): RecentQuestions {
  const questions = createTeamMap<readonly Kept[]>(
    {
      what: 'each person’s last questions',
      forgettables,
      capacity: PEOPLE,
      lifetimeMs: LIFETIME_MS,
      now,
    },
    (all, until) => all.filter(({ at }) => at > until),
  );
  const all = (team: string, user: string) =>
    (questions.get(team, user) ?? []).filter(({ at }) => now() - at < LIFETIME_MS);
  return {
    of: (team, user) => all(team, user).map(({ text }) => text),
    last: (team, user) => all(team, user)[0],
    add: (team, user, text, previous) => {
      if (text.trim() === '') return;
      const others = all(team, user).filter((other) => other.text !== text);
      questions.set(team, user, [{ text, previous, at: now() }, ...others].slice(0, KEPT));
    },
  };
}
