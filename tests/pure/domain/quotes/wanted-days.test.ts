/** Which days of quotes a text asks for. The periods themselves are read, and tested, in measure/. */
import { expect, it } from 'vitest';
import { readWantedDays } from '#src/domain/reading/times/wanted-days.ts';
import { readWhen } from '#src/domain/measure/times/when.ts';
import { TODAY } from './sample-quotes.ts';

const window = (from: string, to: string, label: string) => ({ kind: 'window', window: { from, to, label } });

it.each([
  ['price ndpr 18 Nov to 20 Nov', window('2026-11-18', '2026-11-20', '18 to 20 Nov 2026')],
  ['from 1 September to 15 October', window('2026-09-01', '2026-10-15', '1 Sep to 15 Oct 2026')],
  ['December to January', window('2025-12-01', '2026-01-31', 'Dec 2025 to Jan 2026')],
  ['since 1 September', window('2026-09-01', TODAY, 'since 1 Sep')],
  ['in November', window('2026-11-01', TODAY, 'Nov 2026 so far')],
  ['last 30 days', window('2026-10-25', TODAY, 'the last 30 days')],
  ['3 weeks ago', { kind: 'at', date: '2026-11-02' }],
  ['on 20 Nov', { kind: 'at', date: '2026-11-20' }],
  ['May and May', window('2026-05-01', '2026-05-31', 'May 2026')],
  ['tomorrow', { kind: 'coming', label: '24 Nov 2026' }],
  ['20 Nov 2026 to 30 Feb 2026', { kind: 'unread' }],
  [
    'Q1 vs Q2 2026',
    { kind: 'several', each: [{ window: { label: 'Q1 2026' } }, { window: { label: 'Q2 2026' } }] },
  ],
])('the days of “%s”', (text, expected) => {
  expect(readWantedDays({ when: readWhen(text, TODAY), untimed: text }, TODAY)).toMatchObject({
    days: expected,
    years: undefined,
  });
});

it.each([
  ['in 2025', window('2025-01-01', '2025-12-31', '2025')],
  ['from 2021 to 2025', window('2021-01-01', '2025-12-31', '2021 to 2025')],
  ['this year', window('2026-01-01', TODAY, '2026 so far')],
  ['in 2030', { kind: 'coming', label: '2030' }],
  ['a year ago', { kind: 'at', date: '2025-11-23' }],
  ['price history', window('2025-11-24', TODAY, 'the last 12 months')],
  ['price', undefined],
])('the years of “%s”, which are no days of what has figures of years', (text, expected) => {
  expect(readWantedDays({ when: readWhen(text, TODAY), untimed: text }, TODAY)).toMatchObject({
    days: undefined,
    years: expected,
  });
});
