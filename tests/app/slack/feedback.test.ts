import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from 'local-slack';
import { openStore, type Store } from '#src/storage/database/database.ts';
import { startLodestone, type Lodestone } from '../lodestone.ts';

let lodestone: Lodestone;
let store: Store;
let stateDir: string;
beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'lodestone-feedback-'));
  store = await openStore({ stateDir, as: 'bot' });
  lodestone = await startLodestone({
    deps: { store },
    people: [{ name: 'Buyer' }, { name: 'Chief', admin: true }],
  });
});
afterAll(async () => {
  await lodestone.stop();
  await rm(stateDir, { recursive: true });
});

const UNSURE = 'magnet makers worries';
const command = (line: string, who = 'Buyer') =>
  lodestone.slack.answerTo(() => lodestone.slack.user(who).command(line, '#general'));
const press = (message: Message, which: string) =>
  lodestone.slack.answerTo(() => lodestone.slack.user('Buyer').press(message, which));
const kept = async (text: string) => {
  await lodestone.slack.settled();
  const rows = await store.db.selectFrom('feedback').selectAll().where('text', '=', text).execute();
  return rows.map(({ outcome, faq }) => ({ outcome, faq }));
};

describe('what people let it know', () => {
  it('is kept where an FAQ answer helped or not, without saying who', async () => {
    const answer = await command('/nd can recycling end the shortage');
    const thanks = await press(answer, 'Helpful');
    expect(thanks.visible_to).toBe(lodestone.slack.user('Buyer').id);
    await press(answer, 'Not helpful');
    await expect
      .poll(() => kept('can recycling end the shortage'))
      .toEqual([
        { outcome: 'helpful', faq: expect.any(String) },
        { outcome: 'unhelpful', faq: expect.any(String) },
      ]);
    const rows = await store.db.selectFrom('feedback').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(lodestone.slack.user('Buyer').id);
  });

  it('is asked for under what the FAQ answers, and not under figures', async () => {
    expect(JSON.stringify((await command('/nd price 2024')).blocks)).not.toContain('Helpful');
  });

  it('is kept where there was no answer, and where one was chosen instead; admins see it with a diff', async () => {
    const choices = await command(`/nd ${UNSURE}`);
    await press(choices, 'answer:choose:0');
    await expect
      .poll(() => kept(UNSURE))
      .toEqual(
        expect.arrayContaining([
          { outcome: 'unanswered', faq: null },
          { outcome: 'chosen', faq: expect.any(String) },
        ]),
      );
    const gaps = await command('/nd gaps', 'Chief');
    const shown = JSON.stringify(gaps.blocks);
    expect(shown).toContain('+++ b/faq/neodymium.json');
    expect(shown).toContain(UNSURE);
    // What an entry asks, and not its id alone.
    expect(gaps.text).toMatch(/^- \S[^\n]*\? \([a-z\d-]+\): “/m);
    expect(gaps.visible_to).toBe(lodestone.slack.user('Chief').id);
  });

  it('is for admins to see', async () => {
    expect((await command('/nd gaps')).text).toContain('for admins');
  });

  it('is not wanted of a greeting', async () => {
    await command('/nd hello');
    expect(await kept('hello')).toEqual([]);
  });
});

describe('/nd why', () => {
  it('explains the last question, of the one who asks', async () => {
    expect((await command('/nd why', 'Chief')).text).toContain('Ask first');
    await command('/nd price of neodimium in 2023', 'Chief');
    const why = await command('/nd why', 'Chief');
    expect(why.text).toMatch(
      /I read “price of neodimium in 2023” as: the price of neodymium in 2023\.[^]*Read "neodimium" as "neodymium"[^]*Nothing was left out/,
    );
    // The scores are for the terminal.
    expect(why.text).not.toMatch(/score|likely|\d %/);
    expect(why.visible_to).toBe(lodestone.slack.user('Chief').id);
  });

  it('explains a question in quotes, and answers one that begins with "why"', async () => {
    expect((await command('/nd why "price 2024"')).text).toMatch(/as: the price of neodymium .*in 2024/);
    expect((await command('/nd why "why did prices rise"')).text).toContain('which has an answer in words');
    expect((await command('/nd why did prices rise')).text).toContain('demand');
  });

  it('reads a follow-up with the question that it leans on', async () => {
    const { slack } = lodestone;
    const first = await slack.answerTo(() => slack.user('Buyer').mention('#general', 'price 2022'));
    await slack.answerTo(() =>
      slack.user('Buyer').mention('#general', 'and 2024?', { thread_ts: first.thread_ts ?? first.ts }),
    );
    expect((await command('/nd why')).text).toContain('before it: “price 2022”');
  });

  it('is a button too, beside what the FAQ answers', async () => {
    const answer = await command('/nd can recycling end the shortage');
    expect((await press(answer, 'How it was read')).text).toContain('By the words “recycling”');
  });

  it('says what was left out, and what else may have been meant', async () => {
    const why = await command('/nd why "nd metal 23 avg $/kg machining"');
    expect(why.text).toMatch(
      /as: the price of neodymium in 2023[^]*Left out: “machining”[^]*might also have meant: “/,
    );
  });
});

describe('“Not right?”', () => {
  it('is under each answer, of figures and of the FAQ, and not where it was asked back', async () => {
    for (const asked of ['price 2024', 'cost of 100 kg in 2023', 'can recycling end the shortage'])
      expect(JSON.stringify((await command(`/nd ${asked}`)).blocks)).toContain('Not right?');
    expect(JSON.stringify((await command(`/nd ${UNSURE}`)).blocks)).not.toContain('Not right?');
  });

  it('opens what else was meant with one press, for the presser alone; the next answers in place of the choices', async () => {
    const answer = await command('/nd price 2024');
    const choices = await press(answer, 'Not right?');
    expect(choices.visible_to).toBe(lodestone.slack.user('Buyer').id);
    expect(choices.text).toContain('I read “price 2024” as: the price of neodymium');
    const chosen = await press(choices, 'Neodymium production 2024');
    expect(chosen.text).toMatch(/world production, 2024.*56,800 t/);
    expect(chosen.visible_to).toBe(lodestone.slack.user('Buyer').id);
  });

  it('reads a follow-up as it was read, with what it leaned on', async () => {
    const { slack } = lodestone;
    const first = await slack.answerTo(() => slack.user('Buyer').mention('#general', 'terbium price 2022'));
    const next = await slack.answerTo(() =>
      slack.user('Buyer').mention('#general', 'and 2023?', { thread_ts: first.thread_ts ?? first.ts }),
    );
    expect((await press(next, 'Not right?')).text).toMatch(
      /as: the price of terbium in 2023[^]*before it: “terbium price 2022”/,
    );
  });
});
