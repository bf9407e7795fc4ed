/** What Slack says of a person, and who is an admin here. Scope: users:read. */
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { knownZone } from '#src/delivery/schedule.ts';
import type { ListenerDeps } from './deps.ts';

export interface Person {
  /** Of their Slack, as `knownZone` knows it; UTC where Slack does not say. */
  readonly zone: string;
  /** An admin or owner of the workspace. */
  readonly isAdmin: boolean;
}

const noAnswer = z.object({ data: z.object({ error: z.enum(['missing_scope', 'user_not_found']) }) });

/** Where Slack does not tell (the scope was not granted, or the person is of another workspace): nobody of note, in UTC. */
export async function readPerson(
  client: WebClient,
  id: string,
  { log }: Pick<ListenerDeps, 'log'>,
): Promise<Person> {
  try {
    const { user } = await client.users.info({ user: id });
    return {
      zone: knownZone(user?.tz ?? '') ?? 'UTC',
      isAdmin: [user?.is_admin, user?.is_owner, user?.is_primary_owner].includes(true),
    };
  } catch (error) {
    if (!noAnswer.safeParse(error).success) throw error;
    log.warn({ error, user: id }, 'Slack does not say who somebody is: they count as no admin, in UTC');
    return { zone: 'UTC', isAdmin: false };
  }
}

/** Whether a person is an admin: one of ADMIN_USERS, or of Slack's own admins and owners. */
export async function isAdmin(
  client: WebClient,
  id: string,
  deps: Pick<ListenerDeps, 'adminUsers' | 'log'>,
): Promise<boolean> {
  return deps.adminUsers.includes(id) || (await readPerson(client, id, deps)).isAdmin;
}
