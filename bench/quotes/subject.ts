/** What `bench/quotes` is about: twenty metals, of which markets quote some; the others are there by name alone. */
import { createReader } from '#src/domain/reading/readings.ts';
import { loadCatalog } from '#src/platform/catalog.ts';
import { readQuoteOptions } from '#src/platform/settings/config.ts';
import { loadQuoted } from '#src/app/quoted.ts';

export const TODAY = '2026-11-24';
const METALS = 20;

const options = { ...readQuoteOptions({}), feedsFile: '/no/such/feeds.json' };
const shipped = await loadCatalog(options);
export const quoted = await loadQuoted(options, shipped);
export const materials = [
  ...quoted.materials,
  ...Array.from({ length: Math.max(0, METALS - quoted.materials.length) }, (_, i) => ({
    id: `sample-${i}`,
    name: `Sample ${i}`,
    names: [`sample-${i}`],
    oxide: undefined,
  })),
].slice(0, METALS);
export const catalog = { ...shipped, materials, ...createReader({ ...shipped, materials }) };
