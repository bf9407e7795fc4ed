/** `POST /mcp` on the bot's port: who is let in and who is not, and that each workspace sees its own quotes alone. */
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { createHmac } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { request as send } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_LIMITS } from '#src/access/limits.ts';
import { createTokens } from '#src/api/tokens.ts';
import { openStore, type Store } from '#src/storage/database/database.ts';
import { SECRETS, startLodestone, TODAY, type Lodestone } from '../lodestone.ts';
import { actor } from '../access/actors.ts';
import { badlyAnswered } from './bad-calls.ts';
import { wordsOf } from './linked.ts';

const house = { channelsByAdmins: false, entering: 'everyone', limits: NO_LIMITS } as const;
const OTHER = actor('T0OTHER', 'U0OTHER', { standing: 'admin' });

let lodestone: Lodestone;
let store: Store;
const newStore = async () =>
  await openStore({ stateDir: await mkdtemp(join(tmpdir(), 'lodestone-mcp-')), as: 'bot' });

const say = (line: string) =>
  lodestone.slack.answerTo(() => lodestone.slack.user('Boss').command(`/nd ${line}`, '#general'));

async function makeToken(name = 'assistant'): Promise<string> {
  const { text } = await say(`api new ${name}`);
  return /lode_[\w-]{43}/.exec(text)?.[0] ?? '';
}

async function addQuote(): Promise<void> {
  const form = await say('quote add NdPr oxide 553127 CNY/t ex-works China incl. VAT 20 Nov 2026');
  await lodestone.slack.answerTo(() => lodestone.slack.user('Boss').press(form, 'Store it'));
}

/** One call over plain HTTP, with headers that `fetch` lets nobody set. */
const post = (headers: Record<string, string>, body = LIST, method = 'POST') =>
  new Promise<{ status: number; headers: Readonly<Record<string, unknown>>; text: string }>(
    (resolve, reject) => {
      const { port } = new URL(lodestone.url);
      const said = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
      const sent = send({ port, path: '/mcp', method, headers: { ...said, ...headers } }, (response) => {
        let text = '';
        response.on('data', (chunk) => (text += String(chunk)));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        );
      });
      sent.on('error', reject);
      sent.end(method === 'POST' ? body : undefined);
    },
  );

const LIST = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} });
const asking = (slack?: object) =>
  JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: {
      name: 'ask',
      arguments: { question: 'NdPr oxide quote' },
      ...(slack === undefined ? {} : { _meta: { slack } }),
    },
  });

/** As Slack signs what Slackbot asks. */
function signed(body: string, { secret = SECRETS.signingSecret, at = TODAY.getTime() } = {}) {
  const timestamp = String(Math.floor(at / 1000));
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
}

/** The protocol with its handshake, and that of July 2026, in which each request stands alone. */
const ERAS = [
  ['until 2025', 'legacy'],
  ['of July 2026', { pin: '2026-07-28' }],
] as const;

async function clientWith(token: string, mode: (typeof ERAS)[number][1] = 'legacy'): Promise<Client> {
  const client = new Client({ name: 'tests', version: '1' }, { versionNegotiation: { mode } });
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`${lodestone.url}/mcp`), {
      requestInit: { headers: { authorization: `Bearer ${token}` } },
    }),
  );
  return client;
}

describe('where neither a token nor Slack’s identity is set', () => {
  beforeAll(async () => {
    lodestone = await startLodestone({ people: [{ name: 'Boss', admin: true }] });
  });
  afterAll(() => lodestone.stop());

  it('is not there, whatever is asked', async () => {
    for (const headers of [{}, { authorization: 'Bearer lode_nothing' }, signed(LIST)])
      expect((await post(headers)).status).toBe(404);
  });
});

describe('with a token', () => {
  let token: string;
  let foreign: string;
  beforeAll(async () => {
    store = await newStore();
    lodestone = await startLodestone({ people: [{ name: 'Boss', admin: true }], deps: { store } });
    token = await makeToken();
    const tokens = createTokens({ store, house, now: () => TODAY.getTime(), onError: () => {} });
    const made = await tokens.make(OTHER, 'other');
    foreign = 'token' in made ? made.token : '';
    await addQuote();
    // The first question takes longest: a connection would be idle meanwhile, and be closed.
    await post({ authorization: `Bearer ${token}` }, asking());
  });
  afterAll(() => lodestone.stop());

  it.each(ERAS)(
    'by the protocol %s, lists, answers typed, and can be told that a call is cancelled',
    async (_, era) => {
      const client = await clientWith(token, era);
      expect((await client.listTools()).tools).toHaveLength(8);
      const { structuredContent } = await client.callTool({
        name: 'ask',
        arguments: { question: 'neodymium price 2024' },
      });
      expect(structuredContent).toMatchObject({
        outcome: 'answer',
        figures: [{ low: 125, unit: 'USD/kg' }, {}, {}, {}],
      });
      const patience = new AbortController();
      const waiting = client.callTool(
        { name: 'draw_chart', arguments: { materials: ['neodymium'] } },
        { signal: patience.signal },
      );
      patience.abort(new Error('enough'));
      await expect(waiting).rejects.toThrow('enough');
      expect((await client.listPrompts()).prompts).toHaveLength(3);
      await client.close();
    },
  );

  it.each(ERAS)('by the protocol %s, helps to mend each bad call', async (_, era) => {
    const client = await clientWith(token, era);
    expect(await badlyAnswered(client)).toEqual([]);
    await client.close();
  });

  it('answers from the quotes of its own workspace, and of no other', async () => {
    const [own, others] = await Promise.all([clientWith(token), clientWith(foreign)]);
    const material = 'NdPr oxide';
    const calls = [
      { name: 'ask', arguments: { question: 'NdPr oxide quote' } },
      { name: 'get_series', arguments: { material, cadence: 'day' } },
      { name: 'cost', arguments: { items: [{ material, amount: 1, unit: 't' }] } },
    ];
    for (const call of calls) {
      expect(wordsOf(await own.callTool(call))).toContain('553,127');
      expect(JSON.stringify(await others.callTool(call))).not.toMatch(/553,?127/);
    }
    // What says of itself only that there are quotes, or nothing of them, says that to nobody else either.
    for (const call of [
      { name: 'check_sources', arguments: { material } },
      { name: 'compare', arguments: { materials: [material, 'neodymium oxide'], from: '2026-11-20' } },
      { name: 'draw_chart', arguments: { materials: [material], from: '2026-11' } },
      { name: 'list_materials', arguments: { search: 'ndpr' } },
    ])
      expect(JSON.stringify(await others.callTool(call))).not.toMatch(/553,?127|"quoted":true/);
    const listed = { name: 'list_materials', arguments: { search: 'ndpr' } };
    expect(JSON.stringify(await own.callTool(listed))).toContain('"quoted":true');
    await Promise.all([own.close(), others.close()]);
  });

  it('refuses strangers, other hosts, other sites’ pages, and what is no call', async () => {
    const authorization = `Bearer ${token}`;
    const stranger = await post({});
    expect(stranger.status).toBe(401);
    expect(stranger.headers['www-authenticate']).toBe('Bearer realm="Lodestone"');
    const wrong = await post({ authorization: `${authorization.slice(0, -1)}-` });
    expect([wrong.status, wrong.headers['www-authenticate']]).toEqual([
      401,
      'Bearer realm="Lodestone", error="invalid_token"',
    ]);
    // Slack's identity is not set here: its signature lets nobody in.
    expect((await post(signed(LIST))).status).toBe(401);
    expect((await post({ authorization, host: 'evil.example.com' })).status).toBe(403);
    expect((await post({ authorization, origin: 'https://evil.example.com' })).status).toBe(403);
    expect((await post({ authorization }, '{')).status).toBe(400);
    expect((await post({ authorization }, ' '.repeat(300_000))).status).toBe(413);
    expect((await post({ authorization }, LIST, 'GET')).status).toBe(405);
    expect((await post({ authorization })).status).toBe(200);
  });

  it('logs no token', () => {
    const logged = JSON.stringify(lodestone.logged());
    expect(logged).not.toContain(token.slice(5));
    expect(logged).not.toContain(foreign.slice(5));
  });
});

/** Who asks, as Slack names them. */
const identity = (name: string, more = {}) => ({
  user_id: lodestone.slack.user(name).id,
  team_id: lodestone.slack.workspace.team.id,
  ...more,
});
/** Asks as Slackbot does. */
const askSigned = async (slack?: object) => {
  const body = asking(slack);
  return await post({ ...signed(body), host: 'bot.example.com' }, body);
};

describe('with Slack’s signed identity', () => {
  beforeAll(async () => {
    store = await newStore();
    lodestone = await startLodestone({
      people: [{ name: 'Boss', admin: true }, { name: 'Ann' }],
      deps: { store },
      env: { PUBLIC_URL: 'https://bot.example.com', CHARTS: 'off' },
    });
    await addQuote();
  });
  afterAll(() => lodestone.stop());

  it('answers a person as in chat, and whoever it does not name from public figures', async () => {
    expect((await askSigned(identity('Ann'))).text).toContain('553,127');
    const nobody = await askSigned();
    expect(nobody.status).toBe(200);
    expect(nobody.text).not.toContain('553,127');
    const listed = await post({ ...signed(LIST), host: 'bot.example.com' });
    expect(listed.text).toContain('get_series');
  });

  it('takes nobody of another workspace for one of its own', async () => {
    for (const other of [{ team_id: 'T0OTHER' }, { user_id: 'U0NOBODY', team_id: 'T0OTHER' }]) {
      const { status, text } = await askSigned(identity('Ann', other));
      expect(status).toBe(200);
      expect(text).not.toContain('553,127');
    }
  });

  it('believes no signature that is wrong, old, or of other bytes', async () => {
    const body = asking(identity('Ann'));
    const wrong = [
      signed(body, { secret: 'another-secret-0123456789' }),
      signed(body, { at: TODAY.getTime() - 10 * 60_000 }),
      signed(`${body} `),
      { 'x-slack-signature': 'v0=', 'x-slack-request-timestamp': 'soon' },
    ];
    for (const headers of wrong) expect((await post(headers, body)).status).toBe(401);
    // A token is shown, so that alone counts.
    expect((await post({ ...signed(body), authorization: 'Bearer lode_x' }, body)).status).toBe(401);
  });
});

describe('where little may be asked a minute', () => {
  beforeAll(async () => {
    lodestone = await startLodestone({
      people: [{ name: 'Boss', admin: true }, { name: 'Ann' }],
      env: {
        PUBLIC_URL: 'https://bot.example.com',
        CHARTS: 'off',
        LIMIT_REQUESTS: '2,3',
        LIMIT_QUESTIONS: '3,9',
      },
    });
  });
  afterAll(() => lodestone.stop());

  it('says to a token when it may ask again, and counts each token of a workspace', async () => {
    const [one, other] = [await makeToken('one'), await makeToken('other')];
    const statuses: number[] = [];
    for (const token of [one, one, one, other, other])
      statuses.push((await post({ authorization: `Bearer ${token}` })).status);
    expect(statuses).toEqual([200, 200, 429, 200, 429]);
    const refused = await post({ authorization: `Bearer ${one}` });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThanOrEqual(1);
    expect(refused.text).toContain('LIMIT_REQUESTS');
  });

  it('counts what a person asks through Slackbot as in chat', async () => {
    const statuses: number[] = [];
    for (let asked = 0; asked < 4; asked += 1) statuses.push((await askSigned(identity('Ann'))).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
  });
});
