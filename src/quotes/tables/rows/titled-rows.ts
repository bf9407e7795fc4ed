/** What titles say of all rows, for each row that names its good: the name itself may say more of it. */
import { readSubject } from '#src/domain/reading/quotes/read-subject.ts';
import type { Material } from '#src/domain/series/material.ts';
import type { Row, RowField } from './row.ts';

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
  return (metal) => {
    const named = typeof metal === 'string' ? readSubject(metal, materials) : undefined;
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
}
