/** Each of Slack's error names, and answers that are none of Slack's, over the wire: what the one post that meets it comes to. */
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPostingClient, post, type PostOutcome } from '#src/delivery/post.ts';
import { refusalInWords, SLACK_ERRORS, type ErrorKind } from '#src/delivery/slack-errors.ts';
import { type MethodFault, type Simulator, startSimulator } from 'local-slack';
import { manifestWith, SCOPES, SECRETS, silent } from './world.ts';

let slack: Simulator;
beforeAll(async () => {
  slack = await startSimulator({ manifest: manifestWith(SCOPES), ...SECRETS, rateLimits: false });
});
afterAll(() => slack.close());

async function postWith(fault: MethodFault): Promise<{ outcome: PostOutcome; calls: number }> {
  const client = createPostingClient(SECRETS.botToken, 3_000, { slackApiUrl: slack.apiUrl, logger: silent });
  const before = slack.callsTo('chat.postMessage').length;
  slack.faults.clear();
  slack.faults.fail('chat.postMessage', fault);
  const outcome = await post(client, {
    channel: [...slack.workspace.channels.keys()][0] ?? '',
    key: 'a slot',
    render: () => ({ text: 'hello', blocks: [] }),
    keep: async () => true,
  });
  return { outcome, calls: slack.callsTo('chat.postMessage').length - before };
}

/** What a post comes to that meets an error of a kind. */
function outcomeOf(error: string, kind: ErrorKind): PostOutcome {
  switch (kind) {
    case 'wait':
      return {
        kind: 'limited',
        waitMs: 30_000,
        everywhere: error === 'message_limit_exceeded',
      };
    case 'redraw':
      return { kind: 'unfit', reason: error };
    case 'doubt':
      return { kind: 'doubt', reason: error };
    default:
      return { kind: 'refused', error, end: kind };
  }
}

test.each(Object.entries(SLACK_ERRORS))('%s', async (error, [kind]) => {
  const { outcome, calls } = await postWith({ error, times: 9 });
  // Only what Slack can't read is tried again with less.
  expect(calls).toBe(kind === 'redraw' ? 4 : 1);
  expect(outcome).toEqual(outcomeOf(error, kind));
});

test('each end that refuses has a reason for people, and nothing else has', () => {
  const refusing = Object.entries(SLACK_ERRORS).filter(([, [, reason]]) => reason !== undefined);
  const ends = Object.entries(SLACK_ERRORS).filter(([, [kind]]) =>
    ['place', 'workspace', 'token'].includes(kind),
  );
  expect(refusing).toEqual(ends);
  expect(refusalInWords('is_archived')).toBe('the channel is archived');
});

const HTML = '<!DOCTYPE html><html><body>502 Bad Gateway</body></html>';

test.each<[string, MethodFault]>([
  ['an error name that is not known', { error: 'channel_is_frozen' }],
  ['an error without a name', { body: '{"ok":false}' }],
  ['an error whose name is none', { body: '{"ok":false,"error":{"code":3}}' }],
  ['an error named like what every object has', { error: 'constructor' }],
  ['nothing at all', { body: '' }],
  ['a page', { body: HTML }],
  ['JSON that is cut', { body: '{"ok":true,"channel":"C1","ts":"17000' }],
  ['an empty object', { body: '{}' }],
  ['null', { body: 'null' }],
  ['a list', { body: '[]' }],
  ['a number', { body: '12' }],
  ['ok without a ts', { body: '{"ok":true,"channel":"C1"}' }],
  ['ok with a ts that is none', { body: '{"ok":true,"channel":"C1","ts":1700000000}' }],
  ['a 200 in words', { body: 'OK' }],
  ['a 502 with a page', { status: 502, body: HTML }],
  ['a 404 whose JSON says invalid_blocks', { status: 404, body: '{"ok":false,"error":"invalid_blocks"}' }],
  ['a 500', { status: 500 }],
])('%s is doubt, and nothing is posted again', async (_, fault) => {
  const { outcome, calls } = await postWith({ times: 9, ...fault });
  expect(outcome.kind).toBe('doubt');
  expect(calls).toBe(1);
});

test('a 429 without seconds made no post, and is waited for', async () => {
  const body = '{"ok":false,"error":"ratelimited"}';
  expect((await postWith({ status: 429, body })).outcome).toMatchObject({ kind: 'limited', waitMs: 30_000 });
  const at = Date.parse('2026-11-30T09:00:00Z');
  const waits: Record<string, number> = {
    [new Date(at + 90_000).toUTCString()]: 90_000,
    [new Date(at - 90_000).toUTCString()]: 1_000,
    soon: 30_000,
    '': 30_000,
  };
  const server = createServer((request, response) => {
    request.resume();
    const after = decodeURIComponent(request.url?.split('/')[1] ?? '');
    response.writeHead(429, { date: new Date(at).toUTCString(), 'retry-after': after }).end('wait');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const found: Record<string, PostOutcome> = {};
  for (const after of Object.keys(waits)) {
    const slackApiUrl = `http://127.0.0.1:${port}/${encodeURIComponent(after)}/`;
    const client = createPostingClient(SECRETS.botToken, 3_000, { slackApiUrl, logger: silent });
    found[after] = await post(client, {
      channel: 'C1',
      key: 'a slot',
      render: () => ({ text: 'hello', blocks: [] }),
      keep: async () => true,
    });
  }
  server.close();
  const limited = Object.entries(waits).map(([after, waitMs]) => [
    after,
    { kind: 'limited', waitMs, everywhere: false },
  ]);
  expect(found).toEqual(Object.fromEntries(limited));
});

test('a 429 is waited for as long as it says', async () => {
  expect((await postWith({ status: 429, retryAfter: 7 })).outcome).toEqual({
    kind: 'limited',
    waitMs: 7_000,
    everywhere: false,
  });
});
