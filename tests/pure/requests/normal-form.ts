/** Whether what was read of a message is what a line of a set says, by the rules of the normal form. */

type Slots = Readonly<Record<string, unknown>>;

/** A line, or one of its further requests. */
export interface Expected {
  readonly intent: string | readonly string[];
  readonly expect?: Slots;
  readonly may?: Slots;
  readonly ask?: readonly string[];
  readonly cannot?: readonly string[];
  readonly confirm?: boolean;
}

export interface Line extends Expected {
  readonly q: string;
  readonly now: string;
  readonly zone: string;
  readonly also?: readonly Expected[];
}

/** What everybody knows: it may be asked for, and need not be. */
const DEFAULTS: ReadonlySet<string> = new Set([
  'place',
  'schedule.zone',
  'items',
  'rule.form',
  'rule.source',
  'format',
]);
/** Slots of slots, which are looked at one by one. */
const PARTED: ReadonlySet<string> = new Set(['schedule', 'rule', 'quote']);
/** Slots that may be carried, or be named as what can't be had. */
const CARRIED =
  /^(?:schedule\.(?:interval|once|from|until|times|on|at|cron|holidays|country)|for|until|rule\.(?:direction|amount|vat|reach|kind|repeat|until)|place|metals|format|what)$/u;

const isSlots = (value: unknown): value is Slots =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isMade = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== false && !(Array.isArray(value) && value.length === 0);

const named = (slot: string, list: readonly string[]) =>
  list.some((one) => slot === one || slot.startsWith(`${one}.`));

/** @returns what is wrong, a phrase each; none where it is right. */
export function faultsOf(wanted: Expected, got: Slots | undefined): readonly string[] {
  const intents = typeof wanted.intent === 'string' ? [wanted.intent] : wanted.intent;
  if (intents.includes('none'))
    return got === undefined ? [] : [`something came of it: ${String(got['intent'])}`];
  if (got === undefined) return ['nothing came of it'];
  const { intent, ask: asked, cannot: gone, confirm, ...slots } = got;
  const [ask, cannot] = [listOf(asked), listOf(gone)];
  const [expected, allowed, found] = [flat(wanted.expect ?? {}), flat(wanted.may ?? {}), flat(slots)];
  const toAsk = wanted.ask ?? [];
  const toRefuse = wanted.cannot ?? [];
  return [
    ...(intents.includes(String(intent)) ? [] : [`intent ${String(intent)}`]),
    ...[...expected].flatMap(([slot, value]) => {
      const left = !found.has(slot) && named(slot, cannot) && CARRIED.test(slot);
      return left || isSame(value, found.get(slot)) ? [] : [`${slot} is ${JSON.stringify(found.get(slot))}`];
    }),
    ...[...found].flatMap(([slot, value]) => {
      const may = allowed.has(slot) && isSame(allowed.get(slot), value);
      const shown = named(slot, toAsk) && named(slot, ask);
      return expected.has(slot) || may || shown ? [] : [`${slot} is made up: ${JSON.stringify(value)}`];
    }),
    ...(toRefuse.length > 0 || cannot.length > 0
      ? []
      : [
          ...toAsk.flatMap((slot) => (ask.includes(slot) ? [] : [`does not ask ${slot}`])),
          ...ask.flatMap((slot) => (toAsk.includes(slot) || DEFAULTS.has(slot) ? [] : [`asks ${slot}`])),
        ]),
    ...toRefuse.flatMap((slot) => (cannot.includes(slot) ? [] : [`does not refuse ${slot}`])),
    ...cannot.flatMap((slot) => (toRefuse.includes(slot) || CARRIED.test(slot) ? [] : [`refuses ${slot}`])),
    ...((wanted.confirm ?? false) === (confirm ?? false) ? [] : [`confirm is ${String(confirm)}`]),
  ];
}

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

function flat(slots: Slots, under = ''): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries(slots).flatMap(([key, value]) => {
      const name = under === '' ? key : `${under}.${key}`;
      if (!isMade(value)) return [];
      return PARTED.has(name) && isSlots(value) && !('any' in value)
        ? [...flat(value, name)]
        : [[name, value] as const];
    }),
  );
}

/** Equal, in any order of a list; `{ any: [...] }` is any of them. */
function isSame(wanted: unknown, got: unknown): boolean {
  if (isSlots(wanted) && Array.isArray(wanted['any'])) return wanted['any'].some((one) => isSame(one, got));
  const [one, other] = [alone(wanted), alone(got)];
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value) => other.some((found) => isSame(value, found)));
  if (isSlots(one) && isSlots(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...keys].every((key) => isSame(one[key], other[key]));
  }
  return one === other;
}

/** A list of one is that one. */
const alone = (value: unknown): unknown => (Array.isArray(value) && value.length === 1 ? value[0] : value);
