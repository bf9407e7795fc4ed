/** What is quoted and what tables call it: its files hold together, editors know their shape, and a table is read by them as they are now. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { materialsSchema, tableNamesSchema } from '#src/domain/series/material.ts';
import { followMaterials } from '#src/platform/follow-materials.ts';
import { loadFigures } from '#src/platform/catalog.ts';
import { ANY_TABLE } from '#src/quotes/tables/layout.ts';
import { readTable } from '#src/quotes/tables/read-table.ts';

const ROOT = join(import.meta.dirname, '../../..');
const figures = await loadFigures(join(ROOT, 'data'));
const json = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
const names = tableNamesSchema.parse(json('data/quoted/names.json'));

it('names in other languages only what is known', () => {
  const known = new Set(figures.materials.map(({ id }) => id));
  const named = [...Object.keys(names.materials), ...names.products.map(({ metal }) => metal)];
  expect(named.filter((id) => !known.has(id))).toEqual([]);
});

it('has no name in two languages for two metals', () => {
  const owners = new Map<string, Set<string>>();
  for (const [id, byLanguage] of Object.entries(names.materials))
    for (const name of Object.values(byLanguage)
      .flat()
      .map((one) => one.replace(/^=/, '').toLowerCase()))
      owners.set(name, (owners.get(name) ?? new Set()).add(id));
  expect([...owners].filter(([, ids]) => ids.size > 1)).toEqual([]);
});

it.each([
  ['materials', materialsSchema],
  ['names', tableNamesSchema],
] as const)('has the JSON Schema of %s in the documentation', (name, schema) => {
  const made = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  expect(json(`docs/${name}.schema.json`)).toEqual(JSON.parse(JSON.stringify(made)));
});

it('reads a table by names as their file says now, and by the last where it can’t be read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lodestone-names-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(join(ROOT, 'data/quoted'), join(folder, 'quoted'), { recursive: true });
  const materialsNow = await followMaterials(folder, figures);
  const faults: unknown[] = [];
  const read = async () => {
    const materials = await materialsNow((fault) => faults.push(fault));
    const table = 'Date,Product,Price,Unit\n2026-11-20,kuprikamo,10844,USD/t\n';
    const { quotes } = await readTable(table, ANY_TABLE, { materials, today: '2026-11-24' });
    return quotes.map(({ metal }) => metal);
  };
  const file = join(folder, 'quoted/names.json');
  const write = (text: string) => writeFileSync(file, text);
  expect(await read()).toEqual([]);
  expect(await materialsNow()).toBe(figures.materials);
  write(JSON.stringify({ materials: { copper: { eo: ['kuprikamo'] } } }));
  expect(await read()).toEqual(['copper']);
  write('{ no json at all');
  expect(await read()).toEqual(['copper']);
  expect(faults).toEqual([expect.objectContaining({ name: 'StartError' })]);
  write(JSON.stringify({ materials: { nickel: { eo: ['kuprikamo'] } } }));
  expect(await read()).toEqual(['nickel']);
});
