import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createConversationMemory } from '#src/platform/conversation-memory.ts';
import { createExpiringMap } from '#src/platform/expiring-map.ts';
import { createInFlight } from '#src/platform/in-flight.ts';
import { createRecentQuestions } from '#src/platform/recent-questions.ts';
import { answerOf } from '../presentation/answers.ts';

const { question } = answerOf([]);

describe('a map that forgets', () => {
  it('holds the newest entries that are young enough, and no others', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.nat(40)), { maxLength: 60 });
    fc.assert(
      fc.property(steps, (all) => {
        let now = 0;
        const map = createExpiringMap<number>({ capacity: 3, lifetimeMs: 100, now: () => now });
        const model = new Map<string, number>();
        for (const [key, wait] of all) {
          now += wait;
          map.set(key, now);
          model.delete(key);
          model.set(key, now);
          const alive = [...model].filter(([, since]) => since + 100 > now).slice(-3);
          expect(map.size).toBe(alive.length);
          for (const [name, since] of alive) expect(map.get(name)).toBe(since);
        }
      }),
    );
  });
});

describe('what was asked last', () => {
  it('is kept by thread and by direct message, for 30 minutes', () => {
    let now = 0;
    const memory = createConversationMemory(() => now);
    memory.remember({ channel: 'C1', thread: '1.0' }, question);
    expect(memory.recall({ channel: 'C1', thread: '1.0' })).toBe(question);
    expect(memory.recall({ channel: 'C1', thread: '2.0' })).toBeUndefined();
    expect(memory.recall({ channel: 'C1' })).toBeUndefined();
    now = 30 * 60_000;
    expect(memory.recall({ channel: 'C1', thread: '1.0' })).toBeUndefined();
  });

  it('is kept by person, newest first, each once, five at most', () => {
    const recent = createRecentQuestions(() => 0);
    for (const text of ['a', 'b', 'a', ' ', 'c', 'd', 'e', 'f']) recent.add('U1', text);
    expect(recent.of('U1')).toEqual(['f', 'e', 'd', 'c', 'a']);
    expect(recent.of('U2')).toEqual([]);
  });
});

describe('work in flight', () => {
  it('is waited for, whether it ends well or badly', async () => {
    const inFlight = createInFlight();
    expect(await inFlight.drained(0)).toBe(true);
    const good = Promise.withResolvers<string>();
    const bad = Promise.withResolvers<string>();
    const results = Promise.allSettled([inFlight.run(() => good.promise), inFlight.run(() => bad.promise)]);
    expect(await inFlight.drained(1)).toBe(false);
    const drained = inFlight.drained(10_000);
    good.resolve('done');
    bad.reject(new Error('failed'));
    expect(await drained).toBe(true);
    expect((await results).map((r) => r.status)).toEqual(['fulfilled', 'rejected']);
  });
});
