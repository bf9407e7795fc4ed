/** The sentence that a digest or an alert says of itself makes it again: the same schedule, the same rule. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftAlert } from '#src/domain/watching/drafts/draft-alert.ts';
import { draftDigest } from '#src/domain/watching/drafts/draft-digest.ts';
import { alertSentence, digestSentence } from '#src/domain/watching/drafts/sentence.ts';
import { DIGEST_ITEMS } from '#src/domain/watching/digest-content.ts';
import { readRequests } from '#src/domain/watching/requests/read-requests.ts';
import type { Rule } from '#src/domain/watching/rule.ts';
import {
  sortDays,
  type Days,
  type MonthDay,
  type Schedule,
} from '#src/domain/watching/schedules/schedule.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { anyRule } from './any-rule.ts';
import { cases } from '../../../cases.ts';

const { materials, metals } = await loadCatalog(readDataOptions({}));
const said = { materials, today: '2026-06-01' };
const read = (sentence: string, zone: string) => {
  const [request] = readRequests(sentence, { ...said, zone });
  if (request === undefined) throw new Error(`nothing was read of “${sentence}”`);
  return request;
};

const interval = (most: number) => fc.option(fc.integer({ min: 2, max: most }), { nil: undefined });
const anyDays: fc.Arbitrary<Days> = fc.oneof(
  fc.record({ every: fc.constant('day' as const), interval: interval(30) }),
  fc.constant({ every: 'weekdays' as const }),
  fc.record({
    every: fc.constant('week' as const),
    on: fc
      .uniqueArray(fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'), {
        minLength: 1,
        maxLength: 3,
      })
      .map((days) => sortDays(days)),
    interval: interval(12),
  }),
  fc.record({
    every: fc.constant('month' as const),
    on: fc.oneof(
      fc
        .uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 3 })
        .map((days) => sortDays(days)),
      fc.constantFrom<readonly MonthDay[]>(['first mon'], ['third wed'], ['last fri']),
    ),
    interval: interval(12),
  }),
  fc.constant({ every: 'once' as const, on: '2026-07-03' }),
);
const anySchedule: fc.Arbitrary<Schedule> = fc
  .tuple(
    anyDays,
    fc.record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) }),
    fc.record({ from: fc.constant('2026-06-09'), until: fc.constant('2026-12-31') }, { requiredKeys: [] }),
  )
  .map(([days, time, around]) => ({ ...days, ...around, time }));
const anyContent = fc.record({
  items: fc.uniqueArray(fc.constantFrom(...DIGEST_ITEMS), { minLength: 1, maxLength: 3 }),
  metals: fc.uniqueArray(fc.constantFrom('neodymium', 'ndpr', 'terbium'), { minLength: 1, maxLength: 2 }),
  skipUnchanged: fc.boolean(),
  locale: fc.constant('en'),
});
const anyZone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC');

test('a digest’s sentence makes the same digest', () => {
  let none = 0;
  let all = 0;
  fc.assert(
    fc.property(anySchedule, anyContent, anyZone, (schedule, content, zone) => {
      all += 1;
      const sentence = digestSentence({ schedule, zone, content }, said);
      if (sentence === undefined) {
        none += 1;
        return;
      }
      const { made } = draftDigest(read(sentence, 'Asia/Tokyo'), {
        materials,
        zone: 'Asia/Tokyo',
        items: ['price'],
      });
      expect(made?.zone).toBe(zone);
      expect(made?.schedule).toEqual(schedule);
      expect({ ...made?.content, items: made?.content.items.toSorted() }).toEqual({
        metals: content.metals,
        items: content.items.toSorted(),
        skipUnchanged: content.skipUnchanged,
      });
    }),
    { numRuns: cases(60), seed: 11 },
  );
  // Long ones with alerts in them read like orders to alerts: they say none, and no wrong one.
  expect(none / all).toBeLessThan(0.2);
});

/** Without what a form sets beside the words: which figures, and whose edition. */
const plain = ({ of, ...rule }: Rule) => ({ ...rule, material: of.material, source: of.source });

test('an alert’s sentence makes the same alert', () => {
  let none = 0;
  let all = 0;
  fc.assert(
    fc.property(
      anyRule.filter((rule) => !('apart' in rule) && !('edition' in rule)),
      (rule) => {
        all += 1;
        const sentence = alertSentence(rule, said);
        if (sentence === undefined) {
          none += 1;
          return;
        }
        const { made } = draftAlert(read(sentence, 'UTC'), {
          materials,
          metals,
          prices: new Map(),
        });
        expect(made?.map(plain)).toEqual([plain(rule)]);
      },
    ),
    { numRuns: cases(60), seed: 11 },
  );
  expect(none / all).toBeLessThan(0.1);
});
