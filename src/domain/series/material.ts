/** What is quoted: the catalog's metals, and what only markets know, such as NdPr. */
import { z } from 'zod';
import type { Metal } from './metal.ts';
import { isDate } from '#src/domain/measure/days.ts';
import { FORMS, type Form } from './quote.ts';

const name = z.string().trim().min(1).max(120);

/** `data/quoted/materials.json`: names and oxides of what is quoted and has no figures of its own, or no oxide there. */
export const materialsSchema = z.strictObject({
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

export interface Material {
  readonly id: string;
  readonly name: string;
  /** All that people and feeds call it, in lower case, its id and name among them. */
  readonly names: readonly string[];
  /** Names of it that are everyday words too: "lead". */
  readonly words?: readonly string[] | undefined;
  /** Ids of what it is a mixture of: "ndpr" holds neodymium and praseodymium. */
  readonly holds?: readonly string[] | undefined;
  /** `metalMassFraction`: kilograms of metal in a kilogram of oxide. */
  readonly oxide: { readonly formula: string; readonly metalMassFraction: number } | undefined;
  /** The form that is meant where a price does not say one. */
  readonly form?: Form | undefined;
  /** Where an ounce of it is always a troy ounce. */
  readonly ounce?: 'troy' | undefined;
}

/** The catalog's metals and the file's, one material an id; a metal's own data file decides where both speak. */
export function materialsOf(metals: readonly Metal[], file: MaterialsFile): readonly Material[] {
  const own = metals.map((metal): Material => {
    const more = file.materials.find(({ id }) => id === metal.id);
    const { id, oxide, symbol } = metal;
    return {
      id,
      name: metal.name,
      names: namesOf([id, metal.name, symbol ?? id, ...metal.aliases, ...(more?.aliases ?? [])]),
      words: metal.words,
      oxide: oxide ?? more?.oxide,
      form: more?.form,
      ounce: more?.ounce,
    };
  });
  const others = file.materials
    .filter(({ id }) => metals.every((metal) => metal.id !== id))
    .map((m): Material => ({
      id: m.id,
      name: m.name,
      names: namesOf([m.id, m.name, ...m.aliases]),
      holds: m.holds,
      oxide: m.oxide,
      form: m.form,
      ounce: m.ounce,
    }));
  return [...own, ...others];
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
