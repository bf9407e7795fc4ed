/** Why the start failed, for the person who started it. */
import { z } from 'zod';
import { StartError } from './errors.ts';
import { adviceOnRefusal, slackErrorName } from './connection/slack-refusals.ts';

const systemError = z.object({ code: z.string(), message: z.string(), port: z.number().optional() });
const unreachable = z.object({ code: z.string().startsWith('slack_webapi_'), message: z.string() });

/** A few lines: what is wrong, and how to mend it. Only what nobody foresaw comes with its stack. */
export function explainStartFailure(error: unknown): string {
  if (error instanceof StartError) return `Lodestone cannot start.\n\n${error.message}`;
  const refusal = slackErrorName(error);
  if (refusal !== undefined) {
    return `Slack refused the start (${refusal}). ${adviceOnRefusal(error) ?? 'See api.slack.com/apps.'}`;
  }
  if (unreachable.safeParse(error).success) {
    return `Slack cannot be reached: ${messageOf(error)} Check the network, and SLACK_API_URL if it is set.`;
  }
  const system = systemError.safeParse(error).data;
  if (system?.code === 'EADDRINUSE') {
    return `Port ${system.port ?? ''} is taken. Stop what uses it, or set PORT to another one.`;
  }
  if (system?.code === 'EADDRNOTAVAIL')
    return 'LISTEN_HOST is no address of this machine. Set it to one, or leave it out for all of them.';
  if (system?.code === 'EACCES')
    return `Port ${system.port ?? ''} is not allowed. Set PORT to 1024 or above.`;
  return `Lodestone cannot start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
