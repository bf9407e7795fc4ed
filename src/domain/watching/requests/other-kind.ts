/** What is done with a digest, done with an alert, and the other way round: "it" does not say which. */
import { ALERT_NOUN, DIGEST_NOUN } from './intents/intent-words.ts';
import type { Intent } from './request.ts';

const OTHER: ReadonlyMap<Intent, Intent> = new Map([
  ['digest.delete', 'alert.delete'],
  ['digest.pause', 'alert.snooze'],
  ['digest.resume', 'alert.resume'],
  ['alert.delete', 'digest.delete'],
  ['alert.snooze', 'digest.pause'],
  ['alert.resume', 'digest.resume'],
]);

/** @example otherKind('digest.pause') // 'alert.snooze' */
export const otherKind = (intent: Intent): Intent | undefined => OTHER.get(intent);

/** Of a digest or an alert, whichever a text names; both or neither says nothing. */
export function kindNamed(text: string): 'digest' | 'alert' | undefined {
  const [digest, alert] = [DIGEST_NOUN.test(text), ALERT_NOUN.test(text)];
  return digest === alert ? undefined : digest ? 'digest' : 'alert';
}

/** The intent as it is of such a one. */
export const ofKind = (intent: Intent, kind: 'digest' | 'alert' | undefined): Intent =>
  kind === undefined || intent.startsWith(`${kind}.`) ? intent : (OTHER.get(intent) ?? intent);
