/** `list_materials`: what there are figures of, and by which names. */
import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { listOf } from '#src/api/schemas/figure.ts';
import { materialSchema, type MaterialJson } from '#src/api/schemas/lists.ts';
import { listMaterials } from '#src/api/what-there-is.ts';
import { guarded, READ_ONLY, type Kit } from './kit.ts';
import { argumentsOf, convertedOnce } from './schema.ts';
import { readMaterial } from './slots.ts';

const listSchema = convertedOnce(
  z.object({
    outcome: z.enum(['answer', 'none']),
    text: z.string(),
    materials: listOf(materialSchema),
  }),
);

/** Of more, only names and metrics are told: a description each is more than a model needs. */
const MOST_DESCRIBED = 20;

const inputSchema = argumentsOf({
  search: z.string().trim().max(80).optional().describe('Part of a name, a symbol, a family or a metric.'),
});

export function registerListMaterials(server: McpServer, kit: Kit): void {
  server.registerTool(
    'list_materials',
    {
      title: 'Materials and what is known of them',
      description:
        'Lists the metals and minerals that there are figures of, with ids, other names, families, and the metrics of each. Search by part of a name, symbol, family ("battery metals") or metric ("reserves"); without a search, all of them.',
      inputSchema,
      outputSchema: listSchema,
      annotations: READ_ONLY,
    },
    guarded(kit, async ({ search = '' }) => {
      const all = listMaterials(kit.catalog, await kit.asker.quoted());
      const wanted = search.toLowerCase();
      const called = wanted === '' ? [] : readMaterial(kit, search).ids;
      const found = all.filter((one) => called.includes(one.id) || holds(one, wanted));
      const materials = found.map((one) =>
        found.length > MOST_DESCRIBED ? { ...one, description: null } : one,
      );
      const json = {
        outcome: found.length > 0 ? ('answer' as const) : ('none' as const),
        text: textOf(found, search, all.length),
        materials,
      };
      return { content: [{ type: 'text', text: json.text }], structuredContent: json };
    }),
  );
}

function holds({ id, name, symbol, aliases, families, metrics }: MaterialJson, wanted: string): boolean {
  const exact = [symbol, id, name, ...aliases, ...metrics].some((one) => one?.toLowerCase() === wanted);
  // "Dy" is a symbol, and not a part of "didymium".
  return (
    exact ||
    wanted.length === 0 ||
    (wanted.length > 2 &&
      [id, name, ...aliases, ...families].some((one) => one.toLowerCase().includes(wanted)))
  );
}

function textOf(found: readonly MaterialJson[], search: string, all: number): string {
  if (found.length === 0)
    return `None of ${all} materials is called “${search}”, nor is a family or a metric. Call this without a search for all of them.`;
  return found
    .map(({ id, name, symbol, metrics }) => {
      const called = [name, symbol].filter((one) => one !== null).join(', ');
      return `${id}: ${called}; ${metrics.length === 0 ? 'quotes alone' : metrics.join(', ')}`;
    })
    .join('\n');
}
