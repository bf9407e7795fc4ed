/** The reader under test, over packs of seven metals, on a fixed day. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { materialsOf, materialsSchema } from '#src/domain/series/material.ts';
import { metalSchema, type Metal } from '#src/domain/series/metal.ts';
import { withTables } from '#src/domain/series/packs/with-tables.ts';
import type { Question } from '#src/domain/reading/question.ts';
import { createReader } from '#src/domain/reading/readings.ts';

const DATA = new URL('../../packs/', import.meta.url);

export const metals: readonly Metal[] = readdirSync(DATA)
  .filter((file) => file.endsWith('.json'))
  .map((file) => withTables(metalSchema.parse(JSON.parse(readFileSync(new URL(file, DATA), 'utf8')))));

export const materials = materialsOf(
  metals,
  materialsSchema.parse(JSON.parse(readFileSync(new URL('quoted/materials.json', DATA), 'utf8'))),
);

/** A Monday. */
export const TODAY = new Date(2026, 10, 23, 12);

export const { understand } = createReader({ metals, materials, defaultMetal: 'neodymium' });

export const read = (text: string): Question => understand(text, TODAY);

export type Case = readonly [text: string, expected: Partial<Question>];

/** One test a phrasing. No subject is foreign unless the case says so. */
export function checkAll(cases: readonly Case[]): void {
  test.each(cases)('%s', (text, expected) => {
    expect(read(text)).toMatchObject({ foreign: null, ...expected });
  });
}

/** A span and all its years. */
export function span(from: number, to: number): Pick<Question, 'span' | 'years'> {
  return { span: { from, to }, years: Array.from({ length: to - from + 1 }, (_, at) => from + at) };
}
