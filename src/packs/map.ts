/** The reviewed map: which chapter and series make which pack, what it is called, and what each printed price is of. */
import { z } from 'zod';
import { BASES } from '#src/domain/series/packs/pack-table.ts';

const price = z.strictObject({
  form: z.string().optional(),
  basis: z.enum(BASES).optional(),
  purity: z.string().optional(),
  market: z.string().optional(),
  terms: z.string().optional(),
});

const commodity = z.strictObject({
  id: z.string(),
  name: z.string(),
  symbol: z.string().optional(),
  aliases: z.array(z.string()).default([]),
  /** Names that are everyday words too. */
  words: z.array(z.string()).default([]),
  kind: z.enum(['element', 'group']),
  group: z.string().optional(),
  families: z.array(z.string()).default([]),
  description: z.string().optional(),
  /** The chapter of Mineral Commodity Summaries, as the data release spells it; none for what it has no chapter on. */
  chapter: z.string().optional(),
  /** Of the chapter, only rows of these commodities. */
  commodities: z.array(z.string()).optional(),
  /** Of those, only rows whose detail has this pattern; or all but those. */
  only: z.string().optional(),
  except: z.string().optional(),
  /** What the commodities are forms of, where one detail stands for each. */
  commodityForms: z.record(z.string(), z.string()).optional(),
  /** Where the chapter prints two columns of one detail, what each of them is of, in their order. */
  columns: z.array(z.string()).optional(),
  /** Part of the detail of the price that answers; the first where none is given. */
  headline: z.string().optional(),
  /** Words of the output's detail that is meant where none is named: "Raw steel". */
  output: z.string().optional(),
  /** The column of the Pink Sheet. */
  worldBank: z.string().optional(),
  endUses: z.string().optional(),
  intensity: z.string().optional(),
  /** What each price is of, by its detail. A price that is not here is an error: nobody has looked at it. */
  prices: z.record(z.string(), price).default({}),
  /** A file of `data/source/by-hand/` whose fields and series go first. */
  byHand: z.string().optional(),
});
export type Commodity = z.output<typeof commodity>;

export const mapSchema = z.strictObject({
  commodities: z.array(commodity),
  /** Where the release's unit column is wrong, and how one knows. */
  unitFixes: z.array(
    z.strictObject({ chapter: z.string(), detail: z.string(), unit: z.string(), reason: z.string() }),
  ),
});
export type PackMap = z.output<typeof mapSchema>;
