/** What Slack says of a person. Scope: users:read. */
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { KnownProfile } from '#src/access/actor.ts';
import { knownZone } from '#src/domain/watching/schedules/schedule.ts';
import { slackErrorName } from '#src/platform/connection/slack-refusals.ts';
import type { ListenerDeps } from './deps.ts';

export interface Person {
  /** Of their Slack, as `knownZone` knows it; UTC where Slack does not say. */
  readonly zone: string;
  readonly profile: KnownProfile;
}

/** Slack's answers that mean: of this person it says nothing. */
const NO_ANSWER = new Set(['missing_scope', 'user_not_found', 'user_not_visible']);

/** What `users.info` has beside what the SDK's type knows. */
const user = z.object({
  team_id: z.string().optional(),
  tz: z.string().optional(),
  is_stranger: z.boolean().optional(),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  is_admin: z.boolean().optional(),
  is_owner: z.boolean().optional(),
  is_primary_owner: z.boolean().optional(),
  enterprise_user: z
    .object({
      enterprise_id: z.string().optional(),
      teams: z.array(z.string()).default([]),
      is_admin: z.boolean().optional(),
      is_owner: z.boolean().optional(),
    })
    .optional(),
});

/** Where the scope was not granted, Slack tells nothing: nobody of note, in UTC. @throws What else Slack answers with. */
export async function readPerson(
  client: WebClient,
  id: string,
  { log }: Pick<ListenerDeps, 'log'>,
): Promise<Person> {
  try {
    const said = user.parse((await client.users.info({ user: id })).user);
    return {
      zone: knownZone(said.tz ?? '') ?? 'UTC',
      profile: {
        team: said.team_id,
        enterprise: said.enterprise_user?.enterprise_id,
        workspaces: said.enterprise_user?.teams ?? [],
        stranger: said.is_stranger === true,
        guest: said.is_restricted === true || said.is_ultra_restricted === true,
        admin: [said.is_admin, said.is_owner, said.is_primary_owner].includes(true),
        organisationAdmin: [said.enterprise_user?.is_admin, said.enterprise_user?.is_owner].includes(true),
      },
    };
  } catch (error) {
    const reason = slackErrorName(error);
    if (reason === undefined || !NO_ANSWER.has(reason)) throw error;
    log.warn({ error, user: id }, 'Slack does not say who somebody is: they count as no admin, in UTC');
    return { zone: 'UTC', profile: reason === 'missing_scope' ? undefined : 'nobody' };
  }
}
