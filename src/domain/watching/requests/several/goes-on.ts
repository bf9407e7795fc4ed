/** Whether a clause says more of the request before it, or asks for one more. */
import { readClause } from '../read-clause.ts';
import type { AskedRequest, Intent, TypedContext } from '../request.ts';

/** "A weekly tin digest please. Mondays. 8 o'clock.": what says more of the request before it, read with it. */
export function goesOn(
  last: AskedRequest,
  read: AskedRequest | undefined,
  text: string,
  context: TypedContext,
): AskedRequest | undefined {
  const isMore =
    read === undefined ||
    (read.intent === last.intent ? read.metals === undefined : EDITS.has(read.intent) && read.target?.this);
  if (!last.intent.endsWith('.create') || isMore !== true || read?.cannot.includes('metals') === true)
    return undefined;
  const whole = readClause(text, context);
  const isSo =
    whole?.intent === last.intent &&
    whole.cannot.every((slot) => last.cannot.includes(slot)) &&
    whole.ask.every((slot) => last.ask.includes(slot)) &&
    saysMore(last, whole);
  return isSo ? whole : undefined;
}

/** Whether the second says all that the first says, and something else. */
function saysMore(first: AskedRequest, second: AskedRequest): boolean {
  const [one, other] = [slotsOf(first), slotsOf(second)];
  const isAll = [...one].every(([slot, value]) => other.get(slot) === value);
  return isAll && other.size > one.size;
}

/** Each thing that is said; who writes it is no place where another one is said. */
const slotsOf = ({ schedule, rule, metals, place, items, skipUnchanged }: AskedRequest) =>
  new Map(
    Object.entries({
      ...schedule,
      ...rule,
      metals,
      items,
      skipUnchanged,
      place: place === 'me' ? undefined : place,
    })
      .filter(([, value]) => value !== undefined)
      .map(([slot, value]) => [slot, JSON.stringify(value)] as const),
  );
const EDITS: ReadonlySet<Intent> = new Set(['digest.edit', 'alert.edit']);

/** "Tin daily at 8. Also lead weekly on Mondays at 9": one more, and no change of the first. */
export const isAnother = (last: AskedRequest, { intent, target, metals, schedule }: AskedRequest): boolean =>
  last.intent === 'digest.create' &&
  intent === 'digest.edit' &&
  target?.this === true &&
  metals !== undefined &&
  schedule?.every !== undefined;
