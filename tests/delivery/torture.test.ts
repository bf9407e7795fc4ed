/** A short torture; `npm run torture -- --kills 200` is the long one. */
import { expect, test } from 'vitest';
import { newPlace, ON_POSTGRES } from '../storage/stores.ts';
import { torture } from '../torture/torture.ts';

test(
  'killed at random instants under bad answers, every slot is posted exactly once',
  { timeout: 120_000 },
  async () => {
    const report = await torture({
      kills: 6,
      subscriptions: 40,
      processes: ON_POSTGRES ? 3 : 1,
      faults: 0.16,
      seed: 7,
      place: await newPlace(),
    });
    expect(report).toMatchObject({ kills: 6, doubled: [], missing: [], wrongRows: [] });
    expect(report.posts).toBe(report.slots);
  },
);
