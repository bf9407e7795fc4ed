/** The app was removed from a workspace, and what is kept of it goes; or it only lost its token, and all is kept. */
import type { App } from '@slack/bolt';
import { EVERY } from '#src/platform/forgettables.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';

export function registerRemoved(app: App, { forgetWorkspace, log }: ListenerDeps): void {
  async function forget(team: string, seconds: number): Promise<void> {
    // Slack tells whole seconds.
    await forgetWorkspace(team, seconds * 1000 + 999);
    log.info({ team }, 'the app was removed from a workspace; what was kept of it until then is gone');
  }
  app.event('app_uninstalled', async ({ body }) => {
    const whole = body.authorizations?.[0]?.is_enterprise_install === true;
    await forget(whole ? EVERY : body.team_id, body.event_time);
  });
  // An organisation has taken the app out of some of its workspaces.
  app.event('team_access_revoked', async ({ event, body }) => {
    for (const team of event.team_ids) await forget(team, body.event_time);
  });
  // Comes with a removal, before it or after it, and also alone: a token was revoked to have a new one, or a person's was.
  app.event('tokens_revoked', async ({ event, body }) => {
    if ((event.tokens.bot ?? []).length === 0) return;
    log.warn(
      { team: body.team_id },
      'the bot’s token was revoked: reinstall the app, and start Lodestone with its new token. Digests and alerts are kept',
    );
  });
}
