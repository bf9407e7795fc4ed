/** Rules of every kind, for tests. */
import * as fc from 'fast-check';
import { exactly } from '#src/domain/measure/figure.ts';
import { ruleSchema, type Rule } from '#src/domain/watching/rule.ts';

const price = fc.integer({ min: 1, max: 5_000_000 }).map((mills) => mills / 1000);
const percent = fc.integer({ min: 1, max: 900 }).map((tenths) => tenths / 10);
const unit = fc.constantFrom('USD/kg' as const, 'CNY/t' as const, 'EUR/lb' as const);
const within = fc.constantFrom(1, 7, 30, 90, 366, 1100);

const common = fc.record(
  {
    of: fc.record(
      {
        material: fc.constantFrom('neodymium', 'ndpr'),
        source: fc.constantFrom('usgs' as const, 'report' as const),
        cadence: fc.constantFrom('day' as const, 'year' as const),
      },
      { requiredKeys: ['material'] },
    ),
    basis: fc.record({ form: fc.constantFrom('oxide' as const, 'metal' as const) }),
    repeat: fc.constantFrom('each' as const, 'once' as const),
    until: fc.constantFrom('2026-06-30', '2026-12-31'),
  },
  { requiredKeys: ['of', 'repeat'] },
);

const side = fc.record({
  when: fc.constantFrom('above' as const, 'below' as const),
  at: fc.record({ range: price.map(exactly), unit }),
  reach: fc.constantFrom('touches' as const, 'entirely' as const),
});
const band = fc.record({
  when: fc.constantFrom('leaves' as const, 'enters' as const),
  at: fc.record({
    range: fc.tuple(price, price).map(([low, width]) => ({ low, high: low + width })),
    unit,
  }),
  reach: fc.constantFrom('touches' as const, 'entirely' as const),
});

const kinds = fc.oneof(
  side,
  band,
  fc.record(
    {
      change: fc.oneof(fc.record({ percent }), fc.record({ amount: price, unit })),
      within,
      direction: fc.constantFrom('up' as const, 'down' as const),
    },
    { requiredKeys: ['change', 'within'] },
  ),
  fc.record(
    { extreme: fc.constantFrom('high' as const, 'low' as const), within },
    { requiredKeys: ['extreme'] },
  ),
  fc.record({ apart: percent }),
  fc.record({
    edition: fc.record({ publisher: fc.constant('USGS'), after: fc.integer({ min: 2020, max: 2030 }) }),
  }),
);

export const anyRule: fc.Arbitrary<Rule> = fc
  .tuple(common, kinds)
  .map(([all, kind]) => ruleSchema.parse({ ...all, ...kind }));
