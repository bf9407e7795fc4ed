/** The JSON API over the wire: tokens made in Slack, and everything that is asked with them, or without. */
import { parse } from 'csv-parse/sync';
import { request as send } from 'node:http';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NO_LIMITS } from '#src/access/limits.ts';
import { problemSchema } from '#src/api/http/problem.ts';
import { answerSchema } from '#src/api/schemas/answer.ts';
import { materialSchema } from '#src/api/schemas/lists.ts';
import { createTokens } from '#src/api/tokens.ts';
import { openStore, type Store } from '#src/storage/database/database.ts';
import { startLodestone, TODAY, type Lodestone } from '../lodestone.ts';
import { actor } from '../access/actors.ts';

let lodestone: Lodestone;
let store: Store;
let token: string;
/** A token of another workspace in the same storage. */
let foreign: string;

const house = { channelsByAdmins: false, entering: 'everyone', limits: NO_LIMITS } as const;

const OTHER = actor('T0OTHER', 'U0OTHER', { standing: 'admin' });

const say = (line: string, who = 'Boss') =>
  lodestone.slack.answerTo(() => lodestone.slack.user(who).command(`/nd ${line}`, '#general'));

async function makeToken(name: string): Promise<string> {
  const { text } = await say(`api new ${name}`);
  return /lode_[\w-]{43}/.exec(text)?.[0] ?? '';
}

const ask = (path: string, headers: Record<string, string> = { authorization: `Bearer ${token}` }) =>
  fetch(`${lodestone.url}${path}`, { headers });

/** With headers that `fetch` lets nobody set. */
const askAs = (headers: Record<string, string>, path = '/api/v1/materials') =>
  new Promise<number>((resolve, reject) => {
    const { port } = new URL(lodestone.url);
    send({ port, path, headers: { authorization: `Bearer ${token}`, ...headers } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });

beforeAll(async () => {
  store = await openStore({ stateDir: await mkdtemp(join(tmpdir(), 'lodestone-api-')), as: 'bot' });
  lodestone = await startLodestone({
    people: [{ name: 'Boss', admin: true }, { name: 'Ann' }],
    deps: { store },
    env: { PUBLIC_URL: 'https://bot.example.com', CHARTS: 'upload', LIMIT_REQUESTS: '400,400' },
  });
});
afterAll(() => lodestone.stop());

describe('before there is a token', () => {
  it('is not there, whatever is asked', async () => {
    for (const path of ['/api/v1/ask?q=price', '/api/v1/openapi.json', '/api/v1/nothing']) {
      const response = await ask(path, { authorization: 'Bearer lode_nothing' });
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
    }
  });

  it('says so, and that a question on an API is a question', async () => {
    expect((await say('api')).text).toContain('the API is off');
    expect((await say('api access to neodymium prices')).text).not.toContain('token');
  });
});

describe('with a token', () => {
  beforeAll(async () => {
    token = await makeToken('desk spreadsheet');
    const tokens = createTokens({ store, house, now: () => TODAY.getTime(), onError: () => {} });
    const made = await tokens.make(OTHER, 'other');
    foreign = 'token' in made ? made.token : '';
    const form = await say('quote add NdPr oxide 553127 CNY/t ex-works China incl. VAT 20 Nov 2026');
    await lodestone.slack.answerTo(() => lodestone.slack.user('Boss').press(form, 'Store it'));
  });

  it('is told once, kept as a hash, and listed with who made it', async () => {
    expect(token).toMatch(/^lode_/);
    const rows = await store.db.selectFrom('api_tokens').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token.slice(5));
    const listed = await say('api');
    expect(listed.text).toContain('desk spreadsheet');
    expect(JSON.stringify(listed)).not.toContain(token);
  });

  it('is for admins alone to make, list and revoke', async () => {
    for (const line of ['api', 'api new mine', 'api revoke desk spreadsheet'])
      expect((await say(line, 'Ann')).text).toContain('are for admins');
  });

  it('answers a question with its figures', async () => {
    const response = await ask('/api/v1/ask?q=neodymium%20price%20in%202022');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
    const answer = answerSchema.parse(await response.json());
    expect(answer.text).toContain('$92/kg');
    expect(answer.figures[0]).toMatchObject({
      material: 'neodymium',
      low: 92,
      high: 92,
      unit: 'USD/kg',
      period: '2022',
    });
  });

  it('says what there is instead where there is no such data', async () => {
    const response = await ask('/api/v1/ask?q=copper%20stock%20of%20Mars%20in%201850');
    expect(response.status).toBe(200);
    expect(answerSchema.parse(await response.json()).outcome).not.toBe('answer');
  });

  it('gives CSV by its parameter or by what is accepted, and a parser reads it back', async () => {
    const [byParameter, byHeader] = [
      await ask('/api/v1/series?material=Nd&format=csv&from=2024&to=2025'),
      await ask('/api/v1/series?material=Nd&from=2024&to=2025', {
        authorization: `Bearer ${token}`,
        accept: 'text/csv, application/json;q=0.5',
      }),
    ];
    const text = await byParameter.text();
    expect(byParameter.headers.get('content-type')).toContain('text/csv');
    expect(await byHeader.text()).toBe(text);
    const rows: readonly Record<string, string>[] = parse(text, { columns: true });
    expect(rows.map(({ source, period, low, unit }) => [source, period, low, unit])).toContainEqual([
      'USGS',
      '2025',
      '73',
      'USD/kg',
    ]);
  });

  it('has an ETag, and says when nothing has changed', async () => {
    const first = await ask('/api/v1/sources');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    const again = await ask('/api/v1/sources', { authorization: `Bearer ${token}`, 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const other = await ask('/api/v1/sources?format=csv', {
      authorization: `Bearer ${token}`,
      'if-none-match': etag,
    });
    expect(other.status).toBe(200);
  });

  it('draws a chart, and says in words what it shows', async () => {
    const picture = await ask('/api/v1/chart?q=neodymium%20price%20since%202021');
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(
      Buffer.from(await picture.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    const said = await ask('/api/v1/chart?q=neodymium%20price%20since%202021&format=json');
    expect(await said.json()).toMatchObject({
      altText: expect.stringContaining('neodymium price in USD per kg'),
      url: expect.stringMatching(/^https:/),
      answer: { topic: 'price' },
    });
  });

  it('names each parameter that is at fault, and how to mend it', async () => {
    const response = await ask('/api/v1/series?metric=prise&from=last%20year&colour=red');
    expect([response.status, response.headers.get('content-type')]).toEqual([
      400,
      'application/problem+json',
    ]);
    const problem = problemSchema.parse(await response.json());
    expect(problem.title).toBe('Bad Request');
    expect(problem.errors?.map(({ parameter }) => parameter).toSorted()).toEqual([
      'colour',
      'from',
      'material',
      'metric',
    ]);
    expect(JSON.stringify(problem.errors)).toContain('write a period as 2024');
  });

  it.each([
    ['/api/v1/series?material=unobtainium', 404],
    ['/api/v1/series?material=Nd&from=2025&to=2021', 400],
    ['/api/v1/nothing', 404],
    ['/api/v1/ask?q=a&q=b', 400],
    ['/api/v1/ask?q=price&format=png', 400],
    [`/api/v1/ask?q=${'a'.repeat(13_000)}`, 414],
  ])('refuses what can’t be answered: %#', async (path, status) => {
    expect((await ask(path)).status).toBe(status);
  });

  it('takes nothing but GET and HEAD', async () => {
    const authorization = `Bearer ${token}`;
    const posted = await fetch(`${lodestone.url}/api/v1/materials`, {
      method: 'POST',
      headers: { authorization },
    });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    const head = await fetch(`${lodestone.url}/api/v1/materials`, {
      method: 'HEAD',
      headers: { authorization },
    });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('refuses who shows no token, or none that there is', async () => {
    for (const headers of [
      {},
      { authorization: 'Basic x' },
      { authorization: `Bearer ${token.slice(0, -1)}${token.endsWith('A') ? 'E' : 'A'}` },
    ]) {
      const response = await ask('/api/v1/ask?q=price', headers);
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer realm="Lodestone"/);
    }
  });

  it('refuses names that are not its own, and pages of other sites', async () => {
    expect(await askAs({ host: 'evil.example' })).toBe(403);
    expect(await askAs({ host: 'evil.example:3000' })).toBe(403);
    expect(await askAs({ origin: 'https://evil.example' })).toBe(403);
    expect(await askAs({ origin: 'null' })).toBe(403);
    expect(await askAs({ host: 'bot.example.com' })).toBe(200);
    expect(await askAs({ host: 'localhost:1234', origin: 'https://bot.example.com' })).toBe(200);
    expect(await askAs({ host: '[::1]:1234' })).toBe(200);
  });

  it('shows the workspace its own quotes, and no other workspace', async () => {
    const paths = [
      '/api/v1/ask?q=ndpr%20oxide%20price%20now',
      '/api/v1/series?material=ndpr',
      '/api/v1/series?material=ndpr&format=csv',
    ];
    for (const path of paths) {
      expect(await (await ask(path)).text()).toMatch(/553,?127/);
      const other = await ask(path, { authorization: `Bearer ${foreign}` });
      expect(other.status).toBe(200);
      expect(await other.text()).not.toMatch(/553,?127/);
    }
    const quoted = async (of: string) => {
      const { materials } = z
        .object({ materials: z.array(materialSchema) })
        .parse(await (await ask('/api/v1/materials', { authorization: `Bearer ${of}` })).json());
      return materials.find(({ id }) => id === 'ndpr')?.quoted;
    };
    expect([await quoted(token), await quoted(foreign)]).toEqual([true, false]);
    const chart = '/api/v1/chart?q=ndpr%20oxide%20quotes%20last%2030%20days';
    expect((await ask(chart, { authorization: `Bearer ${foreign}` })).status).toBe(404);
  });

  it('is refused from the moment that it is revoked', async () => {
    const second = await makeToken('for a moment');
    const headers = { authorization: `Bearer ${second}` };
    expect((await ask('/api/v1/sources', headers)).status).toBe(200);
    expect((await say('api revoke for a moment')).text).toContain('is revoked');
    expect((await ask('/api/v1/sources', headers)).status).toBe(401);
    expect((await say('api revoke for a moment')).text).toContain('There is no token');
  });

  it('may ask so often a minute, and is told when it may again', async () => {
    const greedy = await makeToken('greedy');
    const headers = { authorization: `Bearer ${greedy}` };
    let response = await ask('/api/v1/sources', headers);
    for (let asked = 1; asked <= 400 && response.status === 200; asked += 1) {
      await response.arrayBuffer();
      response = await ask('/api/v1/sources', headers);
    }
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(JSON.stringify(await response.json())).toContain('LIMIT_REQUESTS');
  });

  it('logs no token', () => {
    const logged = JSON.stringify(lodestone.logged());
    for (const secret of [token, foreign]) expect(logged).not.toContain(secret.slice(5, 30));
  });
});

it('answers over Socket Mode’s own server as well, and is forgotten with the workspace', async () => {
  const other = await openStore({ stateDir: await mkdtemp(join(tmpdir(), 'lodestone-api-')), as: 'bot' });
  const socket = await startLodestone({
    transport: 'socket',
    people: [{ name: 'Boss', admin: true }],
    deps: { store: other },
  });
  try {
    const { text } = await socket.slack.answerTo(() =>
      socket.slack.user('Boss').command('/nd api new script', '#general'),
    );
    const authorization = `Bearer ${/lode_[\w-]{43}/.exec(text)?.[0]}`;
    const asked = () => fetch(`${socket.url}/api/v1/sources`, { headers: { authorization } });
    expect((await asked()).status).toBe(200);
    const tools = await fetch(`${socket.url}/mcp`, {
      method: 'POST',
      headers: {
        authorization,
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
      },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
    });
    expect(await tools.text()).toContain('get_series');
    await socket.slack.sendEvent({ type: 'app_uninstalled' });
    await expect.poll(async () => (await asked()).status).toBe(404);
    expect(await other.db.selectFrom('api_tokens').selectAll().execute()).toEqual([]);
  } finally {
    await socket.stop();
  }
});
