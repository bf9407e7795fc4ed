/** What "it" is: one that the same message names before, or the newest that they have, be it a digest or an alert. */
import type { Actor } from '#src/access/actor.ts';
import { ALERT_NOUN, DIGEST_NOUN } from '#src/domain/watching/requests/intents/intent-words.ts';
import { otherKind } from '#src/domain/watching/requests/other-kind.ts';
import type { AskedRequest } from '#src/domain/watching/requests/request.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { candidatesOf } from './targets.ts';

/** "Send the friday digest now, then pause it": of the one that is named before. */
export const withSpokenOf = (requests: readonly AskedRequest[]): readonly AskedRequest[] =>
  requests.map((request, at) => {
    const [of = ''] = request.intent.split('.');
    const before = requests
      .slice(0, at)
      .findLast(
        ({ intent, target }) => intent.startsWith(`${of}.`) && target !== undefined && target.this !== true,
      );
    return request.target?.this === true && before?.target !== undefined
      ? { ...request, target: before.target }
      : request;
  });

/** "Delete it", where an alert was made last: of that. */
export async function ofNewest(
  deps: ListenerDeps,
  { text, actor }: { readonly text: string; readonly actor: Actor },
  requests: readonly AskedRequest[],
): Promise<readonly AskedRequest[]> {
  const [only, ...more] = requests;
  const other =
    only === undefined
      ? undefined
      : (otherKind(only.intent) ?? (isBareNumber(only, text) ? 'alert.edit' : undefined));
  const isNamed = DIGEST_NOUN.test(text.toLowerCase()) || ALERT_NOUN.test(text.toLowerCase());
  if (only?.target?.this !== true || other === undefined || more.length > 0 || isNamed) return requests;
  const newest = async (of: 'digest' | 'alert') =>
    Math.max(
      0,
      ...(await candidatesOf({ deps, actor }, of))
        .filter(({ owner }) => owner === actor.user)
        .map(({ createdAt }) => createdAt),
    );
  const [digest, alert] = [await newest('digest'), await newest('alert')];
  const isAlert = only.intent.startsWith('alert.');
  if (isAlert ? alert >= digest : digest >= alert) return requests;
  if (other === 'alert.edit') return [asPrice(only)];
  const asks = other === 'alert.snooze' && (only.for ?? only.until) === undefined ? ['for'] : [];
  return [{ ...only, intent: other, ask: [...only.ask.filter((slot) => slot !== 'for'), ...asks] }];
}

/** "No, 8": an hour of a digest, and a price of an alert. */
const isBareNumber = ({ intent, schedule }: AskedRequest, text: string): boolean =>
  intent === 'digest.edit' &&
  schedule?.at !== undefined &&
  /^\D*\b\d{1,2}[\s.!]*$/u.test(text) &&
  !/[:#@]/u.test(text);

/** An hour read as the price that it is of an alert. */
function asPrice({ schedule, ...request }: AskedRequest): AskedRequest {
  const level = Number.parseInt(String(schedule?.at), 10);
  return { ...request, intent: 'alert.edit', rule: { low: level, high: level } };
}
