import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLodestone, type Lodestone } from '../lodestone.ts';
import { COMMANDS } from '#src/slack/commands/commands.ts';

let lodestone: Lodestone;
beforeAll(async () => {
  lodestone = await startLodestone();
});
afterAll(() => lodestone.stop());

const command = (line: string) =>
  lodestone.slack.answerTo(() => lodestone.slack.user('Buyer').command(line, '#general'));

describe('/nd', () => {
  it('shows help where nothing follows', async () => {
    const { slack } = lodestone;
    for (const line of ['/nd', '/nd help', '/nd   ']) {
      const answer = await command(line);
      for (const { name } of COMMANDS) expect(answer.text).toContain(`/nd ${name}`);
      expect(answer.visible_to).toBe(slack.user('Buyer').id);
    }
  });

  const asking = COMMANDS.filter((one) => 'toQuestion' in one);
  it.each(asking.flatMap(({ examples }) => examples).filter((example) => example !== 'help'))(
    'answers its own example "/nd %s"',
    async (example) => {
      const answer = await command(`/nd ${example}`);
      const [logged] = lodestone
        .logged()
        .filter(({ msg }) => msg === 'answered')
        .slice(-1);
      expect(logged).toMatchObject({ outcome: 'answer' });
      expect(answer.text).not.toBe('');
    },
  );

  it('mends a typo in its word, and says so', async () => {
    const answer = await command('/nd prcie 2024');
    expect(answer.text).toContain('$125/kg');
    expect(answer.text).toContain('Read "prcie" as "price".');
  });

  it('takes anything else as a question', async () => {
    expect((await command('/nd how much was it in 2023?')).text).toContain('$110/kg');
  });

  it('answers for all where the asker adds "share", saying who asked what', async () => {
    const answer = await command('/nd price 2024 share');
    expect(answer.visible_to).toBeUndefined();
    expect(answer.text).toContain('buyer asked: “price 2024”');
    expect(answer.text).toContain('$125/kg');
    expect(JSON.stringify(answer.blocks)).not.toContain('Share in channel');
  });

  it('never makes a mention of what was typed', async () => {
    const answer = await command('/nd ask <!channel> price of <@U1> & *gold* share');
    // A button's value is shown to nobody.
    const shown = JSON.stringify([answer.text, answer.blocks], (key, value) =>
      key === 'value' ? undefined : value,
    );
    expect(shown).not.toMatch(/<[!@#]/);
    expect(shown).toContain('&lt;!channel&gt;');
  });

  it('survives whatever is typed', async () => {
    for (const text of ['share share', '💥'.repeat(500), 'x'.repeat(3900), '\u0000', 'price '.repeat(600)]) {
      expect((await command(`/nd ${text}`)).text.length).toBeGreaterThan(0);
    }
  });
});
