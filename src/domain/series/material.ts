/** What is quoted: the catalog's metals, and what only markets know, such as NdPr. */
import { z } from 'zod';
import type { Metal } from './metal.ts';
import { usualOf, usualOfMixture, type UsualPrice } from './rates/usual-price.ts';
import { isDate } from '#src/domain/measure/days.ts';
import { QUOTED_MASSES } from '#src/domain/measure/figure.ts';
import { FORMS, type Form } from './quote.ts';

const name = z.string().trim().min(1).max(120);

/** `data/quoted/materials.json`: names and oxides of what is quoted and has no figures of its own, or no oxide there. */
export const materialsSchema = z.strictObject({
  /** For editors: where `docs/materials.schema.json` is. */
  $schema: z.string().optional(),
  /** Where mass fractions and rates of VAT are from. */
  source: z.string().trim().min(1).max(400),
  materials: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'an id is lower case letters, digits and dashes'),
        name,
        aliases: z.array(name).default([]),
        /** Ids of what it is a mixture of, where its price says something of theirs. */
        holds: z.array(name).default([]),
        oxide: z.strictObject({ formula: name, metalMassFraction: z.number().gt(0).lt(1) }).optional(),
        /** The form that is meant where a price does not say one: what is traded in no other. */
        form: z.enum(FORMS).optional(),
        /** The same of what tables give by one mass: molybdenum by the pound is its oxide. */
        formPer: z.partialRecord(z.enum(QUOTED_MASSES), z.enum(FORMS)).optional(),
        /** Where an ounce of it is always a troy ounce, as of gold. */
        ounce: z.literal('troy').optional(),
      }),
    )
    .default([]),
  /** VAT of places, each rate since its day. */
  vat: z
    .array(
      z.strictObject({
        place: name,
        percent: z.number().min(0).max(50),
        since: z.string().refine(isDate, 'this is not a date such as 2026-11-20'),
      }),
    )
    .default([]),
});
export type MaterialsFile = z.output<typeof materialsSchema>;

const namesOfOne = z.array(name).min(1);
/** `data/quoted/names.json`: what tables in other languages call the same; no question is read by these. */
export const tableNamesSchema = z.strictObject({
  /** For editors: where `docs/names.schema.json` is. */
  $schema: z.string().optional(),
  /** By id and language. A name after "=" is one only where nothing else stands beside it: "=or". */
  materials: z.record(name, z.record(z.string().regex(/^[a-z]{2}$/), namesOfOne)).default({}),
  /** Products whose names say their form: "APT". */
  products: z.array(z.strictObject({ metal: name, form: z.enum(FORMS), names: namesOfOne })).default([]),
});
export type TableNames = z.output<typeof tableNamesSchema>;

/** A name that only tables have. */
interface TableName {
  /** In lower case. */
  readonly name: string;
  /** The form that it says. */
  readonly form?: Form | undefined;
  /** Whether it counts only where nothing else stands beside it: the French "or". */
  readonly isWhole?: boolean | undefined;
}

export interface Material {
  readonly id: string;
  readonly name: string;
  /** All that people and feeds call it, in lower case, its id and name among them. */
  readonly names: readonly string[];
  /** What tables in other languages call it besides, and no question. */
  readonly tableNames?: readonly TableName[] | undefined;
  /** Names of it that are everyday words too: "lead". */
  readonly words?: readonly string[] | undefined;
  /** Ids of what it is a mixture of: "ndpr" holds neodymium and praseodymium. */
  readonly holds?: readonly string[] | undefined;
  /** `metalMassFraction`: kilograms of metal in a kilogram of oxide. */
  readonly oxide: { readonly formula: string; readonly metalMassFraction: number } | undefined;
  /** The form that is meant where a price does not say one. */
  readonly form?: Form | undefined;
  /** The same of a price by one mass, by that mass. */
  readonly formPer?: Readonly<Partial<Record<string, Form>>> | undefined;
  /** Where an ounce of it is always a troy ounce. */
  readonly ounce?: 'troy' | undefined;
  /** About what it costs, as far as its sources have printed it. */
  readonly usual?: UsualPrice | undefined;
}

/** The catalog's metals and the file's, one material an id; a metal's own data file decides where both speak. */
export function materialsOf(
  metals: readonly Metal[],
  file: MaterialsFile,
  names: TableNames = { materials: {}, products: [] },
): readonly Material[] {
  const own = metals.map((metal): Material => {
    const more = file.materials.find(({ id }) => id === metal.id);
    const { id, oxide, symbol } = metal;
    const known = {
      id,
      name: metal.name,
      names: namesOf([id, metal.name, symbol ?? id, ...metal.aliases, ...(more?.aliases ?? [])]),
      words: metal.words,
      oxide: oxide ?? more?.oxide,
      form: more?.form,
      formPer: more?.formPer,
      ounce: more?.ounce,
      tableNames: tableNamesOf(id, names),
    };
    return withUsual(known, () => usualOf(metal));
  });
  const others = file.materials
    .filter(({ id }) => metals.every((metal) => metal.id !== id))
    .map((m): Material => {
      const { id, holds, oxide, form, ounce } = m;
      const called = { name: m.name, names: namesOf([id, m.name, ...m.aliases]) };
      const known = { id, ...called, holds, oxide, form, ounce, tableNames: tableNamesOf(id, names) };
      const parts = () => own.filter((one) => holds.includes(one.id)).flatMap(({ usual }) => usual ?? []);
      return withUsual(known, () => usualOfMixture(parts()));
    });
  return [...own, ...others];
}

/** Its usual price is worked out when it is first looked at: it takes every figure of its pack, and most packs are read for their names alone. */
function withUsual(known: Omit<Material, 'usual'>, find: () => UsualPrice | undefined): Material {
  let found: { readonly usual: UsualPrice | undefined } | undefined;
  const get = () => (found ??= { usual: find() }).usual;
  return Object.defineProperty(known, 'usual', { enumerable: true, get });
}

/** Shorter Latin names are words of other languages, too: they count alone, or beside a form. */
const SHORTEST = 4;

function tableNamesOf(id: string, { materials, products }: TableNames): readonly TableName[] {
  const plain = Object.values(materials[id] ?? {})
    .flat()
    .map((text): TableName => {
      const called = text.replace(/^=/, '').toLowerCase();
      // "Měď" and "cín" are no words elsewhere.
      const isPlain = /^[a-z]+$/u.test(called) || called.length < SHORTEST - 1;
      const isShort = called.length < SHORTEST && isPlain && /^\p{Script=Latin}+$/u.test(called);
      return { name: called, ...(isShort || text.startsWith('=') ? { isWhole: true } : {}) };
    });
  const made = products
    .filter(({ metal }) => metal === id)
    .flatMap(({ form, names }) => names.map((text): TableName => ({ name: text.toLowerCase(), form })));
  // What a product is called says its form, whatever else has the same name.
  return [...made, ...plain.filter(({ name: called }) => made.every((one) => one.name !== called))];
}

function namesOf(names: readonly string[]): readonly string[] {
  return [...new Set(names.map((n) => n.toLowerCase()))];
}

/** The mixtures that hold a metal. */
export function mixturesOf(metal: string, materials: readonly Material[]): readonly Material[] {
  return materials.filter(({ holds }) => holds?.includes(metal) === true);
}

/** The material of a name, whatever its case; `undefined` where none has it. */
export function findMaterial(materials: readonly Material[], text: string): Material | undefined {
  const wanted = text.trim().toLowerCase();
  return materials.find(({ names }) => names.includes(wanted));
}

/** A name within a sentence: "neodymium", but "NdPr". */
export const nameInText = (called: string): string =>
  /^\p{Lu}\p{Ll}+$/u.test(called) ? called.toLowerCase() : called;
