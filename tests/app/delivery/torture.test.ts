/** A short torture; `npm run torture -- --kills 200` is the long one. */
import { expect, test } from 'vitest';
import { newPlace, ON_POSTGRES } from '../storage/stores.ts';
import { torture } from '../../load/torture/torture.ts';

/** One of each kind of instant. */
const KILLS = 3;

test(
  'killed at random instants under bad answers, every slot is posted exactly once',
  { timeout: 120_000 },
  async () => {
    const report = await torture({
      kills: KILLS,
      subscriptions: 24,
      processes: ON_POSTGRES ? 3 : 1,
      faults: 0.16,
      seed: 7,
      place: await newPlace(),
    });
    expect(report).toMatchObject({ kills: KILLS, doubled: [], missing: [], wrongRows: [] });
    expect(report.posts).toBe(report.slots);
    // One of each kind at least was hit.
    expect(report.killsBegun).toBeGreaterThan(0);
    expect(report.killsMade).toBeGreaterThan(0);
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
      place: await newPlace(),
    });
    expect(report).toMatchObject({ doubled: [], missing: [], wrongRows: [] });
    expect(report.leftOut).toBeGreaterThan(0);
    // A message of several slots may itself be in doubt, and come twice.
    expect(report.told).toBeGreaterThanOrEqual(report.leftOut);
  },
);
