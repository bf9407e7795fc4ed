/** Attacks by what is said in plain words, and by the cards that answer it: as by commands, nothing is shown or done that is not the attacker's to have. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Message, type User } from 'local-slack';
import { listAlerts } from '#src/storage/alerts.ts';
import { openStore, type Store } from '#src/storage/database/database.ts';
import { latestQuotes } from '#src/storage/quotes.ts';
import { listSubscriptions } from '#src/storage/subscriptions.ts';
import { startLodestone, TODAY, type Lodestone } from '../lodestone.ts';
import { actingIn, CHANNELS, PEOPLE, forgedMessage, madeUp } from './acting.ts';

let lodestone: Lodestone;
let store: Store;
let stateDir: string;
const ids = { digest: '', alert: '' };

const { who, channel, answer, shown } = actingIn(() => lodestone);

/** The workspace's own prices, in whichever way they are written, and whether one is past a threshold. */
const QUOTE = /118\.5|553[,.]?127|That is so already/;
const PRIVATE = /05:55|5:55|\b777\b/;

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'lodestone-'));
  store = await openStore({ stateDir, as: 'bot' });
  lodestone = await startLodestone({
    people: PEOPLE,
    channels: CHANNELS,
    deps: { store, now: () => TODAY },
    // One person says all of it: a refusal for its number would hide what is told.
    env: () => ({ LIMIT_QUESTIONS: '9999,9999' }),
  });
  const [buyer, boss] = [who('Buyer'), who('Boss')];
  for (const line of ['Nd oxide 118.5 USD/kg 23 Nov', 'NdPr oxide 553127 CNY/t ex-works incl. VAT 23 Nov']) {
    const confirm = await answer(() => boss.command(`/nd quote add ${line}`, '#general'));
    await answer(() => boss.press(confirm, 'Store it'));
  }
  await answer(() => buyer.command('/nd digest daily 5:55', 'dm'));
  await answer(() => buyer.command('/nd alert above 777', 'dm'));
  const team = lodestone.slack.workspace.team.id;
  ids.digest = (await listSubscriptions(store.db, team))[0]?.id ?? '';
  ids.alert = (await listAlerts(store.db, team))[0]?.id ?? '';
});
afterAll(async () => {
  await lodestone.stop();
  await rm(stateDir, { recursive: true });
});

const kept = async () => {
  const { db } = store;
  const team = lodestone.slack.workspace.team.id;
  return [
    await listSubscriptions(db, team),
    await listAlerts(db, team),
    await latestQuotes(db, team),
    await listSubscriptions(db, 'T9RIVAL'),
    await listAlerts(db, 'T9RIVAL'),
  ];
};

/** Said in either way that a channel has. */
const SAID: readonly (readonly [string, (user: User, text: string, where: string) => Promise<Message>])[] = [
  ['by a command', (user, text, where) => answer(() => user.command(`/nd ${text}`, where))],
  ['by a mention', (user, text, where) => answer(() => user.mention(where, text))],
];

/** Presses whatever of a card's buttons does something, and shows what came of it. */
async function pressAll(user: User, card: Message): Promise<string> {
  let said = '';
  for (const one of ['Create', 'Store', 'Change', 'Pause', 'Delete', 'Send now', 'Snooze', 'Export', 'Edit'])
    if (JSON.stringify(card.blocks).includes(`"text":"${one}"`)) {
      await user.press(card, one).catch(() => undefined);
      await lodestone.slack.settled();
    }
  const { slack } = lodestone;
  for (const place of ['#general', '#partners'])
    said += slack.messagesIn(place, { visibleTo: user }).map(shown).join('\n');
  return said + JSON.stringify(slack.openViews(user).map(({ blocks }) => blocks));
}

const ASKED = [
  'tell me when nd oxide goes above 100 USD/kg',
  'alert me when ndpr oxide falls below 60 USD/kg',
  'alert me when nd oxide changes a lot',
  'alert me when ndpr oxide passes some price',
  'store ndpr oxide 1-2 CNY/t',
  'list my alerts',
  'show me all digests',
  'delete all digests',
  'pause Buyer’s digest',
  'snooze Buyer’s alert for a week',
  'change Buyer’s digest to 10:00',
  'send Buyer’s digest now',
  'send me the nd oxide prices of the last year as csv',
  'post a digest of neodymium here every monday at 9',
];

describe.each(SAID)('another company, %s', (_, say) => {
  it.each(ASKED)('“%s”: is told no quote, and changes nothing', async (text) => {
    const { slack } = lodestone;
    await slack.settled();
    const before = await kept();
    const rival = who('Rival');
    const card = await say(rival, text, '#partners');
    await slack.settled();
    const said = await pressAll(rival, card);
    expect(shown(card)).not.toMatch(QUOTE);
    expect(said).not.toMatch(QUOTE);
    expect(said).not.toMatch(PRIVATE);
    expect(await kept()).toEqual(before);
  });
});

/** All that everybody in a channel reads. */
const inPublic = (where: string) =>
  lodestone.slack
    .messagesIn(where)
    .filter(({ visible_to: one }) => one === undefined)
    .map(shown)
    .join('\n');

describe('before another company', () => {
  it.each(ASKED.slice(0, 4))('“%s” shows no quote to all, at no step', async (text) => {
    const { slack } = lodestone;
    await slack.settled();
    const buyer = who('Buyer');
    const card = await answer(() => buyer.mention('#partners', text));
    await slack.settled();
    expect(inPublic('#partners')).not.toMatch(QUOTE);
    // It is told all the same, alone.
    expect(card.visible_to).toBe(buyer.id);
    // What is put right by a command is of the same card.
    await buyer.command('/nd no, above 101 USD/kg', '#partners');
    await slack.settled();
    expect(inPublic('#partners')).not.toMatch(QUOTE);
    await pressAll(buyer, card);
    expect(inPublic('#partners')).not.toMatch(QUOTE);
  });

  it('a card that stands there for all to see, by an earlier version, tells its presser alone', async () => {
    const { slack } = lodestone;
    await slack.settled();
    const buyer = who('Buyer');
    const request = {
      intent: 'alert.create',
      metals: ['neodymium'],
      rule: { kind: 'above', low: 100, high: 100, currency: 'USD', mass: 'kg', form: 'oxide' },
      ask: [],
      cannot: [],
    };
    const card = cardIn('partners', request, buyer);
    const told = await answer(() => buyer.press(card, 'request:act'));
    await slack.settled();
    expect(shown(told)).toMatch(QUOTE);
    expect(told.visible_to).toBe(buyer.id);
    expect(inPublic('#partners')).not.toMatch(QUOTE);
  });
});

let forged = 0;

/** A card that anybody made up. @param by Who asked, as it says */
function cardIn(where: string, request: object, by: User, more: object = {}): Message {
  const value = JSON.stringify({
    request,
    by: by.id,
    key: `forged${(forged += 1)}`,
    in: channel(where),
    ...more,
  });
  const buttons = ['request:act', 'request:edit', 'request:cancel'].map((id) => madeUp(id, value));
  return forgedMessage(lodestone, channel(where), buttons);
}

const KEPT = ['pause', 'resume', 'delete', 'send', 'edit', 'list'].map((verb) => `digest.${verb}`);
const WATCHED = ['snooze', 'resume', 'delete', 'edit', 'list'].map((verb) => `alert.${verb}`);

describe('a card that is made up', () => {
  it.each([...KEPT, ...WATCHED])('with another’s %s by its id shows and changes nothing', async (intent) => {
    const { slack } = lodestone;
    const id = intent.startsWith('digest') ? ids.digest : ids.alert;
    const request = {
      intent,
      for: { days: 1 },
      schedule: { at: '10:00' },
      rule: { low: 5, high: 5 },
      ask: [],
      cannot: [],
    };
    for (const name of ['Planner', 'Boss', 'Guest', 'Rival']) {
      const [user, where] = [who(name), name === 'Rival' ? 'partners' : 'general'];
      const before = await kept();
      for (const button of ['request:act', 'request:edit']) {
        const card = cardIn(where, request, user, { ids: [id] });
        await user.press(card, button);
        await slack.settled();
      }
      const told = slack.messagesIn(where, { visibleTo: user }).map(shown);
      const said = [...told, JSON.stringify(slack.openViews(user).map(({ blocks }) => blocks))].join('\n');
      expect(said).not.toMatch(PRIVATE);
      expect(said).not.toMatch(/went wrong/);
      expect(await kept()).toEqual(before);
    }
  });

  it('of another person is theirs, and stays as it is', async () => {
    const { slack } = lodestone;
    const [buyer, planner] = [who('Buyer'), who('Planner')];
    const request = { intent: 'digest.delete', ask: [], cannot: [] };
    for (const button of ['request:act', 'request:edit', 'request:cancel']) {
      await slack.settled();
      const before = await kept();
      const card = cardIn('general', request, buyer, { ids: [ids.digest] });
      const told = await answer(() => planner.press(card, button));
      expect(told.visible_to).toBe(planner.id);
      expect(told.text).toContain('to decide');
      expect(await kept()).toEqual(before);
      expect(slack.messagesIn('#general').find(({ ts }) => ts === card.ts)?.text).toBe('forged');
    }
  });

  it('posts nothing to a private channel that its sender is not in, nor to another person', async () => {
    const { slack } = lodestone;
    const planner = who('Planner');
    const schedule = { every: 'week', on: 'mon', at: '09:00', zone: 'UTC' };
    const digest = { intent: 'digest.create', metals: ['neodymium'], schedule, ask: [], cannot: [] };
    const before = await kept();
    for (const [place, more] of [
      ['#secret', {}],
      [`#${channel('secret').toLowerCase()}`, {}],
      [`@${who('Buyer').id.toLowerCase()}`, {}],
      [undefined, { in: channel('secret') }],
      [['here', '#secret'], { in: channel('secret') }],
    ] as const) {
      await slack.settled();
      const request = place === undefined ? digest : { ...digest, place };
      const card = cardIn('general', request, planner, more);
      await planner.press(card, 'request:act');
      const now = () => slack.messagesIn('#general').find(({ ts }) => ts === card.ts)?.text;
      await slack.waitFor(() => now()?.includes('Nothing was set up'));
      expect(await kept()).toEqual(before);
    }
  });
});

it('whoever is not in a private channel is not told whether there is one of a name', async () => {
  const { slack } = lodestone;
  for (const name of ['Planner', 'Guest', 'Rival']) {
    const where = name === 'Rival' ? '#partners' : '#general';
    const said: string[] = [];
    for (const place of ['secret', 'nosuch']) {
      await slack.settled();
      const card = await answer(() =>
        who(name).command(`/nd post a digest of neodymium in #${place} every monday at 9`, where),
      );
      said.push(card.text.replaceAll(place, 'it'));
    }
    expect(said[0]).toBe(said[1]);
  }
});
