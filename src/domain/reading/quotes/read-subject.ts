/** Reads what a table's cell calls a product: "NdPr", "Nd2O3", "氧化镨钕", "Pr-Nd Oxide (≥99%)". */
import type { Form } from '#src/domain/series/quote.ts';
import { findMaterial, type Material } from '#src/domain/series/material.ts';
import { readPurity, takePurity, takeSubject } from './read-basis.ts';

export interface Subject {
  readonly material: Material;
  readonly form: Form | undefined;
  /** Empty where it is not said. */
  readonly purity: string;
}

/** `undefined` where a word of it is not known: a part of a name may be another product's. */
export function readSubject(text: string, materials: readonly Material[]): Subject | undefined {
  const material = findMaterial(materials, text);
  if (material !== undefined) return { material, form: undefined, purity: '' };
  const plain = text.normalize('NFKC').replaceAll(/[‐‑‒–—−]/gu, '-');
  const purity = takePurity(plain.replaceAll('>=', '≥'));
  const subject = takeSubject(purity.rest, materials);
  if (subject.material === undefined || /[\p{L}\p{N}]/u.test(subject.rest)) return undefined;
  return {
    material: subject.material,
    form: subject.form,
    purity: purity.value === undefined ? '' : readPurity(purity.value),
  };
}
