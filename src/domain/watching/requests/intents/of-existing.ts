/** Pausing, resuming, deleting, editing, sending: what a clause asks of one that there is. */
import {
  AGAIN,
  ALERT_NOUN,
  CONDITION,
  CORRECTION,
  DELETE,
  DIGEST_NOUN,
  EDIT,
  NOTIFY,
  NOW,
  ONE_MORE,
  PAUSE,
  PRONOUN,
  RESUME,
  SEND,
  SEND_ANYWHERE,
  SETUP,
  SNOOZE,
} from './intent-words.ts';
import { changeOver } from '../edits/change-over.ts';
import type { Intent } from '../request.ts';
import type { SeenClause } from './clause.ts';

/** Pausing, resuming, deleting, editing, sending: of one that there is. */
export function existingIntent(seen: SeenClause): Intent | undefined {
  const { text, head, signs, digest, alert, of, definite, indefinite } = seen;
  const correction = CORRECTION.exec(head);
  if (correction !== null) {
    const changed = corrected(head.slice(correction[0].length), seen);
    if (changed !== undefined) return changed;
  }
  const existing = definite || ((digest || alert) && !indefinite);
  const object = existing || PRONOUN.test(head);
  const given = CONDITION.test(text) && signs.amount;
  if (
    /^(?:send|post|run|give|show|fire|deliver|publish|resend|re-send|repeat|push|execute|let|start|pop)\b/u.test(
      head,
    ) &&
    (digest || PRONOUN.test(head)) &&
    NOW.test(head) &&
    !signs.rule &&
    !signs.often &&
    (definite || /^\S+\s+(?:it|that|this)\b/u.test(head))
  )
    return 'digest.send';
  if (digest && definite && NOW.test(text) && SEND_ANYWHERE.test(text) && !signs.clock && !given)
    return 'digest.send';
  if (ONE_MORE.test(head) && (definite || PRONOUN.test(head) || /^also\b/u.test(text)) && !alert)
    return 'digest.edit';
  if (
    /^(?:remove|drop|take|delete|exclude|leave|kick)\b.{1,40}\b(?:from|out of|off)\b.{0,40}\b(?:digests?|posts?|reports?|one|it|that|this)\b/u.test(
      head,
    ) &&
    !/^\S+\s+(?:me|us)\b/u.test(head) &&
    takesOut(head)
  )
    return `${of}.edit`;
  if (existing && !indefinite && changeOver(head) !== undefined) return `${of}.edit`;
  if (
    given ||
    (indefinite && SETUP.test(head) && !definite && !/\bto sleep\b|\bon (?:hold|ice)\b/u.test(head))
  )
    return undefined;
  if (signs.amount && NOTIFY.test(text) && !alert && !PRONOUN.test(text)) return undefined;
  if (AGAIN.test(text) && object && !signs.span && !SEND.test(head)) return `${of}.resume`;
  if (RESUME.test(head) && (object || digest || alert)) return `${of}.resume`;
  if (alert || !digest)
    if (SNOOZE.test(head) && (object || alert) && (alert || PRONOUN.test(head)))
      return /\b(?:snooze|quiet|silent|zz+|sleep)\b/u.test(head) || alert ? 'alert.snooze' : 'digest.pause';
  if ((PAUSE.test(head) || (signs.span && SNOOZE.test(head))) && (object || digest || EVERYTHING.test(head)))
    return 'digest.pause';
  if (DELETE.test(head) && (object || digest || alert)) {
    if (signs.span && /^(?:stop|no|don't|do not)\b/u.test(head))
      return of === 'alert' ? 'alert.snooze' : 'digest.pause';
    return `${of}.delete`;
  }
  if (existing && edits(seen)) return `${of}.edit`;
  return undefined;
}

const EVERYTHING = /\b(?:everything|all|both)\b/u;
const takesOut = (head: string) => {
  const from = head.search(/\b(?:from|out of|off)\b/u);
  const noun = Math.max(
    head.search(/\b(?:digests?|posts?|reports?)\b/u),
    head.search(/\b(?:it|that|this)\b/u),
  );
  return noun > from;
};

/** One that there is, and something new is said of it. */
function edits({ text, head, topic, signs, digest, alert, of, definite }: SeenClause): boolean {
  const news =
    signs.often ||
    signs.once ||
    signs.clock ||
    signs.place ||
    signs.amount ||
    signs.rule ||
    signs.price ||
    /\d/u.test(head) ||
    /\b(?:(?:every|each) time|once|only|without|with|too|also|instead|rather)\b/u.test(head);
  if (!news && !signs.metals) return false;
  if (SWAP.test(head)) return true;
  if (/^(?:post|send)\b/u.test(head) && !(digest || alert)) return false;
  if (EDIT.test(head)) return news || /\b(?:to|for|with)\b/u.test(head);
  if (BE_CHANGED.test(text)) return true;
  if (/\b(?:instead|rather)\b/u.test(text) && (digest || alert)) return news;
  if (!definite && !/\b(?:digest|alert)\s+\d/u.test(head)) return false;
  if (topic !== undefined || TARGET_LAST.test(head)) return !CONDITION.test(text) || alert;
  // "the friday digest: price only", "alert 3: 4 % would be better", "digest 2 to #baotou"
  const noun = (of === 'alert' ? ALERT_NOUN : DIGEST_NOUN).exec(head);
  const after = noun === null ? '' : head.slice(noun.index + noun[0].length);
  return (
    /^(?:\s*(?:number\s+)?\d{1,2})?(?:\s+(?:at|of|on|in)\s+\S+)?(?:\s*[:,-]\s*|\s+(?:to|=>|->)\s+)\S/u.test(
      after,
    ) &&
    !CONDITION.test(text) &&
    !SEND.test(head)
  );
}

/** "mondays and thursdays for the ndpr digest". */
const TARGET_LAST = /\bfor (?:the|my|our) (?:\S+ ){0,3}(?:digest|alert)\b[^\p{L}]*(?:pls|please)?[.!]?$/u;

/** "swap nd for dy", "cerium out, lanthanum in". */
const SWAP = /^(?:swap|replace|exchange|substitute)\b|\bout\b.{1,30}\bin\b(?!\s+(?:#|the\b|\d))/u;

/** "the friday post should come at 16:00", "can my alert be at 1600". */
const TO_BE = String.raw`\b(?:come|be|go|arrive|run|fire|trigger|have|include|start|show|say|watch|land|move|use|need|get|do with|repeat|end|list|cover|also)(?!\p{L})`;
const BE_CHANGED = new RegExp(
  String.raw`\b(?:digests?|alerts?|posts?|reports?|updates?|one|summary|message|reminder|subscription|newsletter|briefing)\b.{0,40}?\b(?:should|shall|must|needs? to|has to|ought to|can|could|may|might)\b.{0,12}${TO_BE}|^(?:please\s+)?(?:can|could|should|must|may|let|have|make)\s+(?:the|my|our|that|this|it|digest|alert)\b.{1,40}?${TO_BE}`,
  'u',
);

/** "no, Tuesdays", "rather at 10", "i meant 7 in the evening": of what was just set up. */
function corrected(rest: string, { signs, alert }: SeenClause): Intent | undefined {
  if (signs.rule || (alert && /\d/u.test(rest))) return 'alert.edit';
  if (signs.often || signs.clock || signs.once || signs.place) return 'digest.edit';
  return /^(?:\d{1,2}\b(?!\s*(?:kg|t\b|%|[$€£]))|(?:make|set|change|move)\b.{0,20}\d)/u.test(rest) &&
    !/^(?:19|20)\d\d/u.test(rest)
    ? 'digest.edit'
    : undefined;
}
