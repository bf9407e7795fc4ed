import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ask } from '#src/domain/asking/ask.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { MAX_FILE_BYTES } from '#src/platform/json-files.ts';
import { readDataOptions } from '#src/platform/settings/config.ts';
import { StartError } from '#src/platform/errors.ts';
import { renderPlainText } from '#src/presentation/text/plain-text.ts';

let dir: string;
const options = () => ({ ...readDataOptions({}), dataDir: join(dir, 'data'), faqDir: join(dir, 'faq') });

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lodestone-catalog-'));
  await cp('tests/pure/packs', join(dir, 'data'), { recursive: true });
  await cp('faq', join(dir, 'faq'), { recursive: true });
});
afterEach(() => rm(dir, { recursive: true }));

// oxlint-disable-next-line typescript/no-explicit-any -- a data file's JSON, broken in ways that its type forbids
type Json = any;

async function change(file: string, edit: (json: Json) => void): Promise<void> {
  const json = JSON.parse(await readFile(join(dir, file), 'utf8'));
  edit(json);
  await writeFile(join(dir, file), JSON.stringify(json));
}

async function faults(): Promise<string> {
  const error: unknown = await loadCatalog(options()).then(
    () => undefined,
    (e: unknown) => e,
  );
  if (!(error instanceof StartError)) throw new Error(`expected a StartError, got ${String(error)}`);
  return error.message;
}

describe('bad files stop the start, with file, path and reason', () => {
  const cases: readonly [string, string, (json: Json) => void, RegExp][] = [
    [
      'a point without its year',
      'data/neodymium.json',
      (m) => delete m.series[0].points[1].year,
      /neodymium\.json: series\[0\].*points.*year/s,
    ],
    [
      'a year left out',
      'data/neodymium.json',
      (m) => m.series[0].points.splice(2, 1),
      /neodymium\.json: series\[0\]\.points: 2023 is missing/,
    ],
    [
      'low above high',
      'data/neodymium.json',
      (m) => (m.series[0].points[4] = { year: 2025, low: 130, high: 100 }),
      /series\[0\].*points\[4\].*low is above high/s,
    ],
    [
      'a share past 100',
      'data/neodymium.json',
      (m) => (m.series.find((s: Json) => s.metric === 'share').points[0].value = 123),
      /a share of 123 % is past 100 %/,
    ],
    [
      'shares that add up past 100',
      'data/neodymium.json',
      (m) => (m.series.find((s: Json) => s.metric === 'share').points[0].value = 90),
      /shares of report 2021 add up to 131 %/,
    ],
    ['an unknown field', 'data/terbium.json', (m) => (m.colour = 'grey'), /terbium\.json.*colour/s],
    [
      'an unknown source',
      'data/terbium.json',
      (m) => (m.series[0].source = 'nobody'),
      /series\[0\]\.source: no source "nobody"/,
    ],
    [
      'a name that another metal has',
      'data/terbium.json',
      (m) => m.aliases.push('Nd'),
      /terbium\.json: aliases: "Nd" already names neodymium/,
    ],
    [
      'a duplicate FAQ id',
      'faq/neodymium.json',
      (f) => f.entries.push(f.entries[0]),
      /faq\/neodymium\.json: entries\[\d+\].*is used twice/,
    ],
    [
      'a figure placeholder that leads nowhere',
      'faq/neodymium.json',
      (f) => (f.entries[0].answer = 'It is {{report-price 1950}}.'),
      /entries\[0\].*answer.*1950/,
    ],
    [
      'a claim about an unknown series',
      'data/neodymium.json',
      (m) => (m.claims[0].against = ['nothing']),
      /claims\[0\]: no series "nothing"/,
    ],
  ];

  test.each(cases)('%s', async (_name, file, edit, expected) => {
    await change(file, edit);
    expect(await faults()).toMatch(expected);
  });

  test('broken JSON', async () => {
    await writeFile(join(dir, 'data/cerium.json'), '{"id": "cerium",');
    expect(await faults()).toMatch(/cerium\.json: .*JSON/);
  });

  test('a file of 50 MB is refused before it is read', async () => {
    await writeFile(join(dir, 'data/cerium.json'), Buffer.alloc(50_000_000, ' '));
    expect(await faults()).toMatch(
      new RegExp(`cerium\\.json: 50000000 bytes; the limit is ${MAX_FILE_BYTES}`),
    );
  });

  test('all faults are told at once, not only the first', async () => {
    await writeFile(join(dir, 'data/cerium.json'), '[]');
    await writeFile(join(dir, 'data/terbium.json'), 'x');
    const told = await faults();
    expect(told).toMatch(/cerium/);
    expect(told).toMatch(/terbium/);
  });

  test('a default metal that is not there names the ones that are', async () => {
    await expect(loadCatalog({ ...options(), defaultMetal: 'unobtainium' })).rejects.toThrow(
      /DEFAULT_METAL.*unobtainium.*neodymium/s,
    );
  });
});

test('a metal is added by one data file, without code', async () => {
  const gallium = {
    id: 'gallium',
    name: 'Gallium',
    symbol: 'Ga',
    kind: 'element',
    description: 'Gallium is a soft metal used in semiconductors.',
    sources: { house: { publisher: 'House', title: 'Price list', dated: '2026' } },
    series: [
      {
        id: 'ga-price',
        family: 'ga-price',
        metric: 'price',
        role: 'headline',
        label: 'List price',
        unit: 'USD/kg',
        basis: 'metal',
        source: 'house',
        section: 'Table 1',
        points: [
          { year: 2024, value: 480 },
          { year: 2025, low: 510, high: 540 },
        ],
      },
    ],
  };
  await writeFile(join(dir, 'data/gallium.json'), JSON.stringify(gallium));
  const catalog = await loadCatalog(options());
  const text = (question: string) =>
    renderPlainText(ask(question, catalog, { now: new Date('2026-11-23T12:00:00') }));
  expect(text('gallium price 2024')).toMatch(/\$480\/kg/);
  expect(text('galium price in 2025')).toMatch(/\$510 to \$540\/kg/);
  expect(text('gallium price 2024')).toMatch(/House, "Price list"/);
  expect(text('what do 20 kg of Ga cost in 2024?')).toMatch(/\$9,600/);
  expect(text('gallium price 2019')).toMatch(/no price of gallium for 2019/);
});
