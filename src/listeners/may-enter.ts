/** Who may enter prices by hand: as the feeds file says. */
import type { WebClient } from '@slack/web-api';
import type { ListenerDeps } from './deps.ts';
import { isAdmin } from './person.ts';

export const MAY_NOT =
  '*You may not enter prices here.* An admin can, or can let you: `mayEnter` in the feeds file, `ADMIN_USERS` in the environment.';

export async function mayEnter(
  client: WebClient,
  user: string,
  deps: Pick<ListenerDeps, 'quotes' | 'adminUsers' | 'log'>,
): Promise<boolean> {
  const who = deps.quotes.settings.mayEnter;
  if (who === 'everyone') return true;
  return who === 'admins' ? await isAdmin(client, user, deps) : who.includes(user);
}
