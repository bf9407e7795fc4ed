/** Alerts on figures of months: the same rules, the same judge, the month said. */
import { expect, it } from 'vitest';
import { alertAnswer } from '#src/domain/watching/alert-answer.ts';
import { isPast, judge } from '#src/domain/watching/judge.ts';
import { isSameReading, readingToKeep, readReading } from '#src/domain/watching/kept-reading.ts';
import { lookAtFigures } from '#src/domain/watching/look-at.ts';
import type { Rule } from '#src/domain/watching/rule.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';
import { ruleOf } from '../../../app/storage/rows.ts';
import { BANK, bankPrices, catalogWith, TEN_MONTHS } from '../series/monthly-packs.ts';

const catalog = await catalogWith({
  terbium: { sources: BANK, series: [bankPrices('wb-2026', TEN_MONTHS)] },
});
const TODAY = '2026-11-30';
const at = (rule: Rule, today = TODAY) => lookAtFigures(rule, catalog, today)?.figure.at;
const say = (rule: Rule) => {
  const fired = lookAtFigures(rule, catalog, TODAY);
  return fired && renderPlainText(alertAnswer(catalog, fired, fired, new Date(`${TODAY}T09:00:00Z`)));
};

it('the newest month is looked at, before the year’s figure, and named', () => {
  const above = ruleOf('above 985 terbium');
  const watched = lookAtFigures(above, catalog, TODAY);
  expect(watched?.figure.at).toBe('2026-10');
  expect(watched && judge(above, false, watched.reading, TODAY)).toBe('fire');
  expect(say(above)).toContain('Terbium oxide, 99.5 %, FOB China is above $985/kg: $990/kg in Oct 2026');
  expect(say(above)).toContain('World Bank');
});

it('unless a later year is known, it is of another currency or form, or a source or years are asked for', async () => {
  const above = ruleOf('above 985 terbium');
  // The mean of 2025 is no newer for the age of a month of 2026.
  expect(at(above, '2027-09-01')).toBe('2026-10');
  const later = await catalogWith({
    terbium: {
      sources: { 'wb-2025': BANK['wb-2025'] },
      series: [bankPrices('wb-2025', [['2023-12', 900]])],
    },
  });
  expect(lookAtFigures(above, later, TODAY)?.figure.at).toMatch(/^\d{4}$/);
  expect(at(ruleOf('above 985 terbium usgs'))).toMatch(/^\d{4}$/);
  expect(at({ ...above, of: { material: 'terbium', cadence: 'year' } })).toMatch(/^\d{4}$/);
  expect(at({ ...above, of: { material: 'terbium', cadence: 'month' } }, '2027-09-01')).toBe('2026-10');
  expect(at(ruleOf('above 985 terbium metal'))).not.toBe('2026-10');
});

it('a change and a new high are counted over months', () => {
  const of = { of: { material: 'terbium' }, repeat: 'each' } as const;
  const change: Rule = { ...of, change: { percent: 3 }, within: 120 };
  expect(lookAtFigures(change, catalog, TODAY)?.reading.before?.at).toBe('2026-07');
  expect(say(change)).toContain('is up since Jul 2026: +3.1 %, now $990/kg (Oct 2026), from $960/kg');
  const high = lookAtFigures({ ...of, extreme: 'high', within: 366 }, catalog, TODAY);
  expect(high && isPast(high.rule, high.reading)).toBe(true);
});

it('what it fired on is kept with its month: the next month is another', () => {
  const [october, september] = [TODAY, '2026-09-30'].map((today) => {
    const watched = lookAtFigures(ruleOf('above 900 terbium'), catalog, today);
    if (watched === undefined) throw new Error('there is a figure');
    return readingToKeep(watched);
  });
  if (october === undefined || september === undefined) throw new Error('there are two');
  expect(readReading(JSON.stringify(october))).toEqual(october);
  expect(isSameReading(october, september)).toBe(false);
  expect(isSameReading(october, october)).toBe(true);
});
