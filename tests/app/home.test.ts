import { expect, it } from 'vitest';
import { startLodestone } from './lodestone.ts';
import { COMMANDS } from '#src/slack/commands/commands.ts';

it('shows the Home, opens an answer from it, and goes on in the modal', async () => {
  const lodestone = await startLodestone();
  const { slack } = lodestone;
  const buyer = slack.user('Buyer');
  await slack.answerTo(() => buyer.dm('price in 2022'));
  await buyer.openHome();
  const home = await slack.waitFor(() => slack.homeOf('Buyer'), { what: 'the Home' });
  const shown = JSON.stringify(home.blocks);
  for (const { name } of COMMANDS) expect(shown).toContain(`/nd ${name}`);
  expect(shown).toContain('$73/kg');
  expect(shown).toContain('"value":"price in 2022"');

  await buyer.press(home, 'home:ask:recent:0');
  const modal = await slack.waitFor(() => slack.openViews('Buyer').at(-1), { what: 'a modal' });
  expect(JSON.stringify(modal.blocks)).toContain('$92/kg');
  await buyer.press(modal, 'Chart');
  await slack.waitFor(
    () => slack.openViews('Buyer').some((view) => JSON.stringify(view.blocks).includes('"image"')),
    { what: 'the chart in the modal' },
  );
  await lodestone.stop();
});

it('does nothing when only the messages tab is opened', async () => {
  const lodestone = await startLodestone();
  await lodestone.slack.user('Buyer').openHome('messages');
  await lodestone.slack.settled();
  expect(lodestone.slack.homeOf('Buyer')).toBeUndefined();
  await lodestone.stop();
});
