/** The unit of a number that named none: the one in which it is near what the metal costs. */
import type { Currency, MassUnit, Quantity } from '#src/domain/measure/figure.ts';
import type { AskedRule } from '#src/domain/watching/requests/request.ts';
import type { Choice } from './draft.ts';
import { type AlertContext, isLevel, hasFigures } from './rule-of-asked.ts';
import { fits, levelOfPrice } from './levels.ts';

const wantsUnit = (rule: AskedRule): boolean =>
  (isLevel(rule) || rule.kind === undefined || rule.amount !== undefined) &&
  (rule.low !== undefined || rule.amount !== undefined);

interface DraftedUnit {
  readonly granted: Pick<AskedRule, 'currency' | 'mass'>;
  readonly choice?: Choice;
  readonly notes: readonly string[];
}

/** What a number without a unit can't be, a thousand times the price, is not taken for granted. */
const MOST_TIMES_APART = 8;

/** The unit in which a number is near what the metal costs; asked for where there is none such. */
export function draftUnit(
  rule: AskedRule,
  prices: readonly Quantity[],
  context: AlertContext,
  metals: readonly string[],
): DraftedUnit {
  const { currency, mass, low, amount } = rule;
  if (!wantsUnit(rule) || (currency !== undefined && mass !== undefined)) return { granted: {}, notes: [] };
  const levels = prices.flatMap((quantity) => levelOfPrice(quantity) ?? []);
  const near = levels
    .filter((level) => fits(rule, level))
    .map((level) => ({ level, apart: Math.abs(Math.log((low ?? level.value) / level.value)) }))
    .filter(({ apart }) => apart < Math.log(MOST_TIMES_APART))
    .toSorted((a, b) => a.apart - b.apart)[0]?.level;
  // Dollars a kilogram are what figures are in, and what a line without a unit is.
  const usual =
    levels.length === 0 &&
    metals.length > 0 &&
    metals.every((id) => hasFigures(context, id)) &&
    (currency ?? 'USD') === 'USD';
  const found: { readonly currency: Currency; readonly mass: MassUnit } | undefined =
    near ?? (usual ? { currency: 'USD', mass: mass ?? 'kg' } : undefined);
  const granted = found && { currency: currency ?? found.currency, mass: mass ?? found.mass };
  const choice: Choice = {
    slot: 'rule.unit',
    label: 'In which unit?',
    type: 'one',
    options: UNITS.map((value) => ({ value, words: value })).filter(
      ({ value }) =>
        (currency === undefined || value.startsWith(currency)) &&
        (mass === undefined || value.endsWith(`/${mass}`)),
    ),
    ...(granted === undefined ? {} : { chosen: `${granted.currency}/${granted.mass}` }),
  };
  const value = low ?? amount;
  return {
    granted: granted ?? {},
    choice,
    notes:
      granted === undefined
        ? []
        : [
            `You named no ${currency === undefined ? 'unit' : 'mass'} for ${String(value)}: ${granted.currency} per ${granted.mass} unless you choose another.`,
          ],
  };
}

const UNITS = ['USD', 'CNY', 'EUR', 'GBP', 'JPY', 'INR'].flatMap((currency) =>
  ['kg', 't', 'lb', 'troy oz'].map((mass) => `${currency}/${mass}`),
);
