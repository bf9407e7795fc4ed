/** `npm run packs`: the source files and the map into `data/<id>.json`, or whether they say the same. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { makeRates } from '#src/packs/exchange-rates.ts';
import { makePacks, readSources } from '#src/packs/make-packs.ts';
import { sourceFolder } from '#src/packs/source-files.ts';
import { CHECKS } from '#src/packs/checks.ts';
import { exceptionsSchema, judgePacks } from '#src/packs/judge-packs.ts';
import { materialsSchema, tableNamesSchema } from '#src/domain/series/material.ts';
import { metalSchema } from '#src/domain/series/metal.ts';
import { runCommand, UsageError } from './run-command.ts';

const DATA = join(import.meta.dirname, '../../data');
const USAGE = `Usage: npm run packs [-- --check]

Makes the packs of data/ from the files of data/source/ and the map beside them, and the schemas that editors check packs, materials and names by.

  --check  write nothing; fail where a pack is not what would be made
`;

/** As editors have it. */
const schemaOf = (schema: z.ZodType): string =>
  `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), null, 2)}\n`;

await runCommand({ usage: USAGE, options: { check: { type: 'boolean' } } }, async ({ words, values }) => {
  if (words.length > 0) throw new UsageError(`What is "${words.join(' ')}"?`);
  const folder = sourceFolder(join(DATA, 'source'));
  const packs = await makePacks(folder, await readSources(folder));
  const read = packs.map(({ text }) => metalSchema.parse(JSON.parse(text)));
  const { faults, found } = judgePacks(
    read,
    exceptionsSchema.parse(await folder.json('map/exceptions.json')),
  );
  if (faults.length > 0) {
    process.stderr.write(
      `The sources do not agree, and data/source/map/exceptions.json does not say why:\n${faults.join('\n')}\n`,
    );
    return 1;
  }
  const files = [
    ...packs.map(({ id, text }) => ({ name: `data/${id}.json`, text })),
    { name: 'data/rates/federal-reserve.json', text: await makeRates(folder) },
    { name: 'docs/pack.schema.json', text: schemaOf(metalSchema) },
    { name: 'docs/materials.schema.json', text: schemaOf(materialsSchema) },
    { name: 'docs/names.schema.json', text: schemaOf(tableNamesSchema) },
  ];
  const stale: string[] = [];
  for (const { name, text } of files) {
    const file = join(DATA, '..', name);
    if ((await readFile(file, 'utf8').catch(() => '')) === text) continue;
    stale.push(name);
    if (values.check !== true) await writeFile(file, text);
  }
  const bytes = packs.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const count = (of: (pack: (typeof read)[number]) => number) =>
    read.reduce((sum, pack) => sum + of(pack), 0);
  process.stdout.write(
    `${count(({ tables }) => tables.length)} tables, ${count(({ tables }) => tables.reduce((sum, { rows }) => sum + rows.reduce((cells, row) => cells + row.length - 1, 0), 0))} cells; ${CHECKS.length} cross-checks, ${found} accepted exceptions\n`,
  );
  process.stdout.write(
    `${packs.length} packs, ${bytes} bytes; ${stale.length} ${values.check === true ? 'differ' : 'written'}\n`,
  );
  if (values.check !== true || stale.length === 0) return 0;
  process.stderr.write(`Not what \`npm run packs\` makes:\n${stale.join('\n')}\n`);
  return 1;
});
