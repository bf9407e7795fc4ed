/** Short tortures; `npm run torture -- --kills 200` is the long one. */
import { expect, test } from 'vitest';
import { newPlace, ON_POSTGRES } from '../storage/stores.ts';
import { INSTANTS } from '../../load/torture/instants.ts';
import { isClean, torture } from '../../load/torture/torture.ts';

/** One of each kind of instant, and a restore after the second. */
const KILLS = INSTANTS.length;

test(
  'killed and frozen anywhere under bad answers and changing prices, and restored: all is posted exactly once',
  { timeout: 120_000 },
  async () => {
    const report = await torture({
      kills: KILLS,
      subscriptions: 24,
      alerts: 4,
      processes: ON_POSTGRES ? 3 : 1,
      faults: 0.16,
      seed: 7,
      freezes: 1,
      restores: 1,
      newPlace,
    });
    expect(report).toMatchObject({ kills: KILLS, restores: 1, freezes: 1 });
    expect(report).toMatchObject({ doubled: [], missing: [], unwanted: [], wrongRows: [], deaths: [] });
    expect(report).toMatchObject({ wrongPrices: [], leftOut: 0 });
    expect(isClean(report)).toBe(true);
    expect(report.posts).toBe(report.slots + report.firings);
    // One of each kind at least was hit.
    expect(report.hits.begun).toBeGreaterThan(0);
    expect(report.hits.made).toBeGreaterThan(0);
    expect(report.hits.transaction + report.hits.write).toBeGreaterThan(0);
  },
);

test.skipIf(ON_POSTGRES)(
  'where history can’t be read nothing is posted twice, and the owner is told of all that was left out',
  { timeout: 120_000 },
  async () => {
    const report = await torture({
      kills: 1,
      subscriptions: 16,
      processes: 1,
      faults: 0.3,
      seed: 7,
      readable: false,
      newPlace,
    });
    expect(report).toMatchObject({ doubled: [], missing: [], wrongRows: [], untold: 0 });
    expect(report.leftOut).toBeGreaterThan(0);
  },
);
