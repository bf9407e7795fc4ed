/** Which of the things that can be set up a clause asks for: by what it speaks of, what is to be done with it, and what else it states. */
import {
  ALARM_ONLY,
  ALERT_NOUN,
  AS_FILE,
  ASKED_BEHIND,
  ASKING,
  BARE_LIST,
  CONDITION,
  CONDITION_FIRST,
  DEFINITE,
  DIGEST_NOUN,
  EXPLAIN,
  EXPORT,
  HAVE_ANY,
  INDEFINITE,
  LIST,
  LIST_NOUN,
  MADE_PAST,
  NOT_EXPORT,
  NOTIFY,
  ONE_MORE,
  OTHER_ALERT,
  SEND,
  STORE,
  STORE_ANYWHERE,
  STRONG_NOUN,
  WHAT_POSTED,
} from './intent-words.ts';
import { otherSide } from '../rules/other-side.ts';
import type { Intent } from '../request.ts';
import type { Clause, Signs, SeenClause } from './clause.ts';
import { existingIntent } from './of-existing.ts';
import { alertIntent, digestIntent } from './of-new.ts';

/** The intent of a clause, or `undefined` where it asks for nothing of the kind. */
export function intentOf(clause: Clause, signs: Signs): Intent | undefined {
  const { text, head } = clause;
  const digest = DIGEST_NOUN.test(text);
  const ours = signs.metals || signs.price || signs.amount || !ALARM_ONLY.test(text);
  const alert = ALERT_NOUN.test(text) && !OTHER_ALERT.test(text) && ours;
  const ofAlert = alert && !(digest && text.search(DIGEST_NOUN) < text.search(ALERT_NOUN));
  const seen: SeenClause = {
    ...clause,
    signs,
    digest,
    alert,
    of: ofAlert ? 'alert' : 'digest',
    definite: DEFINITE.test(text),
    indefinite: INDEFINITE.test(text),
  };
  if (otherSide(text) !== undefined) return 'alert.edit';
  if (ASKED_BEHIND.test(text) || speaksOfElse(seen)) return undefined;
  const listed = listOf(seen);
  if (listed !== undefined) return listed;
  // "Could I have zinc every Thursday?" is no question of what one has.
  const isWished = head !== text && /^(?:have|do)\s/u.test(head);
  if (ASKING.test(head) && !CONDITION_FIRST.test(head) && !isWished) return undefined;
  return quoteOf(seen) ?? exportOf(seen) ?? existingIntent(seen) ?? alertIntent(seen) ?? digestIntent(seen);
}

/** Words of other things: without a metal, a price or a digest in it, one is too many. */
function speaksOfElse({ text, signs, digest, alert }: SeenClause): boolean {
  const { metals, price, amount, foreign } = signs;
  const about = metals ? 3 : STRONG_NOUN.test(text) || price || /\bprices?\b/u.test(text) ? 1 : 0;
  return (
    foreign >
    Math.max(
      about,
      amount && (CONDITION.test(text) || NOTIFY.test(text)) ? 1 : 0,
      (digest || alert) && signs.place ? 1 : 0,
    )
  );
}

function listOf({ text, head, digest, alert, of, signs }: SeenClause): Intent | undefined {
  if (EXPLAIN.test(head) || signs.format) return undefined;
  const list = `${of}.list` as const;
  if (BARE_LIST.test(head) && (digest || alert)) return list;
  if (LIST.test(head) && LIST_NOUN.test(head) && !CONDITION.test(head) && !ONE_MORE.test(head)) return list;
  if (!ASKING.test(head) || OTHER_ALERT.test(head)) return undefined;
  if (HAVE_ANY.test(head) && (digest || alert)) return list;
  if (!WHAT_POSTED.test(head) || MADE_PAST.test(text)) return undefined;
  return /\b(?:alerted|warned|notified|watch(?:ed|ing)?|alerts?)\b/u.test(head) ? 'alert.list' : list;
}

/** "Offer: bismuth $25/lb, good price?": what is asked about a price is not to be stored. */
export const JUDGED =
  /\b(?:good|fair|ok|okay|reasonable|expensive|steep|dear|cheap|high|low|much|worth it|competitive|realistic|sensible|normal|a steal|in line|rip-?off|overpriced|what do you think|should (?:i|we))\b[^.!;?]{0,40}\?|\b(?:good or bad|fair or not|yes or no|is it ok|too (?:much|high|low|expensive|dear|steep))\s*[.!]*$/u;

function quoteOf({ text, head, signs, digest, alert, definite }: SeenClause): Intent | undefined {
  if (ASKING.test(head) || CONDITION.test(head) || JUDGED.test(text)) return undefined;
  if (/^(?:add|save|store|record|log|enter|new)\s+(?:an?\s+|this\s+|my\s+)?quote\b/u.test(head))
    return 'quote.add';
  const named = /^(?:please\s+)?(?:save|store|record|log|register|remember)\b/u.test(head);
  if (named && signs.metals && /\d/u.test(head) && !AS_FILE.test(text) && !digest && !alert)
    return 'quote.add';
  if (!signs.price || (alert && definite)) return undefined;
  if (STORE_ANYWHERE.test(text)) return 'quote.add';
  return signs.fullPrice && STORE.test(head) && !signs.rule ? 'quote.add' : undefined;
}

function exportOf({ text, head, signs, digest, alert }: SeenClause): Intent | undefined {
  if (NOT_EXPORT.test(text)) return undefined;
  const verb =
    EXPORT.test(head) &&
    (signs.metals || digest || alert || signs.format || /\bprices?\b|\bquotes?\b/u.test(head));
  if (
    verb &&
    !(/^(?:save|pull|extract|fetch|get)\b/u.test(head) && !signs.format && !/^(?:pull|extract)\b/u.test(head))
  )
    return 'export';
  if (signs.often || !signs.format) return undefined;
  return signs.metals || digest || alert || SEND.test(head) ? 'export' : undefined;
}
