/** Limits where many ask at once: what is counted is counted in the transaction that adds one. */
import { describe, expect, test } from 'vitest';
import { NO_LIMITS } from '#src/access/limits.ts';
import type { House } from '#src/access/may.ts';
import { isRefused } from '#src/access/owned.ts';
import { createAlert } from '#src/watching/alerts/manage-alerts.ts';
import { createDigest } from '#src/watching/digests/make-digest.ts';
import { enterQuote } from '#src/quotes/manage-quotes.ts';
import { MANUAL } from '#src/domain/series/quote.ts';
import { listAlerts } from '#src/storage/alerts.ts';
import { listSubscriptions } from '#src/storage/subscriptions.ts';
import { actor, OPEN_HOUSE } from '../access/actors.ts';
import { quoted } from '../lodestone.ts';
import { quote } from '../../pure/domain/quotes/sample-quotes.ts';
import { newStore } from '../storage/stores.ts';
import { ruleOf } from '../storage/rows.ts';
import { newWorld } from './world.ts';

const MOST = { person: 3, workspace: 5 };
const NARROW: House = { ...OPEN_HOUSE, limits: { ...NO_LIMITS, digests: MOST, alerts: MOST, quotes: MOST } };
const TWELVE = Array.from({ length: 12 }, (_, i) => i);
/** Twelve times at once: of two people, one after the other. */
const ofTwo = (i: number) => actor('T1', `U${i % 2}`);

describe('of twelve at once, by two people', () => {
  test('no more digests are made than one person, and one workspace, may have', async () => {
    const { delivery, store } = await newWorld();
    const made = await Promise.all(
      TWELVE.map((i) =>
        createDigest({ ...delivery.manage, house: NARROW }, ofTwo(i), {
          channel: ofTwo(i).user,
          content: { items: ['price'], metals: ['neodymium'], skipUnchanged: false, locale: 'en-US' },
          schedule: { every: 'day', time: { hour: i, minute: 0 } },
          zone: 'UTC',
        }),
      ),
    );
    const kept = await listSubscriptions(store.db, 'T1');
    expect(kept).toHaveLength(MOST.workspace);
    expect(Math.max(...['U0', 'U1'].map((who) => kept.filter(({ owner }) => owner === who).length))).toBe(3);
    expect(made.filter(isRefused)).toHaveLength(7);
  });

  test('one rule set at once is one alert, and others are no more than may be', async () => {
    const { delivery, store } = await newWorld();
    const set = async (i: number, above: number) =>
      await createAlert({ ...delivery.manage, house: NARROW }, ofTwo(i), {
        channel: ofTwo(i).user,
        rule: ruleOf(`above ${above}`),
      });
    await Promise.all(TWELVE.map((i) => set(i, 9000)));
    expect(await listAlerts(store.db, 'T1')).toHaveLength(2);
    const made = await Promise.all(TWELVE.map((i) => set(i, 9001 + i)));
    expect(await listAlerts(store.db, 'T1')).toHaveLength(MOST.workspace);
    expect(made.filter(isRefused)).toHaveLength(9);
    // Nothing is lost by a limit: one that there is already can be set again.
    expect(await set(0, 9000)).toMatchObject({ isNew: false });
  });

  test('no more prices are entered than may be in a day, and one form is taken once', async () => {
    const store = await newStore();
    let at = Date.UTC(2026, 5, 1);
    const desk = {
      ...quoted,
      house: NARROW,
      store,
      now: () => at,
      charted: false,
      takenBack: async () => {},
      withdrawn: () => undefined,
      changed: () => undefined,
    };
    const price = quote({ source: MANUAL, date: '2026-05-29' });
    const enter = async (i: number, key = `form ${i} ${at}`) => {
      const given = { ...price, range: { low: 100 + i, high: 100 + i } };
      const outcome = await enterQuote(desk, ofTwo(i), given, key);
      return outcome === 'again' ? outcome : isRefused(outcome) ? 'full' : 'stored';
    };
    const rows = async () => (await store.db.selectFrom('quotes').select('low').execute()).length;
    expect(
      (await Promise.all(TWELVE.map(() => enter(0, 'one')))).filter((kind) => kind === 'stored'),
    ).toHaveLength(1);
    expect(await rows()).toBe(1);
    const kinds = await Promise.all(TWELVE.map((i) => enter(i + 2)));
    expect(kinds.filter((kind) => kind === 'full')).toHaveLength(8);
    expect(await rows()).toBe(MOST.workspace);
    // What was refused took nothing: the same form is taken when there is room.
    at += 86_400_001;
    expect(await enter(11, 'one')).toBe('again');
    expect(await enter(11, 'form 11')).toBe('stored');
  });
});
