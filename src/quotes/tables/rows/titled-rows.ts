/** What titles say of all rows, for each row that names its good: the name itself may say more of it. */
import { readSubject } from '#src/domain/reading/quotes/read-subject.ts';
import type { Material } from '#src/domain/series/material.ts';
import type { Row, RowField } from './row.ts';

/** A table says the same few names in all its rows. */
const MOST_KEPT = 500;

/**
 * "Metal prices" over "lithium carbonate", "in warehouse unless stated otherwise" over "APT, CIF": a name's own form, terms and purity are
 * what counts.
 * @param common What titles and settings say. @param set What settings say, which no name takes away.
 */
export function commonsOf(
  common: Row,
  set: Row,
  materials: readonly Material[],
): (metal: Row[RowField]) => Row {
  const { form, terms, place, purity, ...rest } = common;
  const made = new Map<string, Row>();
  const commonOf = (metal: string): Row => {
    const named = readSubject(metal, materials);
    if (named === undefined) return common;
    const own = named.terms !== undefined;
    return {
      ...rest,
      ...(form === undefined || named.form !== undefined ? {} : { form }),
      ...(terms === undefined || own ? {} : { terms }),
      ...(place === undefined || own ? {} : { place }),
      ...(purity === undefined || named.purity !== '' ? {} : { purity }),
      ...set,
    };
  };
  return (metal) => {
    if (typeof metal !== 'string') return common;
    const known = made.get(metal);
    if (known !== undefined) return known;
    const row = commonOf(metal);
    if (made.size < MOST_KEPT) made.set(metal, row);
    return row;
  };
}
