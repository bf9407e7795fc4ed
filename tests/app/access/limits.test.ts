import { array, assert, integer, property, record, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STANDINGS } from '#src/access/actor.ts';
import { LIMITED, mostOf, overInWords, settingOf, whoseIsFull } from '#src/access/limits.ts';
import { nextTurn, type Pace } from '#src/access/pace.ts';
import { readConfig } from '#src/platform/settings/config.ts';

const { limits } = readConfig({});

describe('a pace', () => {
  const pace = record({
    most: integer({ min: 1, max: 200 }),
    withinMs: integer({ min: 1000, max: 120_000 }),
  });
  /** Waits before each question, in milliseconds. */
  const waits = array(integer({ min: 0, max: 20_000 }), { maxLength: 300 });

  it('lets so many at once, and no more than that again within the time, whatever comes between', () => {
    assert(
      property(pace, waits, (given, all) => {
        const step = Math.floor(given.withinMs / given.most);
        let [now, paidOff] = [0, undefined as number | undefined];
        let taken = 0;
        for (const wait of all) {
          now += wait;
          const turn = nextTurn(paidOff, now, given);
          if (turn.ok) {
            paidOff = turn.paidOff;
            taken += 1;
          }
          expect(taken).toBeLessThanOrEqual(given.withinMs / step + now / step);
        }
        expect(taken).toBeGreaterThanOrEqual(Math.min(all.length, given.most));
      }),
    );
  });

  it('says how long to wait: not sooner, and then it may be, also by a clock that was set back', () => {
    assert(
      property(pace, integer({ min: 0, max: 1e9 }), integer({ min: 0, max: 1e9 }), (given, paidOff, now) => {
        const turn = nextTurn(paidOff, now, given);
        const waitMs = turn.ok ? 0 : turn.waitMs;
        expect(waitMs).toBeLessThanOrEqual(Math.floor(given.withinMs / given.most));
        const least = Math.min(paidOff, now + given.withinMs);
        expect(nextTurn(least, now + waitMs, given).ok).toBe(true);
        expect(waitMs > 0 && nextTurn(least, now + waitMs - 1, given).ok).toBe(false);
      }),
    );
  });

  it('of 60 a minute lets 60 at once, then one a second', () => {
    const minute: Pace = { most: 60, withinMs: 60_000 };
    const turns = Array.from({ length: 61 }, (_, i) => i);
    let paidOff: number | undefined;
    const passed = turns.filter(() => {
      const turn = nextTurn(paidOff, 0, minute);
      if (turn.ok) ({ paidOff } = turn);
      return turn.ok;
    });
    expect(passed).toHaveLength(60);
    expect(nextTurn(paidOff, 0, minute)).toEqual({ ok: false, waitMs: 1000 });
  });
});

describe('how much one may have', () => {
  const count = integer({ min: 0, max: 100 });

  it('is full once there are so many, of a person before the workspace', () => {
    assert(
      property(tuple(count, count), tuple(count, count), ([person, workspace], [most, all]) => {
        const full = whoseIsFull({ person, workspace }, { person: most, workspace: all });
        expect(full).toBe(person >= most ? 'person' : workspace >= all ? 'workspace' : undefined);
      }),
    );
  });

  it.each(LIMITED)(
    'of %s is less for another company than for the workspace, and never nothing',
    (limited) => {
      for (const standing of STANDINGS.filter((one) => one !== 'outsider'))
        expect(mostOf(limits, limited, standing)).toEqual(limits[limited]);
      const outside = mostOf(limits, limited, 'outsider');
      expect(outside.person).toBeLessThan(limits[limited].person);
      expect(outside.workspace).toBeLessThan(limits[limited].workspace);
      const least = { ...limits, [limited]: { person: 1, workspace: 1 } };
      expect(mostOf(least, limited, 'outsider')).toEqual({ person: 1, workspace: 1 });
    },
  );

  it.each(LIMITED)('of %s: one person alone never uses up what all have', (limited) => {
    expect(limits[limited].workspace).toBeGreaterThanOrEqual(10 * limits[limited].person);
  });

  it.each(LIMITED.flatMap((limited) => [[limited, 'person'] as const, [limited, 'workspace'] as const]))(
    'of %s for a %s is said with the number, and what to do',
    (limited, whose) => {
      const words = overInWords({ limited, whose, most: { person: 1234, workspace: 56_789 }, waitMs: 1500 });
      expect(words).toContain(whose === 'person' ? '1,234' : '56,789');
      expect(words).toMatch(/Delete one|in 2 seconds/);
    },
  );

  it('is set by variables of their own', () => {
    for (const limited of LIMITED) {
      const config = readConfig({ [settingOf(limited)]: '3, 7' });
      expect(config.limits).toEqual({ ...limits, [limited]: { person: 3, workspace: 7 } });
    }
  });

  it.each([
    [1000, '1 second'],
    [1, '1 second'],
    [90_000, '90 seconds'],
    [121_000, '3 minutes'],
    [7_200_000, '120 minutes'],
    [80_000_000, '23 hours'],
  ])('waits of %i ms are said as %s', (waitMs, words) => {
    const most = { person: 1, workspace: 1 };
    expect(overInWords({ limited: 'quotes', whose: 'person', most, waitMs })).toContain(`in ${words},`);
  });
});
