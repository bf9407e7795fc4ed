/** What a card's button carries comes back as anything: whatever its schema takes is drafted without a throw, and what is drafted can be posted. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestInPlainWords, draftDigest } from '#src/domain/watching/drafts/draft-digest.ts';
import { draftAlert } from '#src/domain/watching/drafts/draft-alert.ts';
import { SLOTS } from '#src/domain/watching/drafts/draft.ts';
import { requestSchema } from '#src/domain/watching/drafts/request-schema.ts';
import { withSlot } from '#src/domain/watching/drafts/with-slot.ts';
import { DIGEST_ITEMS } from '#src/domain/watching/digest-content.ts';
import { INTENTS, type AskedRequest } from '#src/domain/watching/requests/request.ts';
import { ruleSchema } from '#src/domain/watching/rule.ts';
import { ruleInWords } from '#src/domain/watching/rule-words.ts';
import { formatSchedule, knownZone } from '#src/domain/watching/schedules/schedule.ts';
import { nextSlots, settle } from '#src/domain/watching/schedules/slots.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { cases } from '../../../cases.ts';

const { materials, metals } = await loadCatalog(readDataOptions({}));
const now = Date.UTC(2026, 10, 24, 12);
const context = { materials, zone: 'Europe/Berlin', items: ['price'] as const };

const WORDS = [
  'mon',
  'blursday',
  'last',
  'first mon',
  '09:00',
  '99:99',
  'Europe/London',
  'Nowhere/Xx',
  '+25:00',
  '2026-12-01',
  '2026-99-99',
  '9999-12-31',
  '0 9 * * 1',
  '* * * * * *',
  'DE',
  'XX$',
  'neodymium',
  'all',
  '__proto__',
  'nosuch',
  'me',
  '#general',
];
const word = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.string({ minLength: 1, maxLength: 80 }).filter((text) => text.length <= 80),
);
const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer());
const count = fc.oneof(fc.constantFrom(0, 1, 31, 32, 100_000), fc.nat(100_000));
const on = fc.oneof(word, count, fc.array(fc.oneof(word, count), { maxLength: 5 }));
const some = { requiredKeys: [] };

const request = fc
  .record(
    {
      intent: fc.constantFrom(...INTENTS),
      schedule: fc.record(
        {
          every: fc.constantFrom('day', 'weekday', 'week', 'month'),
          interval: count,
          on,
          at: fc.oneof(word, fc.array(word, { maxLength: 3 })),
          zone: word,
          once: word,
          from: word,
          until: word,
          times: count,
          cron: word,
          holidays: fc.constantFrom('skip', 'next'),
          country: word,
        },
        some,
      ),
      metals: fc.array(word, { maxLength: 30 }),
      items: fc.subarray([...DIGEST_ITEMS]),
      rule: fc.record(
        {
          kind: fc.constantFrom('above', 'below', 'enters', 'leaves', 'change', 'newHigh', 'newLow', 'apart'),
          low: number,
          high: number,
          percent: number,
          amount: number,
          days: count,
          currency: fc.constantFrom('USD', 'CNY'),
          mass: fc.constantFrom('kg', 't'),
          until: word,
        },
        some,
      ),
      ask: fc.array(word, { maxLength: 3 }),
      cannot: fc.array(fc.constantFrom('metals', 'schedule', 'nothing'), { maxLength: 2 }),
    },
    { requiredKeys: ['intent', 'ask', 'cannot'] },
  )
  .map((made) => requestSchema.safeParse(made).data)
  .filter((made) => made !== undefined);

/** What is drafted of it, and what of that could not be posted. */
function faultsOf(given: AskedRequest): readonly string[] {
  const digest = draftDigest(given, context);
  digestInPlainWords(digest, context);
  const { made } = digest;
  const rules = draftAlert(given, { materials, metals, prices: new Map() }).made ?? [];
  for (const rule of rules) ruleInWords(rule);
  const odd = rules.filter((rule) => !ruleSchema.safeParse(rule).success).map((rule) => JSON.stringify(rule));
  if (made === undefined) return odd;
  if (knownZone(made.zone) === undefined) return [...odd, made.zone];
  formatSchedule(made.schedule);
  const settled = settle(made.schedule, made.zone, now);
  if (settled !== undefined) nextSlots(settled, made.zone, now, 3);
  return made.content.items.length === 0 ? [...odd, 'no items'] : odd;
}

describe('a request that is made up', () => {
  it('is drafted without a throw, and what is drafted can be posted', () => {
    fc.assert(
      fc.property(request, (given) => {
        expect(faultsOf(given)).toEqual([]);
      }),
      { numRuns: cases(1000) },
    );
  });

  it('is one still, whatever is chosen in its card', () => {
    const value = fc.oneof(word, fc.constantFrom('NaN', '-1', '1e999', '2.5', 'x week', '1e9 year'));
    fc.assert(
      fc.property(request, fc.constantFrom(...SLOTS), value, (given, slot, chosen) => {
        const filled = withSlot(given, slot, chosen);
        expect(requestSchema.safeParse(filled).success).toBe(true);
        expect(faultsOf(filled)).toEqual([]);
      }),
      { numRuns: cases(1000) },
    );
  });
});
