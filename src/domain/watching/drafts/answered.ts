/** What is said to a card that waits and needs no words beside it: the metals that it asks for, and by how much later it is to come. */
import { minutesLater } from '#src/domain/watching/requests/edits/come-otherwise.ts';
import { mendText } from '#src/domain/watching/requests/mend-words.ts';
import { missingAfter } from '#src/domain/watching/requests/missing.ts';
import { takeMetals } from '#src/domain/watching/requests/metals/read-metals.ts';
import type { AskedRequest, RequestContext } from '#src/domain/watching/requests/request.ts';
import { Rest } from '#src/domain/watching/requests/rest.ts';

const LONGEST = 80;
const BESIDE =
  /(?<!\p{L})(?:and|or|of|for|the|both|just|only|please|pls|thanks|metal|metals|prices?|i want|i meant|it is|it's|ok|okay)(?!\p{L})/gu;

/** "gold and silver", where a card asks of which metal it is to be. */
export function withMetalsAnswered(
  pending: AskedRequest,
  text: string,
  { materials }: RequestContext,
): AskedRequest | undefined {
  if (!pending.ask.includes('metals') || text.length > LONGEST || text.includes('?')) return undefined;
  const rest = new Rest(mendText(text, materials));
  const metals = takeMetals(rest, materials);
  if (metals.length === 0 || /[\p{L}\d]/u.test(rest.left.replaceAll(BESIDE, ''))) return undefined;
  return { ...pending, metals, ask: pending.ask.filter((slot) => slot !== 'metals') };
}

const OUT =
  /^(?:(?:and|but|please|also|actually|ok|okay|oh),?\s+)*(?:no(?! matter)|not|drop|remove|without|lose|leave out|minus|skip|delete|take out|take|cut|scrap|exclude|forget(?: about)?)\s+(?<what>.+?)(?:\s+(?:out|off|away|please|pls|again|then|from it))*[.!]*$/u;

/** "drop copper", "no gold": of what waits, some are left out again; where it was the last, which is to be in it is asked anew. */
export function withoutMetals(
  pending: AskedRequest,
  text: string,
  { materials }: RequestContext,
): AskedRequest | undefined {
  const { intent, metals: before = [] } = pending;
  const what = text.length > LONGEST ? undefined : OUT.exec(mendText(text, materials))?.groups?.['what'];
  if (intent !== 'digest.create' || what === undefined) return undefined;
  const rest = new Rest(what);
  const gone = takeMetals(rest, materials);
  const metals = before.filter((id) => !gone.includes(id));
  const isAll = gone.length > 0 && gone.every((id) => before.includes(id));
  if (!isAll || /[\p{L}\d]/u.test(rest.left.replaceAll(BESIDE, ''))) return undefined;
  if (metals.length > 0) return { ...pending, metals };
  const { metals: _, ...others } = pending;
  return { ...others, ask: [...new Set(['metals', ...pending.ask])] };
}

const DAY = 24 * 60;
const two = (n: number): string => String(n).padStart(2, '0');

/** "an hour later": of the time that waits, where that stays on its day. */
export function shifted(
  pending: AskedRequest,
  text: string,
  { materials }: RequestContext,
): AskedRequest | undefined {
  const { schedule, intent } = pending;
  const by = intent.startsWith('digest.') ? minutesLater(mendText(text, materials)) : undefined;
  const before = /^(?<hour>\d\d):(?<minute>\d\d)$/u.exec(String(schedule?.at ?? ''))?.groups;
  if (by === undefined || before === undefined) return undefined;
  const at = Number(before['hour']) * 60 + Number(before['minute']) + by;
  if (at < 0 || at >= DAY) return undefined;
  const slots = { ...pending, schedule: { ...schedule, at: `${two(Math.floor(at / 60))}:${two(at % 60)}` } };
  return { ...slots, ask: [...missingAfter(pending, slots, pending.cannot)] };
}
