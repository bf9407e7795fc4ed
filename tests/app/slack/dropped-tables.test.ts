/** Tables dropped in a direct message, over the wire: shown as they were read, changed, imported, remembered; or why not. */
import { writeXlsx } from 'hucre/xlsx';
import { addMessage, directMessage, type Message, type User } from 'local-slack';
import { afterEach, expect, it } from 'vitest';
import { COMMANDS } from '#src/slack/commands/commands.ts';
import { buildManifest } from '#src/slack/setup/manifest.ts';
import { startLodestone, TODAY, type Lodestone } from '../lodestone.ts';

let lodestone: Lodestone;
afterEach(() => lodestone.stop());

async function start(env: Readonly<Record<string, string>> = {}, scopes: readonly string[] = ['files:read']) {
  lodestone = await startLodestone({
    manifest: buildManifest(COMMANDS, scopes),
    env: (slack) => ({ ADMIN_USERS: slack.user('Boss').id, ...env }),
    people: [{ name: 'Buyer' }, { name: 'Boss', admin: true }],
    deps: { now: () => TODAY },
  });
  const { slack } = lodestone;
  const drop = (who: User, name: string, content: string | Uint8Array) =>
    slack.answerTo(() => who.drop('dm', { name, bytes: Buffer.from(content) }));
  const nowSays = async (message: Message, part: string) => {
    const texts = () =>
      slack
        .messagesIn(message.channel)
        .map(({ text }) => text)
        .join('\n');
    await expect.poll(texts, { timeout: 20_000 }).toContain(part);
  };
  return { slack, boss: slack.user('Boss'), buyer: slack.user('Buyer'), drop, nowSays };
}

const GERMAN =
  'Datum;Artikel;Preis;Währung;Einheit\r\n19.11.2026;Neodymoxid;72,50;EUR;kg\r\n20.11.2026;Neodymoxid;73,00;EUR;kg\r\n';

it('shows how a German table is read, and imports it on a press, once', async () => {
  const { slack, boss, drop, nowSays } = await start();
  const card = await drop(boss, 'preise.csv', Buffer.from(GERMAN, 'latin1'));
  expect(card.text).toContain('preise.csv: 2 prices can be read.* 2 new, 0 corrected');
  expect(card.text).toContain('Neodymium oxide: €73/kg*, 20 Nov 2026');
  await boss.press(card, { text: 'Import' });
  await nowSays(
    card,
    'Imported preise.csv:* 2 added, 0 corrected, 0 unchanged, 0 held for an admin, 0 rejected',
  );
  const again = await drop(boss, 'preise.csv', Buffer.from(GERMAN, 'latin1'));
  expect(again.text).toContain('0 new, 0 corrected, 2 as they are');
  const price = await slack.answerTo(() => boss.dm('neodymium oxide price'));
  expect(price.text).toContain('€73/kg');
});

it('asks for what a workbook does not say, changes a column, and remembers both for the next one', async () => {
  const { boss, drop, nowSays } = await start();
  const rows = [
    ['Date', 'Bid', 'Desk'],
    ['2026-11-20', 553000, 557000],
  ];
  const bytes = await writeXlsx({ sheets: [{ name: 'Sheet1', rows }] });
  const card = await drop(boss, 'desk.xlsx', bytes);
  expect(card.text).toContain('it does not say what its prices are of, nor in which unit its prices are');
  await boss.select(card, { action_id: 'import:common:metal' }, 'ndpr');
  await boss.select(card, { action_id: 'import:common:unit' }, 'CNY/t');
  await boss.select(card, { action_id: 'import:column:2' }, 'high');
  await nowSays(card, 'it has no form');
  await boss.select(card, { action_id: 'import:common:form' }, 'oxide');
  await nowSays(card, 'CN¥553,000 to CN¥557,000/t');
  await boss.press(card, { text: 'Import' });
  await nowSays(card, '1 added');
  rows.push(['2026-11-23', 554000, 558000]);
  const next = await drop(boss, 'desk-2.xlsx', await writeXlsx({ sheets: [{ name: 'Sheet1', rows }] }));
  expect(next.text).toContain('desk-2.xlsx: 2 prices can be read.* 1 new');
});

it('a press on Import beside a choice that has not been read yet stores nothing, and shows what is chosen', async () => {
  const { slack, boss, drop, nowSays } = await start();
  const table =
    'Date;Product;Price;Desk;Unit\n2026-11-20;Nd oxide;71;Korea;USD/kg\n2026-11-23;Nd oxide;72;Korea;USD/kg\n';
  const card = await drop(boss, 'desk.csv', table);
  expect(card.text).toContain('desk.csv: 2 prices can be read');
  await boss.select(card, { action_id: 'import:column:3' }, 'place');
  // The card as it was before the choice, which its state has already: Slack sends both.
  await boss.press(card, { text: 'Import' });
  await nowSays(card, 'nothing was imported');
  const shown = slack.messagesIn(card.channel).findLast(({ text }) => text.includes('nothing was imported'));
  if (shown === undefined) throw new Error('The card is gone.');
  await boss.press(shown, { text: 'Import' });
  await nowSays(card, 'Imported desk.csv:* 2 added');
  const price = await slack.answerTo(() => boss.dm('neodymium oxide price'));
  expect(price.text).toContain('Korea');
});

it('says of which file nothing was imported', async () => {
  const { slack, boss, drop } = await start();
  const card = await drop(boss, 'preise.csv', Buffer.from(GERMAN, 'latin1'));
  await boss.press(card, { text: 'Cancel' });
  await slack.settled();
  const texts = slack.messagesIn(card.channel).map(({ text }) => text);
  expect(texts.join()).toContain('Left. Nothing of preise.csv was imported.');
});

it('does not read the file of somebody who may not import, nor any without the scope', async () => {
  const { buyer, drop } = await start();
  expect((await drop(buyer, 'preise.csv', GERMAN)).text).toContain('You may not enter prices here');
  await lodestone.stop();
  const without = await start({}, []);
  expect((await without.drop(without.boss, 'preise.csv', GERMAN)).text).toContain(
    'without the scope `files:read`',
  );
});

it('tells nobody what another person’s file holds, by whatever id', async () => {
  const { slack, boss, buyer, drop } = await start({ ADMIN_USERS: '' });
  const card = await drop(boss, 'preise.csv', GERMAN);
  const [id = ''] = slack.workspace.files.keys();
  expect(JSON.stringify(card.blocks)).toContain(id);
  const message = addMessage(slack.workspace, {
    ...card,
    channel: directMessage(slack.workspace, buyer.id).id,
    ts: slack.workspace.ids.ts(),
  });
  await buyer.select(message, { action_id: 'import:column:1' }, 'ignored').catch(() => undefined);
  await slack.settled();
  await buyer.press(message, { text: 'Import' }).catch(() => undefined);
  await slack.settled();
  const told = slack.messagesIn('dm:Buyer').map(({ text }) => text);
  expect(told.join()).toContain('That file is gone.');
  expect(told.slice(1).join()).not.toMatch(/73|72,50/);
});

it('reads no more tables than one person may ask questions', async () => {
  const { slack, boss } = await start({ LIMIT_QUESTIONS: '2,100' });
  for (let i = 0; i < 4; i += 1) {
    await boss.drop('dm', { name: `t${i}.csv`, bytes: Buffer.from(GERMAN) });
    await slack.settled();
  }
  await expect
    .poll(() => slack.messagesIn('dm:Boss').filter(({ text }) => /^\*?t\d/.test(text)).length, {
      timeout: 20_000,
    })
    .toBe(2);
  const told = slack.messagesIn('dm:Boss').map(({ text }) => text);
  expect(told.filter((text) => text.includes('That is not answered'))).toHaveLength(1);
});

it('says why what is no table can’t be read, and how files are imported', async () => {
  const { slack, boss, drop } = await start();
  expect((await drop(boss, 'page.csv', '<!doctype html><p>Sign in')).text).toContain(
    'it is a web page, not a table',
  );
  const how = await slack.answerTo(() => boss.command('/nd quote import', 'dm'));
  expect(how.text).toContain('Drop a table of prices in a direct message with me');
});
