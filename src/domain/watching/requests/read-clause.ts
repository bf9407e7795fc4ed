/** The request that one clause makes. */
import { likeliestIntent, type Look } from './intents/intent-score.ts';
import { clauseOf, type Clause } from './intents/clause.ts';
import { lookAt } from './look-at.ts';
import { missingOf } from './missing.ts';
import { isOfOurs } from './of-ours.ts';
import type { AskedRequest, AskedSlots, Intent, TypedContext } from './request.ts';
import { settledIntent } from './settled-intent.ts';
import { READERS } from './slots-of.ts';

/** A text as one clause, with all of it. */
export const wholeClause = (text: string): Clause => ({ ...clauseOf(text), text });

/** @param isPart Whether other clauses stand beside it: what names nothing is then no request of its own. */
export function readClause(text: string, context: TypedContext, isPart = false): AskedRequest | undefined {
  const look = lookAt(text, context);
  const intent = settledIntent(look.clause, context) ?? restingOnly(likeliestIntent(look), look);
  const likeliest = intent && requestOf(intent, wholeClause(text), context);
  const told = look.told !== undefined && look.told !== intent ? look.told : undefined;
  // "Please post it in #lab instead": what sets up neither of what nor when changes what there is.
  const request =
    told?.endsWith('.edit') === true && likeliest !== undefined && isEmptySetUp(likeliest)
      ? requestOf(told, wholeClause(text), context)
      : likeliest;
  return request && isOfOurs(request, look, isPart) ? request : undefined;
}

/** "Kill the noise until Monday": what has an end is no deletion. */
function restingOnly(intent: Intent | undefined, { clause: { head }, signs }: Look): Intent | undefined {
  if (intent?.endsWith('.delete') !== true || !signs.span) return intent;
  const ends = UNTIL.test(head) || (FOR.test(head) && !FOR_GOOD.test(head));
  if (!ends) return intent;
  return intent === 'digest.delete' ? 'digest.pause' : 'alert.snooze';
}
const UNTIL = /\b(?:until|till?)\s/u;
const FOR = /\bfor\s/u;
const FOR_GOOD =
  /^(?:delete|remove|erase|unsubscribe|get rid)|%|percent|\b(?:high|low|change|move|swing)s?\b/u;

const isEmptySetUp = ({ intent, ask }: AskedRequest): boolean =>
  intent.endsWith('.create') && ask.includes('metals') && (ask.includes('schedule') || ask.includes('rule'));

/** What a clause of such an intent states, and what is to be asked for. */
export function requestOf(intent: Intent, clause: Clause, context: TypedContext): AskedRequest {
  const {
    slots,
    cannot = [],
    unclear = [],
    told = [],
    unsure = false,
  } = READERS[intent](clause, context, intent);
  const ask = missingOf(intent, slots, cannot, unsure).filter((slot) => !told.includes(slot));
  return {
    intent,
    ...slots,
    ask: [...ask, ...unclear],
    cannot,
    ...(mustConfirm(intent, slots, clause) ? { confirm: true as const } : {}),
  };
}

/** Deleting, or stopping for good, all there are; touching another person's. */
function mustConfirm(intent: Intent, { target }: AskedSlots, { text }: Clause): boolean {
  if (target === undefined || intent.endsWith('.list')) return false;
  if (target.owner !== undefined) return true;
  const forGood = intent.endsWith('.delete') || /\bfor good\b|\bforever\b|\bpermanently\b/u.test(text);
  return forGood && target.all === true;
}
