/** Requests in plain words: what messages ask to be set up, and what comes of none of the others. */
import { readFileSync } from 'node:fs';
import { assert, property, string, constantFrom, array } from 'fast-check';
import { expect, test } from 'vitest';
import { dayIn } from '#src/domain/measure/days.ts';
import { readRequests } from '#src/domain/watching/requests/read-requests.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { faultsOf, type Line } from './requests/normal-form.ts';

const { materials } = await loadCatalog(readDataOptions({}));

const linesOf = (set: string): readonly Line[] =>
  readFileSync(new URL(`requests/${set}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    // Lines of our own files, whose shape `faultsOf` looks at slot by slot.
    .map((line): Line => JSON.parse(line));

const read = (text: string, now = '2026-11-23T10:15:00+01:00', zone = 'Europe/Berlin') =>
  readRequests(text, { materials, today: dayIn(Date.parse(now), zone), zone });

test.each(['dev', 'written'])('each line of %s is read as it is meant', (set) => {
  const wrong = linesOf(set).flatMap((line) => {
    const got = read(line.q, line.now, line.zone);
    const wanted = [line, ...(line.also ?? [])];
    const faults = wanted.flatMap((one, at) => faultsOf(one, got[at] && { ...got[at] }));
    const many = got.length > wanted.length ? [`${got.length} requests`] : [];
    return faults.length + many.length === 0 ? [] : [`${line.q}: ${[...faults, ...many].join('; ')}`];
  });
  expect(wrong).toEqual([]);
});

test('of no question of the sets anything comes', () => {
  const questions = ['dev', 'voices'].flatMap((set) =>
    readFileSync(new URL(`questions/${set}.jsonl`, import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): { readonly q: string } => JSON.parse(line))
      .map(({ q }) => q),
  );
  expect(questions.filter((q) => read(q).length > 0)).toEqual([]);
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
