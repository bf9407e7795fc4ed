import { createServer, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createRenderer, type Renderer, type RendererOptions } from '#src/charts/renderer.ts';
import { createChartHandler } from '#src/charts/serve.ts';
import { signedChartUrl, type UrlOptions } from '#src/charts/signature.ts';
import { chartSpec, specEdition } from '#src/charts/find-spec.ts';
import { shippedFigures, SUBJECTS } from '../../pure/charts/figures.ts';
import { listen } from './listen.ts';

const figures = shippedFigures();
const secret = 'a secret of the state folder, or CHART_SECRET';
const price = { kind: 'price', metal: 'neodymium', from: 2021, to: 2026 } as const;

interface Running {
  readonly renderer: Renderer;
  readonly losses: string[];
  get(url: string, init?: RequestInit): Promise<Response>;
  sign(options?: Partial<UrlOptions>, subject?: Parameters<typeof signedChartUrl>[0]): string;
  close(): Promise<void>;
}

async function start(options: RendererOptions = {}): Promise<Running> {
  const losses: string[] = [];
  const renderer = createRenderer({ ...options, onLoss: (reason) => losses.push(reason) });
  const handle = createChartHandler({ data: figures, renderer, secret });
  const server: Server = createServer((request, response) => {
    void handle(request, response).then((done) => (done ? undefined : response.writeHead(418).end()));
  });
  const publicUrl = await listen(server);
  return {
    renderer,
    losses,
    get: (url, init) => fetch(new URL(url, publicUrl), init),
    sign: (more, subject = price) => signedChartUrl(subject, { publicUrl, secret, ...more }),
    async close() {
      server.closeAllConnections();
      server.close();
      await renderer.close();
    },
  };
}

let shared: Running;
let own: Running | undefined;
beforeAll(async () => {
  shared = await start();
});
afterAll(() => shared.close());
afterEach(async () => {
  await own?.close();
  own = undefined;
});

/** Width and height out of a PNG's header. */
function sizeOf(png: Buffer): readonly [number, number] {
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

test.each(Object.entries(SUBJECTS))(
  'serves %s at twice its layout size, to be kept for ever',
  async (_, subject) => {
    const spec = chartSpec(subject, figures);
    const response = await shared.get(shared.sign({ edition: spec && specEdition(spec) }, subject));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const png = Buffer.from(await response.arrayBuffer());
    expect(png.length).toBeGreaterThan(1500);
    expect(sizeOf(png)[0]).toBe(subject.kind === 'sparkline' ? 480 : 1200);
  },
);

test('signs short addresses', () => {
  expect(new URL(shared.sign({ theme: 'dark', edition: '1f3a9c02' })).pathname.length).toBeLessThan(60);
  expect(shared.sign({ theme: 'dark', edition: '1f3a9c02' }).length).toBeLessThan(130);
});

test('draws the size and the theme that are asked for', async () => {
  const response = await shared.get(shared.sign({ width: 720, height: 432, theme: 'dark' }));
  expect(sizeOf(Buffer.from(await response.arrayBuffer()))).toEqual([720, 432]);
});

test('answers a known ETag with 304, and HEAD without a body', async () => {
  const first = await shared.get(shared.sign());
  const etag = first.headers.get('etag') ?? '';
  await first.arrayBuffer();
  const again = await shared.get(shared.sign(), { headers: { 'if-none-match': etag } });
  expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0]);
  const head = await shared.get(shared.sign(), { method: 'HEAD' });
  expect([head.status, Number(head.headers.get('content-length')) > 1500]).toEqual([200, true]);
});

test('does not let caches keep a picture for ever when the figures have changed since its address was made', async () => {
  const response = await shared.get(shared.sign({ edition: '00000000' }));
  expect(response.headers.get('cache-control')).toBe('public, max-age=300');
});

test.each([
  ['without a signature', (url: string) => url.replace(/s=.*/, '')],
  ['with an empty one', (url: string) => url.replace(/s=.*/, 's=')],
  ['with another one', (url: string) => url.replace(/s=./, (s) => (s === 's=A' ? 's=B' : 's=A'))],
  ['of another metal', (url: string) => url.replace('neodymium', 'terbium')],
  ['of other years', (url: string) => url.replace('2021', '2022')],
  ['of another size', (url: string) => url.replace('?', '?w=400&')],
  ['with something after it', (url: string) => `${url}&w=400`],
])('refuses an address %s: 403', async (_, change) => {
  expect((await shared.get(change(shared.sign()))).status).toBe(403);
});

test('refuses an address that was signed with another secret: 403', async () => {
  expect((await shared.get(shared.sign({ secret: 'another' }))).status).toBe(403);
});

test.each([
  ['a metal that it does not know', { kind: 'price', metal: 'unobtainium', from: 2021, to: 2026 }],
  ['years that it has no figures for', { kind: 'price', metal: 'neodymium', from: 1990, to: 1995 }],
  ['figures that it does not have', { kind: 'sectors', metal: 'cerium', year: 2024 }],
] as const)('knows no picture of %s: 404', async (_, subject) => {
  expect((await shared.get(shared.sign({}, subject))).status).toBe(404);
});

test.each([
  { width: 2001 },
  { height: 2001 },
  { width: 100_000, height: 100_000 },
  { width: 50 },
  { width: 600.5 },
  { width: 1200, height: 300 },
])('draws no size of %j: 400', async (size) => {
  expect((await shared.get(shared.sign(size))).status).toBe(400);
});

test('says that a size is too large before it looks at the signature', async () => {
  expect((await shared.get('/chart/price/neodymium/2021-2026.png?w=2001')).status).toBe(400);
});

test('leaves other addresses to others, and takes only GET and HEAD', async () => {
  expect((await shared.get('/healthz')).status).toBe(418);
  expect((await shared.get(shared.sign(), { method: 'POST' })).status).toBe(405);
});

// A stopped process neither draws nor ends, for as long as the test wants.
test('gives a picture up that takes too long: 504, and draws the next one', async () => {
  // As long as a picture may take on a busy machine.
  const served = await start({ timeLimitMs: 5000 });
  own = served;
  await served.renderer.check();
  process.kill(served.renderer.pid ?? 0, 'SIGSTOP');
  expect((await served.get(served.sign())).status).toBe(504);
  expect(served.losses).toEqual(['charts: the drawing process was lost: not drawn within 5000 ms']);
  // The lost one is not kept as an answer.
  // Another one is started first, which on a busy machine takes longer than a picture may.
  await expect.poll(async () => (await served.get(served.sign())).status, { timeout: 40_000 }).toBe(200);
});

test('gives a picture up that takes too much memory: 504', async () => {
  own = await start({ memoryLimitMb: 10 });
  await own.renderer.check();
  process.kill(own.renderer.pid ?? 0, 'SIGSTOP');
  expect((await own.get(own.sign())).status).toBe(504);
  expect(own.losses[0]).toMatch(/\d+ MB of memory/);
});

test('outlives a drawing process that is killed: that picture is lost, those behind it are drawn', async () => {
  own = await start();
  await own.renderer.check();
  const before = own.renderer.pid ?? 0;
  process.kill(before, 'SIGSTOP');
  const lost = own.get(own.sign());
  const behind = [own.get(own.sign({ theme: 'dark' })), own.get(own.sign({ width: 800 }))];
  await expect.poll(() => own?.renderer.drawing).toBe(true);
  process.kill(before, 'SIGKILL');
  expect((await lost).status).toBe(504);
  expect((await Promise.all(behind)).map((r) => r.status)).toEqual([200, 200]);
  expect(own.renderer.pid).not.toBe(before);
  expect(own.losses).toEqual(['charts: the drawing process was lost: ended (SIGKILL)']);
});

test('turns pictures away when too many wait: 503', async () => {
  own = await start({ mostWaiting: 1 });
  await own.renderer.check();
  process.kill(own.renderer.pid ?? 0, 'SIGSTOP');
  const first = own.get(own.sign());
  await expect.poll(() => own?.renderer.drawing).toBe(true);
  const others = [own.get(own.sign({ width: 800 })), own.get(own.sign({ width: 801 }))];
  const turnedAway = await Promise.race(others);
  expect(turnedAway.status).toBe(503);
  process.kill(own.renderer.pid ?? 0, 'SIGCONT');
  expect((await first).status).toBe(200);
});

test('ends its drawing process when it closes', async () => {
  own = await start();
  await own.renderer.check();
  const pid = own.renderer.pid ?? 0;
  await own.close();
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});
