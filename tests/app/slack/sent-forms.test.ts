/** The forms of a digest and of a price over the wire, where Slack fails, is slow, or sends one twice. */
import { afterEach, describe, expect, it } from 'vitest';
import type { SimulatorOptions, User } from 'local-slack';
import type { View } from 'local-slack';
import { openStore } from '#src/storage/database/database.ts';
import { listSubscriptions } from '#src/storage/subscriptions.ts';
import { startLodestone, TODAY, type Lodestone } from '../lodestone.ts';
import { newPlace } from '../storage/stores.ts';
import { PRICE_OF } from './price-form.ts';

let lodestone: Lodestone;
afterEach(() => lodestone.stop());

async function start(options: Partial<SimulatorOptions> = {}) {
  const store = await openStore({ ...(await newPlace()), as: 'bot' });
  let now = TODAY.getTime();
  lodestone = await startLodestone({
    people: [{ name: 'Boss', admin: true }],
    channels: [{ name: 'general' }],
    deps: { store, now: () => new Date(now) },
    ...options,
  });
  const { slack } = lodestone;
  const boss = slack.user('Boss');
  const view = () => slack.openViews(boss)[0];
  const shown = () => JSON.stringify(view()?.blocks);
  return {
    slack,
    boss,
    view,
    shown,
    move: (ms: number) => {
      now += ms;
    },
    digests: () => listSubscriptions(store.db, slack.workspace.team.id),
    quotes: async () =>
      await store.db.selectFrom('quotes').select(['low', 'state', 'edition']).orderBy('edition').execute(),
    open: async (line: string) => {
      await boss.command(line, '#general');
      return await slack.waitFor(view);
    },
    /** The form is answered before it is done: what came of it replaces the word that it is under way. */
    finished: async () => await slack.waitFor(() => !/(?:Setting it up|Storing it) …/.test(shown())),
    told: () => slack.messagesIn('dm:Boss').map(({ text }) => text),
    general: [...slack.workspace.channels.values()].find(({ name }) => name === 'general')?.id ?? '',
  };
}

/** A form as Slack sends it, to be sent more than once. */
function submission(user: User, view: View) {
  const { workspace } = lodestone.slack;
  return {
    type: 'view_submission',
    team: { id: workspace.team.id, domain: 'local' },
    user: { id: user.id, username: user.name, name: user.name, team_id: workspace.team.id },
    api_app_id: workspace.appId,
    token: 'playground',
    trigger_id: 'none',
    view: { ...view, state: { values: user.valuesOf(view) } },
    response_urls: [],
    is_enterprise_install: false,
    enterprise: null,
  };
}

describe('the form of a digest', () => {
  it('with a locale or a day that there is none of says so at the field, and stores nothing', async () => {
    const { slack, boss, view, open, digests } = await start();
    const opened = await open('/nd digest');
    await boss.select(opened, 'digest:choose:often', 'date');
    const dated = await slack.waitFor(() => slack.openViews(boss).find(({ hash }) => hash !== opened.hash));
    // Options that no version of ours offers.
    const forged = JSON.stringify(dated)
      .replace(/"value":"30"/, '"value":"30.5"')
      .replace('de-CH', 'xx-$$$$');
    slack.workspace.views.set(dated.id, JSON.parse(forged));
    const { errors } = await boss.submitView({ dates: ['30.5'], locale: 'xx-$$' });
    expect(errors).toEqual({ dates: 'Choose days from 1 to 31.', locale: 'Choose one from the list.' });
    expect(view()?.callback_id).toBe('digest:form');
    expect(await digests()).toEqual([]);
  });

  it('where Slack does not say whether I can post there, comes back as it was, and can be sent again', async () => {
    const { slack, boss, shown, open, finished, digests, told, general } = await start();
    await open('/nd digest');
    slack.faults.fail('conversations.info', { error: 'fatal_error' });
    const { ack } = await boss.submitView({ channel: general, often: 'week', time: '07:10' });
    expect(ack.ok).toBe(true);
    await finished();
    expect(shown()).toContain('It failed on my side');
    expect(shown()).toContain('07:10');
    expect(await digests()).toEqual([]);
    await slack.waitFor(() => told().some((text) => text.includes('give this reference')));
    await boss.submitView();
    await finished();
    expect(shown()).toContain('It comes every Monday at 07:10');
    expect(await digests()).toMatchObject([{ scheduleLine: 'weekly mon 07:10', channel: general }]);
  });

  it('where Slack does not say who sends it, comes back as it was, too', async () => {
    const { slack, boss, shown, open, finished, digests, move } = await start();
    await open('/nd digest');
    move(61_000);
    slack.faults.fail('users.info', { error: 'fatal_error' });
    await boss.submitView({ time: '07:10' });
    await finished();
    expect(shown()).toContain('07:10');
    await boss.submitView();
    await finished();
    expect(await digests()).toMatchObject([{ scheduleLine: 'weekly mon 07:10' }]);
  });

  it('is acknowledged in time however slow Slack is', async () => {
    const { slack, boss, shown, open, finished, digests, general } = await start({ ackTimeoutMs: 250 });
    await open('/nd digest');
    slack.faults.fail('conversations.info', { late: 400, times: 2 });
    const { ack } = await boss.submitView({ channel: general });
    expect(ack).toMatchObject({ ok: true });
    await finished();
    expect(shown()).toContain('It comes every Monday');
    expect(await digests()).toHaveLength(1);
  });

  it('sent twice at once, and once more, makes one digest', async () => {
    const { slack, boss, open, digests } = await start();
    const payload = submission(boss, await open('/nd digest'));
    await Promise.all([slack.dispatch.interaction(payload), slack.dispatch.interaction(payload)]);
    await slack.dispatch.interaction(payload);
    await slack.settled();
    expect(await digests()).toHaveLength(1);
  });

  it('a choice that comes late, or after it is closed, brings no form back', async () => {
    const { slack, boss, view, shown, open, finished, digests, told } = await start();
    const opened = await open('/nd digest');
    const late = {
      ...submission(boss, opened),
      type: 'block_actions',
      container: { type: 'view', view_id: opened.id },
      actions: [{ type: 'timepicker', action_id: 'digest:choose:time', block_id: 'time', action_ts: '1.0' }],
    };
    await boss.submitView();
    await finished();
    await slack.dispatch.interaction(late);
    await slack.settled();
    expect(shown()).toContain('It comes every Monday');
    await boss.closeView({ all: true });
    // Another one, closed before what was chosen in it arrives.
    const other = await open('/nd digest');
    await boss.closeView();
    await slack.dispatch.interaction({ ...late, view: { ...late.view, id: other.id } });
    await slack.settled();
    expect(view()).toBeUndefined();
    expect(told()).toEqual([]);
    expect(await digests()).toHaveLength(1);
  });

  it.each(['digest', 'alert'])(
    'of %ss, sent while Slack is slow to draw it after a choice, is not brought back over what came of it',
    async (what) => {
      const { slack, boss, shown, open, finished } = await start();
      const opened = await open(`/nd ${what}`);
      // What is asked for is done late: after the form was sent, and what came of it is shown.
      const sent = Promise.withResolvers<undefined>();
      slack.faults.fail('views.update', { before: sent.promise });
      if (what === 'digest') await boss.select(opened, 'digest:choose:often', 'day');
      else await boss.select(opened, 'alert:choose:kind', 'below');
      await boss.submitView(what === 'digest' ? {} : { low: '60' });
      await finished();
      const came = shown();
      sent.resolve(undefined);
      await slack.settled();
      expect(shown()).toBe(came);
      expect(came).toContain(what === 'digest' ? 'It comes every day' : 'below $60/kg');
    },
  );

  it('shows the last of two quick choices, however they are drawn', async () => {
    const { slack, boss, shown, open } = await start();
    const opened = await open('/nd digest');
    const drawn = Promise.withResolvers<undefined>();
    slack.faults.fail('views.update', { before: drawn.promise });
    await boss.select(opened, 'digest:choose:often', 'day');
    await boss.select(opened, 'digest:choose:time', '07:10');
    drawn.resolve(undefined);
    // Every day, at the new time: what is shown belongs to both, and nothing is drawn over it.
    const both = '*It comes next*\\nWed 25 Nov, 07:10 Europe/London';
    await slack.waitFor(() => shown().includes(both), { what: 'a form of both choices' });
    await slack.settled();
    expect(shown()).toContain(both);
  });

  it('of an older version says so at the first choice', async () => {
    const { slack, boss, shown, open } = await start();
    const opened = await open('/nd digest');
    slack.workspace.views.set(opened.id, { ...opened, private_metadata: '{"choice":{}}' });
    await boss.select(opened, 'digest:choose:often', 'day');
    await slack.waitFor(() => slack.openViews(boss)[0]?.callback_id === '');
    expect(shown()).toContain('from an older version');
  });

  it.each(['views.update fails', 'it is closed meanwhile'])(
    'where %s after it is acknowledged, what came of it is told in a direct message',
    async (how) => {
      const { slack, boss, open, digests, told, general } = await start();
      await open('/nd digest');
      if (how === 'views.update fails') slack.faults.fail('views.update', { error: 'internal_error' });
      else slack.faults.fail('conversations.info', { late: 200 });
      await boss.submitView({ channel: general });
      if (how !== 'views.update fails') await boss.closeView();
      await slack.waitFor(() => told().some((text) => text.includes('It comes every Monday')));
      await slack.settled();
      expect(told().filter((text) => /went wrong|failed/.test(text))).toEqual([]);
      expect(await digests()).toHaveLength(1);
    },
  );
});

describe('a trigger that has expired', () => {
  it.each(['/nd digest', '/nd quote'])('%s says that it came too late, and opens nothing', async (line) => {
    const { slack, boss, view, digests } = await start();
    slack.faults.expireTriggers = true;
    const said = await slack.answerTo(() => boss.command(line, '#general'));
    expect(said.text).toContain('Slack gives a form three seconds');
    expect(view()).toBeUndefined();
    expect(await digests()).toEqual([]);
  });

  it('of "Edit" leaves the digest as it was', async () => {
    const { slack, boss, digests } = await start();
    await slack.answerTo(() => boss.command('/nd digest daily 9:00', '#general'));
    const list = await slack.answerTo(() => boss.command('/nd digest list', '#general'));
    const before = await digests();
    slack.faults.expireTriggers = true;
    const said = await slack.answerTo(() => boss.press(list, 'Edit'));
    expect(said.text).toContain('Slack gives a form three seconds');
    expect(await digests()).toEqual(before);
  });
});

const PRICE = { ...PRICE_OF, metal: 'ndpr', low: '553000', high: '557000', vat: 'included', place: 'China' };

/** The form of a price, filled in, as Slack sends it. */
function priceSubmission(user: User, view: View) {
  for (const [field, given] of Object.entries({ ...PRICE_OF, low: '553000' })) user.fill(view, field, given);
  return submission(user, view);
}

describe('the form of a price', () => {
  it('sent twice at once stores one; sent again after it was taken back, or corrected, changes nothing', async () => {
    const { slack, boss, open, quotes } = await start();
    const payload = priceSubmission(boss, await open('/nd quote'));
    await Promise.all([slack.dispatch.interaction(payload), slack.dispatch.interaction(payload)]);
    await slack.settled();
    expect(await quotes()).toMatchObject([{ low: 553_000, state: 'published' }]);
    expect((await slack.answerTo(() => boss.command('/nd quote undo', '#general'))).text).toContain(
      'Taken back',
    );
    await slack.dispatch.interaction(payload);
    await slack.settled();
    expect(await quotes()).toMatchObject([{ state: 'withdrawn' }]);
  });

  it('sent again says that it was taken once', async () => {
    const { slack, boss, view, shown, open, finished, quotes } = await start();
    const opened = await open('/nd quote');
    const payload = priceSubmission(boss, opened);
    await slack.dispatch.interaction(payload);
    await slack.waitFor(() => view()?.hash !== opened.hash);
    await finished();
    const { hash } = view() ?? {};
    await slack.dispatch.interaction(payload);
    await slack.waitFor(() => view()?.hash !== hash);
    expect(shown()).toContain('taken once');
    expect(await quotes()).toHaveLength(1);
  });

  it('where Slack does not say who sends it, comes back as it was filled in, and is stored when it is sent again', async () => {
    const { slack, boss, shown, open, finished, quotes, move } = await start();
    await open('/nd quote');
    // Who somebody is is known for a minute.
    move(61_000);
    slack.faults.fail('users.info', { error: 'fatal_error' });
    await boss.submitView(PRICE);
    await finished();
    expect(shown()).toContain('It failed on my side');
    expect(await quotes()).toEqual([]);
    await boss.submitView();
    await finished();
    expect(shown()).toContain('Stored: *NdPr oxide: CN¥553,000 to CN¥557,000/t*');
    expect(await quotes()).toHaveLength(1);
  });

  it('names each field that is wrong', async () => {
    const { slack, boss, open, quotes } = await start();
    const opened = await open('/nd quote');
    const forged = JSON.stringify(opened)
      .replaceAll('"ndpr"', '"unobtainium"')
      .replaceAll('CNY/t"', 'CNY/ounce"');
    slack.workspace.views.set(opened.id, JSON.parse(forged));
    const { errors } = await boss.submitView({
      ...PRICE_OF,
      metal: 'unobtainium',
      unit: 'CNY/ounce',
      low: '5',
    });
    expect(errors).toEqual({ metal: 'Choose one from the list.', unit: 'Choose one from the list.' });
    expect(await boss.submitView({ metal: 'neodymium', unit: 'USD/kg', low: 'cheap' })).toMatchObject({
      errors: { low: expect.stringContaining('cheap') },
    });
    expect(await quotes()).toEqual([]);
  });
});
