/** The files of the page: markup, styles, browser modules, the font. Read when asked for, so that a change shows on reload. */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { adaptStyles } from './library.ts';

const HERE = import.meta.dirname;
const packaged = createRequire(import.meta.url);
const STYLES = ['base', 'chrome', 'message', 'elements', 'modal', 'wire'];

/** Nothing from elsewhere but a picture that someone asked to see. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: https: http:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** By path, the package of a font and its file there. */
const FONTS: Readonly<Record<string, readonly [of: string, at: string]>> = {
  '/page/inter.woff2': ['inter-ui', 'variable/InterVariable.woff2'],
  '/page/unifont.woff2': ['@fontsource/unifont', 'files/unifont-latin-400-normal.woff2'],
};

/** Whether the path is one of the page's own files, and is answered. */
export async function giveAsset(path: string, response: ServerResponse): Promise<boolean> {
  const module = /^\/page\/client\/((?:[a-z-]+\/)?[a-z-]+\.js)$/.exec(path)?.[1];
  if (path === '/') give(response, 'text/html', await readFile(join(HERE, 'page.html')));
  else if (path === '/page/style.css') give(response, 'text/css', await readStyles());
  else if (module !== undefined) {
    const text = await readFile(join(HERE, 'client', module)).catch(() => undefined);
    if (text === undefined) return false;
    give(response, 'text/javascript', text);
  } else if (FONTS[path] !== undefined) {
    const [of, at] = FONTS[path];
    const file = join(dirname(packaged.resolve(`${of}/package.json`)), at);
    response.writeHead(200, { 'content-type': 'font/woff2', 'cache-control': 'public, max-age=86400' });
    createReadStream(file).pipe(response);
  } else return false;
  return true;
}

function give(response: ServerResponse, type: string, body: string | Buffer): void {
  response.writeHead(200, {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': POLICY,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  response.end(body);
}

async function readStyles(): Promise<string> {
  const library = await readFile(join(dirname(packaged.resolve('slack-blocks-to-jsx')), 'style.css'), 'utf8');
  const own = await Promise.all(STYLES.map((name) => readFile(join(HERE, 'style', `${name}.css`), 'utf8')));
  return [adaptStyles(library), ...own].join('\n');
}
