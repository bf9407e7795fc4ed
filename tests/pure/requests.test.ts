/** Requests in plain words: what messages ask to be set up, and what comes of none of the others. */
import { readFileSync } from 'node:fs';
import { array, assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayIn } from '#src/domain/measure/days.ts';
import { readRequests } from '#src/domain/watching/requests/read-requests.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { someOf } from '../cases.ts';
import { faultsOf, type Line } from './requests/normal-form.ts';

const { materials } = await loadCatalog(readDataOptions({}));

/** Sets, and the share of their lines that must be read right. The last three are what intents are learned from: `npm test` reads some of them. */
const SETS = [
  ['tests/pure/requests/dev.jsonl', 1],
  ['tests/pure/requests/written.jsonl', 0.99],
  ['tests/pure/requests/second.jsonl', 0.99],
  ['tests/pure/requests/kinds.jsonl', 1],
  ['tests/pure/requests/set-up.jsonl', 1],
  ['src/learning/requests/desk.jsonl', 0.98],
  ['src/learning/requests/voices.jsonl', 0.93],
  ['src/learning/requests/look-alikes.jsonl', 0.9],
] as const;

const linesOf = (path: string): readonly Line[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    // Lines of our own files, whose shape `faultsOf` looks at slot by slot.
    .map((line): Line => JSON.parse(line));

const read = (text: string, now = '2026-11-23T10:15:00+01:00', zone = 'Europe/Berlin') =>
  readRequests(text, { materials, today: dayIn(Date.parse(now), zone), zone });

describe.each(SETS)('the messages of %s', (path, floor) => {
  const all = linesOf(path);
  const judged = (path.startsWith('src/') ? someOf(all) : all).map((line) => {
    const got = read(line.q, line.now, line.zone);
    const wanted = [line, ...(line.also ?? [])];
    const faults = wanted.flatMap((one, at) => faultsOf(one, got[at] && { ...got[at] }));
    const many = got.length > wanted.length ? [`${got.length} requests`] : [];
    return { line, got, faults: [...faults, ...many] };
  });

  test(`are read as they are meant, ${floor * 100} % of them`, () => {
    const wrong = judged.filter(({ faults }) => faults.length > 0);
    const told = wrong.map(({ line, faults }) => `${line.q}: ${faults.join('; ')}`);
    expect(1 - wrong.length / judged.length >= floor ? [] : told).toEqual([]);
  });

  test('lead to nothing where they ask for nothing', () => {
    const made = judged.filter(({ line, got }) => line.intent === 'none' && got.length > 0);
    expect(made.map(({ line }) => line.q)).toEqual([]);
  });
});

test('of no question of the sets anything comes', () => {
  const questions = ['dev', 'voices'].flatMap((set) => linesOf(`tests/pure/questions/${set}.jsonl`));
  expect(questions.filter(({ q }) => read(q).length > 0).map(({ q }) => q)).toEqual([]);
});

test('any text is read without throwing, and what is read names its intent', () => {
  const words = constantFrom(
    ...'remind me every monday at 9 alert if ndpr goes above 600k CNY/t pause the digest in #ops until friday export csv no, make it 10 % -> <@U1|anna> \uE000'.split(
      ' ',
    ),
  );
  assert(
    property(array(words, { maxLength: 14 }), string({ maxLength: 12 }), (some, odd) => {
      for (const { intent, ask } of read(`${some.join(' ')} ${odd}`)) {
        expect(intent).toMatch(/^(?:digest|alert|quote|export)/u);
        expect(new Set(ask).size).toBe(ask.length);
      }
    }),
  );
});

test.each([
  ['post zinc daily at 8 except 24 and 31 December', ['except 24 and 31 december']],
  ['send me the tin price on 1 March and 1 September at 9', ['and 1 september']],
  ['a daily gold post in #gold and one for silver in #silver', ['in #silver']],
  ['lithium at 8 for the next 3 days', ['for the next 3 days']],
  ['ping me when nickel is above 16k USD/t for 3 days in a row', ['for 3 days in a row']],
  ['post copper every Monday at 9, since the board meets on Mondays', undefined],
  ['copper every Monday at 9 in #ops', undefined],
])('what “%s” says beyond its slots is told, never dropped', (text, unread) => {
  expect(read(text).map((request) => request.unread)).toEqual([unread]);
});

test('what one of two sentences leaves unclear is still to be asked where they are one request', () => {
  const [request, ...more] = read('Alert me when terbium is above 1.005 USD/kg. Alert me in #lenders.');
  expect(more).toEqual([]);
  expect(request).toMatchObject({
    intent: 'alert.create',
    place: '#lenders',
    metals: ['terbium'],
    ask: ['rule.low'],
  });
});
