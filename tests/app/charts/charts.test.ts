import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { signedChartUrl } from '#src/charts/signature.ts';
import type { ReadyCharts } from '#src/app/pictures.ts';
import { buildManifest } from '#src/slack/setup/manifest.ts';
import type { Message } from 'local-slack';
import { startLodestone, type Lodestone } from '../lodestone.ts';
import { COMMANDS } from '#src/slack/commands/commands.ts';

const SELF = { way: 'self', publicUrl: 'https://bot.example.com', secret: 'a secret for tests' } as const;
const PRICE = { kind: 'price', metal: 'neodymium', from: 2021, to: 2026 } as const;

let lodestone: Lodestone;
afterEach(() => lodestone.stop());

async function start(charts: ReadyCharts, scopes: readonly string[] = []): Promise<void> {
  lodestone = await startLodestone({ deps: { charts }, manifest: buildManifest(COMMANDS, scopes) });
}

const ask = (question: string) => {
  const { slack } = lodestone;
  return slack.answerTo(() => slack.user('Buyer').mention('#general', question));
};
const press = (message: Message, button: string) => {
  const { slack } = lodestone;
  return slack.answerTo(() => slack.user('Buyer').press(message, button));
};
const imageIn = ({ blocks }: Message) => blocks.find((block) => block['type'] === 'image');
const addressIn = (message: Message) => String(imageIn(message)?.['image_url']);
const get = (address: string, init?: RequestInit) =>
  fetch(address.replace(SELF.publicUrl, lodestone.url), init);
const statusOf = async (address: string) => (await get(address)).status;
const isPng = async (response: Response) =>
  Buffer.from(await response.arrayBuffer()).toString('latin1', 1, 4) === 'PNG';

/** Ids of the processes that this one has started. */
function children(): readonly number[] {
  const tasks = readdirSync('/proc/self/task').map((task) =>
    readFileSync(`/proc/self/task/${task}/children`, 'utf8').trim(),
  );
  return tasks.flatMap((ids) => (ids === '' ? [] : ids.split(' ').map(Number)));
}

describe('CHARTS=self', () => {
  it('shows a picture from the app’s own port, for good', async () => {
    await start(SELF);
    const address = addressIn(await ask('chart of prices'));
    expect(address).toMatch(/^https:\/\/bot\.example\.com\/chart\/price\/neodymium\/2021-2026\.png\?/);
    const picture = await get(address);
    expect(picture.status).toBe(200);
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(picture.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await isPng(picture)).toBe(true);
    const etag = picture.headers.get('etag') ?? '';
    expect((await get(address, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  it('gives no picture that it did not sign, does not know, or finds too large', async () => {
    await start(SELF);
    expect(await statusOf(`${lodestone.url}/chart/price/neodymium/2021-2026.png`)).toBe(403);
    expect(await statusOf(signedChartUrl(PRICE, { ...SELF, secret: 'somebody else’s secret' }))).toBe(403);
    expect(await statusOf(signedChartUrl({ ...PRICE, metal: 'unobtainium' }, SELF))).toBe(404);
    expect(await statusOf(signedChartUrl(PRICE, { ...SELF, width: 2001 }))).toBe(400);
    expect(await statusOf(`${lodestone.url}/charts`)).toBe(404);
  });

  it('loses one picture with a drawing process that is killed, and nothing else', async () => {
    const before = children();
    await start(SELF);
    const address = addressIn(await ask('chart of prices'));
    const [drawer = 0, ...others] = children().filter((id) => !before.includes(id));
    expect(others).toEqual([]);
    process.kill(drawer, 'SIGSTOP');
    const lost = get(address);
    // Answered after the picture's request has come.
    expect((await fetch(`${lodestone.url}/healthz`)).status).toBe(200);
    process.kill(drawer, 'SIGKILL');
    expect((await lost).status).toBe(504);
    expect((await ask('price 2024')).text).toContain('$125/kg');
    expect((await get(address)).status).toBe(200);
    const lossLogged = lodestone.logged().find(({ msg }) => String(msg).includes('process was lost'));
    expect(lossLogged?.['msg']).toContain('ended (SIGKILL)');
    await lodestone.stopApp();
    expect(children()).toEqual(before);
  });
});

describe('CHARTS=upload', () => {
  const SCOPES = ['files:write', 'files:read'];

  it('shows a file of Slack’s once Slack can show it, and uploads each picture once', async () => {
    await start({ way: 'upload' }, SCOPES);
    const { slack } = lodestone;
    slack.faults.slowFiles = 2;
    const answer = await ask('chart of prices');
    const { id } = Object(imageIn(answer)?.['slack_file']);
    expect(slack.callsTo('files.info')).toHaveLength(3);
    const file = slack.workspace.files.get(id);
    expect(file).toMatchObject({ completed: true, mimetype: 'image/png', channels: [] });
    expect(file?.bytes?.toString('latin1', 1, 4)).toBe('PNG');
    expect(file?.alt_text).toContain('$75/kg');
    const again = await ask('chart of prices');
    expect(Object(imageIn(again)?.['slack_file']).id).toBe(id);
    expect(slack.callsTo('files.getUploadURLExternal')).toHaveLength(1);
  });

  it('answers without a picture where the scope is missing, and says why in the log', async () => {
    await start({ way: 'upload' });
    const answer = await ask('chart of prices');
    expect(imageIn(answer)).toBeUndefined();
    expect(answer.text).toContain('$75/kg');
    const logged = lodestone.logged().find(({ msg }) => msg === 'charts: no picture of price');
    expect(JSON.stringify(logged)).toContain('missing_scope');
  });
});

describe('CHARTS=link', () => {
  it('links to the server that is set, and tells it nothing of what a user wrote', async () => {
    const before = children();
    await start({ way: 'link', host: 'charts.example.com' });
    const cost = await ask('what do 731.25 kg of neodymium cost in 2023?');
    expect(cost.text).toContain('about $80,440');
    const address = addressIn(await press(cost, 'Chart'));
    expect(address).toMatch(/^https:\/\/charts\.example\.com\/chart\?/);
    expect(decodeURIComponent(address).replaceAll(/\D/g, '')).not.toMatch(/73125|804375/);
    // Nothing is drawn here, so nothing is started to draw it.
    expect(children()).toEqual(before);
  });
});

describe('CHARTS=off', () => {
  it('answers with figures, and offers no chart', async () => {
    await start({ way: 'off' });
    const wanted = await ask('chart of prices');
    expect(wanted.text).toContain('$75/kg');
    expect(imageIn(wanted)).toBeUndefined();
    const answer = await ask('price 2024');
    expect(answer.text).toContain('$125/kg');
    expect(JSON.stringify(answer.blocks)).not.toContain('answer:chart');
    expect((await fetch(signedChartUrl(PRICE, { ...SELF, publicUrl: lodestone.url }))).status).toBe(404);
  });
});
