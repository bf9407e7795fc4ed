/** Holds packs against the checks: what fails is accepted with a reason, or is an error. */
import { z } from 'zod';
import type { Pack } from '#src/domain/series/metal.ts';
import { CHECKS } from './checks.ts';

/** `data/source/map/exceptions.json`: where a check may fail, and why. */
export const exceptionsSchema = z.array(
  z.strictObject({ check: z.string(), where: z.string(), reason: z.string().min(20) }),
);
type Exceptions = z.output<typeof exceptionsSchema>;

/** What no exception accepts, and exceptions that nothing needs any more. */
export function judgePacks(
  packs: readonly Pack[],
  exceptions: Exceptions,
): { readonly faults: readonly string[]; readonly found: number } {
  const found = CHECKS.flatMap((check) =>
    packs.flatMap((pack) => check.of(pack).map((one) => ({ ...one, check }))),
  );
  const covers = (one: Exceptions[number], check: string, where: string) =>
    one.check === check && `${where}/`.startsWith(`${one.where}/`);
  const accepted = (check: string, where: string) => exceptions.some((one) => covers(one, check, where));
  const faults = found
    .filter(({ check, where }) => !accepted(check.id, where))
    .map(({ check, where, what }) => `${check.id} ${where}: ${what} (${check.says})`);
  const idle = exceptions.filter(
    ({ check, where, reason }) =>
      !found.some((one) => covers({ check, where, reason }, one.check.id, one.where)),
  );
  return {
    faults: [...faults, ...idle.map(({ check, where }) => `${check} ${where}: accepted, and no longer so`)],
    found: found.length,
  };
}
