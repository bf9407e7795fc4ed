/** What was asked last in each thread and direct message, so that "and 2024?" can be read. In memory, for 30 minutes. */
import type { Question } from '#src/domain/question.ts';
import { createExpiringMap } from './expiring-map.ts';

const LIFETIME_MS = 30 * 60_000;
const CAPACITY = 5000;

/** Where a conversation takes place: a channel's thread, or a direct message (with or without a thread). */
export interface Place {
  readonly channel: string;
  readonly thread?: string | undefined;
}

export interface ConversationMemory {
  recall(place: Place): Question | undefined;
  remember(place: Place, question: Question): void;
}

const keyOf = ({ channel, thread }: Place) => `${channel} ${thread ?? ''}`;

/** @param now Milliseconds. */
export function createConversationMemory(now: () => number): ConversationMemory {
  const questions = createExpiringMap<Question>({ capacity: CAPACITY, lifetimeMs: LIFETIME_MS, now });
  return {
    recall: (place) => questions.get(keyOf(place)),
    remember: (place, question) => questions.set(keyOf(place), question),
  };
}
