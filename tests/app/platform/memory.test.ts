import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { setImmediate as turn } from 'node:timers/promises';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createConversationMemory } from '#src/platform/conversation-memory.ts';
import { createExpiringMap } from '#src/platform/expiring-map.ts';
import { createForgettables } from '#src/platform/forgettables.ts';
import { createInFlight } from '#src/platform/in-flight.ts';
import { createRecentQuestions } from '#src/platform/recent-questions.ts';
import { answerOf } from '../../pure/presentation/answers.ts';

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
    const memory = createConversationMemory(() => now, createForgettables());
    memory.remember('T1', { channel: 'C1', thread: '1.0' }, question);
    expect(memory.recall('T1', { channel: 'C1', thread: '1.0' })).toBe(question);
    expect(memory.recall('T1', { channel: 'C1', thread: '2.0' })).toBeUndefined();
    expect(memory.recall('T1', { channel: 'C1' })).toBeUndefined();
    now = 30 * 60_000;
    expect(memory.recall('T1', { channel: 'C1', thread: '1.0' })).toBeUndefined();
  });

  it('is kept by person, newest first, each once, five at most', () => {
    const recent = createRecentQuestions(() => 0, createForgettables());
    for (const text of ['a', 'b', 'a', ' ', 'c', 'd', 'e', 'f']) recent.add('T1', 'U1', text);
    expect(recent.of('T1', 'U1')).toEqual(['f', 'e', 'd', 'c', 'a']);
    expect(recent.of('T1', 'U2')).toEqual([]);
    expect(recent.of('T2', 'U1')).toEqual([]);
  });
});

it('what a workspace has asked up to an instant is forgotten in all that is registered, and nothing else', () => {
  let now = 0;
  const forgettables = createForgettables();
  const recent = createRecentQuestions(() => now, forgettables);
  const memory = createConversationMemory(() => now, forgettables);
  const ask = (team: string, user: string) => {
    recent.add(team, user, 'price');
    memory.remember(team, { channel: user }, question);
  };
  ask('T1', 'U1');
  ask('T2', 'U2');
  now = 1000;
  ask('T1', 'U3');
  const known = (team: string, user: string) => [
    recent.of(team, user).length,
    memory.recall(team, { channel: user }) === question,
  ];
  forgettables.forgetTeam('T1', 999);
  expect([known('T1', 'U1'), known('T2', 'U2'), known('T1', 'U3')]).toEqual([
    [0, false],
    [1, true],
    [1, true],
  ]);
  forgettables.forgetTeam('T1', Infinity);
  expect([known('T2', 'U2'), known('T1', 'U3')]).toEqual([
    [1, true],
    [0, false],
  ]);
});

/** Whether something is still held in memory. */
async function isHeld(held: WeakRef<object>): Promise<boolean> {
  await turn();
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return held.deref() !== undefined;
}

function asked(now: () => number) {
  const forgettables = createForgettables();
  const recent = createRecentQuestions(now, forgettables);
  const ask = (text: string) => {
    const before = { ...question };
    recent.add('T1', 'U1', text, before);
    return new WeakRef(before);
  };
  return { forgettables, recent, ask };
}

describe('what is forgotten', () => {
  const DAY = 86_400_000;

  it('with a workspace is held no more, though it was too old to be found before', async () => {
    let now = 0;
    const { forgettables, ask } = asked(() => now);
    const held = ask('price');
    now = 2 * DAY;
    forgettables.forgetTeam('T1', Infinity);
    expect(await isHeld(held)).toBe(false);
  });

  it('for its age is held no more once it is looked through, though nobody asks for it again', async () => {
    let now = 0;
    const { forgettables, ask } = asked(() => now);
    const held = ask('price');
    forgettables.forgetOld();
    expect(await isHeld(held)).toBe(true);
    // What was asked later does not keep it.
    now = DAY / 2;
    const later = ask('production');
    now = DAY;
    forgettables.forgetOld();
    expect([await isHeld(held), await isHeld(later)]).toEqual([false, true]);
    now = 2 * DAY;
    forgettables.forgetOld();
    expect(await isHeld(later)).toBe(false);
  });

  it('of before a removal goes, and what was asked since stays', async () => {
    let now = 0;
    const { forgettables, recent, ask } = asked(() => now);
    const held = ask('price');
    now = 1000;
    ask('production');
    forgettables.forgetTeam('T1', 999);
    expect(recent.of('T1', 'U1')).toEqual(['production']);
    expect(await isHeld(held)).toBe(false);
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
