/** The app was removed from a workspace, or lost its token: what is kept of that workspace goes. */
import type { App } from '@slack/bolt';
import type { ListenerDeps } from '../deps.ts';

export function registerRemoved(app: App, { forgetWorkspace, log }: ListenerDeps): void {
  app.event('app_uninstalled', async ({ body }) => {
    await forgetWorkspace(body.team_id);
    log.info({ team: body.team_id }, 'the app was removed from a workspace; all that was kept of it is gone');
  });
  app.event('tokens_revoked', async ({ event, body }) => {
    // People's own tokens are revoked too; the bot's means that nothing can be posted there any more.
    if ((event.tokens.bot ?? []).length === 0) return;
    await forgetWorkspace(body.team_id);
    log.info(
      { team: body.team_id },
      'the bot’s token was revoked; all that was kept of its workspace is gone',
    );
  });
}
