/** What was asked last in each thread and direct message, so that "and 2024?" can be read. In memory, for 30 minutes. */
import type { Question } from '#src/domain/reading/question.ts';
import type { Forgettables } from './forgettables.ts';
import { createTeamMap } from './team-map.ts';

const LIFETIME_MS = 30 * 60_000;
const CAPACITY = 5000;

/** Where a conversation takes place: a channel's thread, or a direct message (with or without a thread). */
export interface Place {
  readonly channel: string;
  readonly thread?: string | undefined;
}

export interface ConversationMemory {
  recall(team: string, place: Place): Question | undefined;
  remember(team: string, place: Place, question: Question): void;
}

const keyOf = ({ channel, thread }: Place) => `${channel} ${thread ?? ''}`;

/** @param now Milliseconds. */
export function createConversationMemory(now: () => number, forgettables: Forgettables): ConversationMemory {
  const questions = createTeamMap<Question>({
    what: 'the last question of each conversation',
    forgettables,
    capacity: CAPACITY,
    lifetimeMs: LIFETIME_MS,
    now,
  });
  return {
    recall: (team, place) => questions.get(team, keyOf(place)),
    remember: (team, place, question) => questions.set(team, keyOf(place), question),
  };
}
