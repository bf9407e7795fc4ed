/** What somebody types is read by one function, once, wherever it is typed; what the bot asks itself is not read at all. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerText } from '#src/domain/asking/ask.ts';
import { explain } from '#src/domain/asking/explain.ts';
import { readText } from '#src/domain/asking/read-text.ts';
import { plainQuestion } from '#src/domain/reading/question.ts';
import { composeDigest } from '#src/domain/watching/digest.ts';
import { alertAnswer } from '#src/domain/watching/alert-answer.ts';
import { lookAtQuotes } from '#src/domain/watching/look-at.ts';
import { bookOf } from '../pure/domain/quotes/sample-quotes.ts';
import { ruleOf } from './storage/rows.ts';
import { catalog, startLodestone, TODAY, type Lodestone } from './lodestone.ts';

/** Each text that was read, as often as it was, by either door: one reading gives all that the text may mean. */
const reads: string[] = [];
const counting: typeof catalog = {
  ...catalog,
  understand: (text, now) => {
    reads.push(text);
    return catalog.understand(text, now);
  },
  readings: (text, now) => {
    reads.push(text);
    return catalog.readings(text, now);
  },
};

let lodestone: Lodestone;
beforeAll(async () => {
  lodestone = await startLodestone({ deps: { catalog: counting } });
});
afterAll(() => lodestone.stop());

const buyer = () => lodestone.slack.user('Buyer');
const answered = async (act: () => Promise<unknown>) => {
  const message = await lodestone.slack.answerTo(async () => {
    reads.length = 0;
    await act();
  });
  await lodestone.slack.settled();
  return message;
};

describe('what is typed', () => {
  it.each([
    ['a mention', () => buyer().mention('#general', 'ndpr price 2024'), ['ndpr price 2024']],
    ['a direct message', () => buyer().dm('price 2024'), ['price 2024']],
    ['a follow-up', () => buyer().dm('and 2023?'), ['and 2023?']],
    ['a slash command', () => buyer().command('/nd price 2022', '#general'), ['price 2022']],
    ['one that is shared', () => buyer().command('/nd ndpr price share', '#general'), ['ndpr price']],
    ['why', () => buyer().command('/nd why price 2022', '#general'), ['why price 2022']],
    [
      'a list',
      () => buyer().dm('price 2022\nprice of terbium 2023'),
      ['price 2022\nprice of terbium 2023', 'price 2022', 'price of terbium 2023'],
    ],
  ] as const)('is read once: %s', async (_, act, texts) => {
    await answered(act);
    expect(reads).toEqual(texts);
  });

  it('is read once where it is shared, and what a button asks is not read', async () => {
    const answer = await answered(() => buyer().command('/nd price 2024', '#general'));
    await answered(() => buyer().press(answer, 'History'));
    expect(reads).toEqual([]);
    await answered(() => buyer().press(answer, 'Share in channel'));
    expect(reads).toEqual(['price 2024']);
  });

  it('is read once in a terminal, with an explanation too', () => {
    reads.length = 0;
    const read = readText('price 2024', counting, TODAY);
    answerText(read, counting, { now: TODAY });
    explain(read, counting, { now: TODAY });
    expect(reads).toEqual(['price 2024']);
  });
});

describe('what nobody typed is not read', () => {
  it('the Home', async () => {
    reads.length = 0;
    await buyer().openHome();
    await lodestone.slack.waitFor(() => lodestone.slack.homeOf('Buyer'), { what: 'the Home' });
    expect(reads).toEqual([]);
  });

  it('a digest', () => {
    reads.length = 0;
    const items = ['price', 'change', 'sectors', 'production', 'alerts', 'chart'] as const;
    const { answer } = composeDigest({
      content: { items, metals: ['neodymium', 'terbium'], skipUnchanged: false, locale: 'en' },
      catalog: counting,
      previous: undefined,
      alerts: [],
      now: TODAY,
    });
    expect(answer.parts.length).toBeGreaterThan(3);
    expect(answer.question).toMatchObject(plainQuestion({ metals: ['neodymium'], metrics: ['price'] }));
    expect(reads).toEqual([]);
  });

  it('an alert on quotes', () => {
    reads.length = 0;
    const book = bookOf({ '2026-11-20': 553_000, '2026-11-23': 600_000 });
    const rule = ruleOf('above 590000 CNY/t ndpr');
    const fired = book.latest.flatMap((series) => lookAtQuotes(rule, series, book) ?? [])[0];
    const answer = fired && alertAnswer(counting, fired, fired, TODAY);
    expect(answer?.parts[0]?.body.length).toBeGreaterThan(1);
    expect(reads).toEqual([]);
  });
});
