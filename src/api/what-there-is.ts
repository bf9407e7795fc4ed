/** Which materials and which sources there are. */
import { isNumeric, type Metal } from '#src/domain/series/metal.ts';
import type { MetalCatalog } from '#src/domain/series/figures.ts';
import { remembering } from '#src/domain/series/packs/with-tables.ts';
import { METRICS } from './schemas/figure.ts';
import type { MaterialJson, SourceJson } from './schemas/lists.ts';

/** All materials, by name. @param quoted Ids of those that whoever asks may see quotes of */
export function listMaterials(
  catalog: MetalCatalog,
  quoted: ReadonlySet<string> = new Set(),
): readonly MaterialJson[] {
  const all = unquoted(catalog, 'materials', () => describeMaterials(catalog));
  return quoted.size === 0 ? all : all.map((one) => (quoted.has(one.id) ? { ...one, quoted: true } : one));
}

/** They change with the data files alone. */
const unquoted = remembering<readonly MaterialJson[]>();

function describeMaterials({ metals, materials }: MetalCatalog): readonly MaterialJson[] {
  return materials
    .map(({ id, name, names }): MaterialJson => {
      const metal = metals.find((one) => one.id === id);
      return {
        id,
        name,
        symbol: metal?.symbol ?? null,
        aliases: names.filter((one) => one !== id && one !== name.toLowerCase()),
        families: metal?.families ?? [],
        group: metal?.group ?? null,
        description: metal?.description ?? null,
        metrics: metal === undefined ? [] : metricsOf(metal),
        quoted: false,
      };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

function metricsOf({ series, tables }: Metal): MaterialJson['metrics'] {
  const held = new Set<string>([...series.filter(isNumeric), ...tables].map(({ metric }) => metric));
  return METRICS.filter((metric) => held.has(metric));
}

/** All sources of the data files, each document once, by publisher and title; or those of one material. */
export function listSources({ metals }: MetalCatalog, material?: string): readonly SourceJson[] {
  const found = new Map<string, SourceJson>();
  for (const { id, sources } of metals) {
    for (const {
      publisher,
      title,
      edition = null,
      dated,
      url = null,
      licence = null,
      sells = null,
    } of Object.values(sources)) {
      const key = JSON.stringify([publisher, title, edition, url]);
      const known = found.get(key)?.materials ?? [];
      const materials = [...known, id];
      found.set(key, { source: publisher, title, edition, dated, url, licence, sells, materials });
    }
  }
  return [...found.values()]
    .filter(({ materials }) => material === undefined || materials.includes(material))
    .toSorted((a, b) => a.source.localeCompare(b.source, 'en') || a.title.localeCompare(b.title, 'en'));
}
