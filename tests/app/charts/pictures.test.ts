import { createServer, type Server } from 'node:http';
import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createPictures } from '#src/charts/pictures.ts';
import { createRenderer, type Renderer } from '#src/charts/renderer.ts';
import { chartSpec, specEdition } from '#src/charts/find-spec.ts';
import { shippedFigures } from '../../pure/charts/figures.ts';
import { listen } from './listen.ts';

const figures = shippedFigures();
const subject = { kind: 'sparkline', metal: 'neodymium' } as const;

/** Slack's side of an upload, slow to look at files as Slack is: the type stays empty for the first looks. */
interface Files {
  readonly calls: string[];
  readonly bodies: Buffer[];
  looksUntilReady: number;
  uploadStatus: number;
}

const files: Files = { calls: [], bodies: [], looksUntilReady: 2, uploadStatus: 200 };
let server: Server;
let address: string;
let renderer: Renderer;
let client: WebClient;

beforeAll(async () => {
  renderer = createRenderer();
  server = createServer((request, response) => {
    const path = request.url ?? '';
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      files.calls.push(path);
      if (path === '/upload') {
        files.bodies.push(Buffer.concat(chunks));
        response.writeHead(files.uploadStatus).end('OK');
        return;
      }
      const looks = files.calls.filter((call) => call === '/files.info').length;
      const answers: Record<string, object> = {
        '/files.getUploadURLExternal': { upload_url: `${address}/upload`, file_id: 'F0CHART1' },
        '/files.completeUploadExternal': { files: [{ id: 'F0CHART1' }] },
        '/files.info': {
          file: { id: 'F0CHART1', mimetype: looks > files.looksUntilReady ? 'image/png' : '' },
        },
      };
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ ok: true, ...answers[path] }));
    });
  });
  address = await listen(server);
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await renderer.close();
});
beforeEach(() => {
  client = new WebClient('xoxb-test', { slackApiUrl: `${address}/` });
  Object.assign(files, { looksUntilReady: 2, uploadStatus: 200 });
  files.calls.length = 0;
  files.bodies.length = 0;
});

function reporting() {
  const errors: string[] = [];
  return { errors, onError: (message: string) => void errors.push(message) };
}

test('uploads a picture, waits until Slack can show it, and uploads it only once', async () => {
  const { errors, onError } = reporting();
  const pictures = createPictures(figures, { way: 'upload', renderer }, onError);
  const [one, two] = await Promise.all([
    pictures.pictureOf(subject, { client }),
    pictures.pictureOf(subject, { client }),
  ]);
  expect(one).toMatchObject({ fileId: 'F0CHART1', title: expect.stringContaining('Neodymium') });
  expect(two).toEqual(one);
  expect(files.calls).toEqual([
    '/files.getUploadURLExternal',
    '/upload',
    '/files.completeUploadExternal',
    '/files.info',
    '/files.info',
    '/files.info',
  ]);
  expect(files.bodies[0]?.toString('latin1', 1, 4)).toBe('PNG');
  expect(errors).toEqual([]);
});

test('goes without a picture when the upload fails, and tries again the next time', async () => {
  const { errors, onError } = reporting();
  const pictures = createPictures(figures, { way: 'upload', renderer }, onError);
  files.uploadStatus = 500;
  expect(await pictures.pictureOf(subject, { client })).toBeUndefined();
  expect(errors).toEqual(['charts: no picture of sparkline']);
  files.uploadStatus = 200;
  expect(await pictures.pictureOf(subject, { client })).toMatchObject({ fileId: 'F0CHART1' });
});

test('needs a workspace to upload to', async () => {
  const pictures = createPictures(figures, { way: 'upload', renderer }, reporting().onError);
  expect(await pictures.pictureOf(subject)).toBeUndefined();
});

test('links to a QuickChart server, or to its own address, or shows none', async () => {
  const { onError } = reporting();
  const link = createPictures(figures, { way: 'link', host: 'charts.example.com' }, onError);
  expect(await link.pictureOf(subject)).toMatchObject({
    url: expect.stringMatching(/^https:\/\/charts\.example\.com\/chart\?c=/),
  });
  const self = createPictures(
    figures,
    { way: 'self', publicUrl: 'https://bot.example.com/', secret: 's' },
    onError,
  );
  const spec = chartSpec(subject, figures);
  const edition = spec && specEdition(spec);
  expect(await self.pictureOf(subject, { theme: 'dark' })).toMatchObject({
    url: expect.stringContaining(
      `https://bot.example.com/chart/sparkline/neodymium.png?t=dark&v=${edition}&s=`,
    ),
    altText: expect.stringContaining('$75/kg in 2021'),
  });
  const off = createPictures(figures, { way: 'off' }, onError);
  expect(await off.pictureOf(subject)).toBeUndefined();
});

test('has no picture of what there are no figures for', async () => {
  const self = createPictures(
    figures,
    { way: 'self', publicUrl: 'https://b.example', secret: 's' },
    reporting().onError,
  );
  expect(await self.pictureOf({ kind: 'sectors', metal: 'cerium', year: 2024 })).toBeUndefined();
});
