/** What a clause asks for by its form alone, whatever else was learned. */
import { takenOut } from './edits/taken-out.ts';
import { isShiftOf, putRight } from './edits/put-right.ts';
import { ALERT_NOUN, ASKING, DIGEST_NOUN } from './intents/intent-words.ts';
import type { Clause } from './intents/clause.ts';
import { takeFormat } from './read-things.ts';
import type { Intent, TypedContext } from './request.ts';
import { Rest } from './rest.ts';
import { otherSide, otherSideOfNamed } from './rules/other-side.ts';
import { takeWindow } from './times/read-window.ts';

/**
 * A side alone is of an alert, what is taken out of a digest deletes none, what was said before is put right, a window alone is of an
 * export, and what is brought back to life goes on.
 */
export function settledIntent(clause: Clause, context: TypedContext): Intent | undefined {
  const { text, head } = clause;
  if ((otherSide(text) ?? otherSideOfNamed(text)) !== undefined) return 'alert.edit';
  if (takenOut(clause, context) !== undefined || isShiftOf(clause)) return 'digest.edit';
  if (isExportOfDays(head, context.today)) return 'export';
  if (REVIVED.test(head) && !ASKING.test(head))
    return ALERT_NOUN.test(text) && !DIGEST_NOUN.test(text) ? 'alert.resume' : 'digest.resume';
  if (STORED.test(text) && PUT_RIGHT.test(text) && /\d/u.test(text) && !ASKING.test(head)) return 'quote.add';
  return putRight(text, context)?.intent;
}

/** "bring the digest back to life". */
const REVIVED =
  /^(?:bring|get|put|call|raise|have|make)\s+(?:\S+\s+){0,5}?(?:digest|post|report|alert|one|it|that|this|them|digests|alerts|everything)\b.{0,25}?\s(?:back (?:to (?:life|work)|into action|in action|alive|from the dead)|alive again)(?!\p{L})/u;

/** "a price that was stored by hand was wrong: correct it to 91". */
const STORED =
  /\b(?:price|quote|value|figure)\b[^.;:?]{0,20}\b(?:stored|saved|entered|recorded|logged|typed in|put in)\b|\b(?:stored|saved|entered|recorded|logged)\s+(?:the\s+)?(?:wrong\s+)?(?:price|quote|value|figure)\b/u;
const PUT_RIGHT =
  /\b(?:wrong(?:ly)?|correct(?:ed|ion)?|should (?:be|have been|say|read)|fix|amend|typo|mistake)(?!\p{L})/u;

const EXPORTED =
  /^(?:export|download|dump|extract|(?:(?:give|send|make|get|create|prepare|want|need|have)\s+)?(?:me\s+|us\s+)?(?:an?\s+|the\s+)?(?:export|download|dump|extract|csv|xlsx|excel|spreadsheet))(?!\p{L})/u;
/** What may stand beside the days of an export. */
const BESIDE =
  /(?<!\p{L})(?:the|of|for|from|in|as|with|to|me|us|our|all|data|prices?|quotes?|figures|numbers|values|file|sheet|please|pls|thanks|thx|now|only|just|everything|that|there|is|you|have|got|an?|and|since)(?!\p{L})/gu;

/** "export the last two years": of which metal is not said, and nothing else is. */
function isExportOfDays(head: string, today: string): boolean {
  if (!EXPORTED.test(head) || head.includes('?')) return false;
  const rest = new Rest(head.replace(EXPORTED, ''));
  takeFormat(rest);
  takeWindow(rest, today);
  return !/[\p{L}\d]/u.test(rest.left.replaceAll(BESIDE, ''));
}
