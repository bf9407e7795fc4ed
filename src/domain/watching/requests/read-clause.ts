/** The request that one clause makes. */
import { likeliestIntent, type Look } from './intents/intent-score.ts';
import { clauseOf, type Clause } from './intents/clause.ts';
import { lookAt } from './look-at.ts';
import { missingOf } from './missing.ts';
import { isOfOurs } from './of-ours.ts';
import type { AskedRequest, AskedSlots, Intent, TypedContext } from './request.ts';
import { settledIntent } from './settled-intent.ts';
import { Rest } from './rest.ts';
import { READERS } from './slots-of.ts';
import { takeRestTimes } from './times/rest-times.ts';

/** A text as one clause, with all of it. */
export const wholeClause = (text: string): Clause => ({ ...clauseOf(text), text });

/** @param isPart Whether other clauses stand beside it: what names nothing is then no request of its own. */
export function readClause(text: string, context: TypedContext, isPart = false): AskedRequest | undefined {
  const look = lookAt(text, context);
  const intent =
    settledIntent(look.clause, context) ??
    asWished(comesAgain(restingOnly(likeliestIntent(look), look, context.today), look), look);
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
function restingOnly(
  intent: Intent | undefined,
  { clause: { head }, signs }: Look,
  today: string,
): Intent | undefined {
  if (intent?.endsWith('.delete') !== true) return intent;
  const ends = signs.span && (UNTIL.test(head) || (FOR.test(head) && !FOR_GOOD.test(head)));
  if (!ends && !isOfStretch(head, today)) return intent;
  return intent === 'digest.delete' ? 'digest.pause' : 'alert.snooze';
}

/** "Stop the tin digest between Christmas and New Year": a stretch that is still to come, and no end of it all. */
function isOfStretch(head: string, today: string): boolean {
  if (!STOPS.test(head)) return false;
  const { slots, cannot } = takeRestTimes(new Rest(head), today);
  return slots.until !== undefined && cannot.includes('until');
}
const STOPS = /^(?:stop|halt|cease|quit|no|don't|dont|do not)(?!\p{L})/u;
const UNTIL = /\b(?:until|till?)\s/u;
const FOR = /\bfor\s/u;
const FOR_GOOD =
  /^(?:delete|remove|erase|unsubscribe|get rid)|%|percent|\b(?:high|low|change|move|swing)s?\b/u;

/** "Send me a PDF of the prices every Monday": what comes again is no export. */
const comesAgain = (intent: Intent | undefined, { signs, told }: Look): Intent | undefined =>
  intent === 'export' && signs.often && told === 'digest.create' ? told : intent;

/** "I want one digest for tin": what is wanted is not taken away, nor is what is thrown into one. */
function asWished(intent: Intent | undefined, { clause: { text, head } }: Look): Intent | undefined {
  if (intent !== 'digest.delete' && intent !== 'alert.delete') return intent;
  if (THROWN_IN.test(head)) return 'digest.edit';
  return WANTED.test(text) && !GONE.test(text)
    ? intent === 'digest.delete'
      ? 'digest.create'
      : 'alert.create'
    : intent;
}
const WANTED =
  /^(?:\p{L}+\s+)?(?:i|we)(?:'d| would)?\s+(?:want|need|like|love|wish)\s+(?:to have\s+)?(?:an?|one|some|another|new)\s/u;
const GONE =
  /(?<!\p{L})(?:no|not|never|stop|end|delete\p{L}*|remov\p{L}*|cancel\p{L}*|kill\p{L}*|rid|gone|off|away|out|drop\p{L}*|less|fewer|without|scrap\p{L}*|bin|binned|axe\p{L}*|erase\p{L}*)(?!\p{L})/u;
const THROWN_IN =
  /^(?:chuck|throw|toss|pop|stick|bung|sling|fling|put|drop)\s+[^.;]{2,40}?\binto\s+(?:the|my|our|that|this)\s+[^.;]{0,40}?\b(?:digest|report|post|one)(?!\p{L})/u;

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
    unread = [],
  } = READERS[intent](clause, context, intent);
  const ask = missingOf(intent, slots, cannot, unsure).filter((slot) => !told.includes(slot));
  return {
    intent,
    ...slots,
    ask: [...ask, ...unclear],
    cannot,
    ...(unread.length === 0 ? {} : { unread }),
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
