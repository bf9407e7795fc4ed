/** The OpenAPI document: clean by a linter, true of what is answered, and enough to make a client of. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runInNewContext } from 'node:vm';
import { parse } from 'csv-parse/sync';
import { OpenAPIClientAxios, type Document } from 'openapi-client-axios';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { openApiDocument } from '#src/api/http/openapi.ts';
import { answerSchema } from '#src/api/schemas/answer.ts';
import { startLodestone, type Lodestone } from '../lodestone.ts';

const ROOT = join(import.meta.dirname, '../../..');
const DOC = readFileSync(join(ROOT, 'docs/api.md'), 'utf8');

let lodestone: Lodestone;
let authorization: string;

beforeAll(async () => {
  lodestone = await startLodestone({ people: [{ name: 'Boss', admin: true }] });
  const boss = lodestone.slack.user('Boss');
  const { text } = await lodestone.slack.answerTo(() => boss.command('/nd api new document', '#general'));
  authorization = `Bearer ${/lode_[\w-]{43}/.exec(text)?.[0]}`;
});
afterAll(() => lodestone.stop());

it('is clean by the rules that Redocly recommends', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lodestone-openapi-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'openapi.json');
  writeFileSync(file, JSON.stringify(openApiDocument()));
  const cli = join(ROOT, 'node_modules/@redocly/cli/bin/cli.js');
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  // Not in step: a blocked process would not see the app close its idle connections, and ask on one that is gone.
  const { stdout: said } = await promisify(execFile)(
    process.execPath,
    [cli, 'lint', file, '--extends=recommended', '--format=json'],
    {
      encoding: 'utf8',
      env,
      cwd: folder,
    },
  );
  const { problems } = z.object({ problems: z.array(z.unknown()) }).parse(JSON.parse(said));
  expect(problems).toEqual([]);
});

it('is served as it is made', async () => {
  const response = await fetch(`${lodestone.url}/api/v1/openapi.json`);
  expect(await response.json()).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
});

it('makes a client that asks', async () => {
  const definition: Document = JSON.parse(JSON.stringify(openApiDocument()));
  const client = await new OpenAPIClientAxios({
    definition,
    axiosConfigDefaults: { baseURL: lodestone.url, headers: { authorization } },
  }).init();
  const asked = await client['ask']?.({ q: 'neodymium price in 2024' });
  expect(answerSchema.parse(asked?.data).text).toContain('$125/kg');
  const listed = await client['getSeries']?.({ material: 'Nd', from: '2024', to: '2024' });
  expect(listed?.data.series[0]).toMatchObject({ unit: 'USD/kg', points: [{ period: '2024', low: 125 }] });
});

it('says of every field of every answer what it is', () => {
  const bare: string[] = [];
  const { components } = openApiDocument();
  for (const [name, { properties = {} }] of Object.entries(
    z
      .record(z.string(), z.object({ properties: z.record(z.string(), z.unknown()).optional() }))
      .parse(components?.schemas),
  ))
    for (const field of Object.keys(properties))
      if (!DOC.includes(`\`${field}\``)) bare.push(`${name}.${field}`);
  expect(bare.filter((one) => !one.startsWith('Request.'))).toEqual([]);
});

/** What stands between the fences of a language, by their order. */
const fenced = (language: string): string =>
  new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(DOC)?.[1] ?? '';

it('the recipe for Google Sheets gives a table with numbers, as it stands', async () => {
  const recipe = fenced('js').replaceAll('https://bot.example.com', lodestone.url);
  const answered = new Map<string, { status: number; text: string }>();
  const context = (found?: { status: number; text: string }) => ({
    asked: [] as { address: string; headers: Record<string, string> }[],
    PropertiesService: { getScriptProperties: () => ({ getProperty: () => authorization.slice(7) }) },
    UrlFetchApp: {
      fetch(this: unknown, address: string, { headers }: { headers: Record<string, string> }) {
        sandbox.asked.push({ address, headers });
        return { getContentText: () => found?.text ?? 'a\n', getResponseCode: () => found?.status ?? 200 };
      },
    },
    Utilities: { parseCsv: (text: string) => parse(text) },
  });
  // What it asks is learned first, and then asked of the real server: a sheet's own fetch waits, and ours does not.
  let sandbox = context();
  const call = `LODESTONE('series', 'material=neodymium&from=2021')`;
  runInNewContext(`${recipe};${call}`, sandbox);
  const [asked] = sandbox.asked;
  const address = asked?.address ?? '';
  const response = await fetch(address, { headers: asked?.headers ?? {} });
  answered.set(address, { status: response.status, text: await response.text() });
  sandbox = context(answered.get(address));
  const rows: readonly (readonly unknown[])[] = runInNewContext(`${recipe};${call}`, sandbox);
  const [head = [], ...body] = rows;
  const at = (name: string) => head.indexOf(name);
  expect(body.length).toBeGreaterThan(8);
  for (const row of body) {
    expect(row).toHaveLength(head.length);
    expect([typeof row[at('low')], typeof row[at('high')]]).toEqual(['number', 'number']);
  }
  expect(body.map((row) => [row[at('period')], row[at('low')], row[at('unit')]])).toContainEqual([
    '2022',
    92,
    'USD/kg',
  ]);
});

it('the recipe for Excel asks for what there is, and types columns that there are', async () => {
  const recipe = fenced('powerquery');
  const path = /RelativePath = "([^"]+)"/.exec(recipe)?.[1];
  const query = new URLSearchParams(
    [...(/Query = \[([^\]]+)\]/.exec(recipe)?.[1] ?? '').matchAll(/(\w+) = "([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value] satisfies [string, string],
    ),
  );
  const response = await fetch(`${lodestone.url}/${path}?${query.toString()}`, {
    headers: { authorization },
  });
  expect(response.status).toBe(200);
  const rows: readonly Record<string, string>[] = parse(
    Buffer.from(await response.arrayBuffer()).toString('utf8'),
    { columns: true },
  );
  const typed = [...recipe.matchAll(/\{"(\w+)", type number\}/g)].map(([, name = '']) => name);
  expect(typed).toEqual(['low', 'high']);
  for (const row of rows) for (const name of typed) expect(row[name]).toMatch(/^-?\d+(?:\.\d+)?$/);
});

it('the examples for a command line are answered', async () => {
  const addresses = [...fenced('sh').matchAll(/"http:\/\/localhost:3000([^"]+)"/g)].map(
    ([, path = '']) => path,
  );
  expect(addresses).toHaveLength(2);
  for (const path of addresses)
    expect((await fetch(`${lodestone.url}${path}`, { headers: { authorization } })).status).toBe(200);
});
