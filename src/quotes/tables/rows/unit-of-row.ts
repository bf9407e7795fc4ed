/** The unit of a row that its own name says, or a line around the table of its metal: both say more than what titles say of all. */
import { readPricePer } from '#src/domain/measure/units.ts';
import { withKnownUnits } from '#src/domain/reading/quotes/foreign-units.ts';
import { readSubject } from '#src/domain/reading/quotes/read-subject.ts';
import { areOtherUnits } from '../columns/stated-units.ts';
import type { Layout } from '../layout.ts';
import type { Fields, Row, RowContext } from './row.ts';
import { bothHalvesOf } from './row-units.ts';

/**
 * @param own What the row's cells say. @param heading What the heading of its price says. @param titled The unit that titles say of all.
 * @returns The unit where it is not that of titles, or why it can't be told.
 */
export function unitOfRow(
  own: Fields,
  heading: Row,
  titled: Row['unit'],
  { unitByMetal }: Pick<Layout, 'unitByMetal'>,
  { materials }: Pick<RowContext, 'materials'>,
): {
  readonly unit?: string;
  readonly fault?: string;
  /** Beside a fault the unit of the name: where it alone makes a price that can be, it is meant. */
  readonly named?: string;
} {
  const subject = typeof own.metal === 'string' ? readSubject(own.metal, materials) : undefined;
  const said = subject?.unit;
  const beside = own.unit ?? heading.unit;
  if (said !== undefined && beside !== undefined)
    return areOtherUnits(said, String(beside))
      ? {
          fault: `its name says ${said}, and its unit ${String(beside)}: mend one of them`,
          ...(own.unit === undefined && areWhole(said) ? { named: said } : {}),
        }
      : {};
  if (beside !== undefined || own.currency !== undefined || own.mass !== undefined) return {};
  if (said !== undefined) {
    if (titled === undefined || areWhole(said)) return { unit: said };
    const both = bothHalvesOf(said, String(titled));
    return both === undefined && areOtherUnits(said, String(titled))
      ? { fault: `its name says ${said}, and a title ${String(titled)}: mend one of them` }
      : { unit: both ?? String(titled) };
  }
  const metal = subject?.material.id ?? heading.metal;
  const unit = unitByMetal?.get(String(metal));
  return unit === undefined ? {} : { unit };
}

function areWhole(unit: string): boolean {
  const { money, mass } = readPricePer(withKnownUnits(unit));
  return money !== undefined && mass !== undefined;
}
