/** The request that one clause makes. */
import { likeliestIntent } from './intents/intent-score.ts';
import { clauseOf, type Clause } from './intents/clause.ts';
import { lookAt } from './look-at.ts';
import { missingOf } from './missing.ts';
import { isShiftOf, putRight } from './edits/put-right.ts';
import { takenOut } from './edits/taken-out.ts';
import { isOfOurs } from './of-ours.ts';
import { otherSide, otherSideOfNamed } from './rules/other-side.ts';
import type { AskedRequest, AskedSlots, Intent, TypedContext } from './request.ts';
import { READERS } from './slots-of.ts';

/** A text as one clause, with all of it. */
export const wholeClause = (text: string): Clause => ({ ...clauseOf(text), text });

/** @param isPart Whether other clauses stand beside it: what names nothing is then no request of its own. */
export function readClause(text: string, context: TypedContext, isPart = false): AskedRequest | undefined {
  const look = lookAt(text, context);
  const intent = settledIntent(look.clause, context) ?? likeliestIntent(look);
  const request = intent && requestOf(intent, wholeClause(text), context);
  return request && isOfOurs(request, look, isPart) ? request : undefined;
}

/**
 * What is told by its form, whatever else was learned: a side alone is of an alert, what is taken out of a digest deletes none, and what
 * was said before is put right.
 */
function settledIntent(clause: Clause, context: TypedContext): Intent | undefined {
  if ((otherSide(clause.text) ?? otherSideOfNamed(clause.text)) !== undefined) return 'alert.edit';
  if (takenOut(clause, context) !== undefined || isShiftOf(clause)) return 'digest.edit';
  return putRight(clause.text, context)?.intent;
}

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
