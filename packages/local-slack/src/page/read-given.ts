/** What a field of the page held, as Slack has it: a browser knows neither the person's zone nor Slack's rich text. */
import { asJson } from '../wire/json.ts';
import type { User } from '../simulator-handle.ts';
import { encodeTyped, richTextOf } from '../people/typed-text.ts';
import type { Workspace } from '../state/workspace.ts';
import { momentOf } from './local-time.ts';

/**
 * `{ local: '2026-11-30T09:00' }` becomes seconds since 1970, `{ rich: 'some words' }` a rich text; all else stays.
 * @throws Error when it is no date and time
 */
export function readGiven(workspace: Workspace, user: User, given: unknown): unknown {
  const { local, rich } = asJson(given) ?? {};
  if (typeof rich === 'string') return richTextOf(encodeTyped(workspace, rich));
  if (typeof local !== 'string') return given;
  const moment = momentOf(local, user.tz);
  if (moment === undefined) throw new Error('That is no date and time.');
  return moment / 1000;
}
