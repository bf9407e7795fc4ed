/** What a request tells of who makes it, whatever kind it is of: a command, an event, a press or a form. */
import { z } from 'zod';
import type { Signs } from '#src/access/actor.ts';

const id = z.string().min(1);
const optional = id.nullish().catch(undefined);
const named = z.object({ id, enterprise_id: optional }).nullish().catch(undefined);

const command = z.object({
  command: z.string(),
  user_id: id,
  team_id: optional,
  enterprise_id: optional,
  channel_id: optional,
  is_ext_shared_channel: z.unknown().optional(),
});

const event = z.object({
  type: z.literal('event_callback'),
  team_id: optional,
  context_team_id: optional,
  enterprise_id: optional,
  authorizations: z
    .array(z.object({ team_id: optional, enterprise_id: optional }))
    .nullish()
    .catch(undefined),
  is_ext_shared_channel: z.unknown().optional(),
  event: z.object({
    user: z.union([id, z.object({ id }).transform((user) => user.id)]),
    user_team: optional,
    source_team: optional,
    team: optional,
    user_profile: z.object({ team: optional }).nullish().catch(undefined),
    channel: id.optional().catch(undefined),
  }),
});

const interaction = z.object({
  user: z.object({ id, team_id: optional }),
  team: named,
  enterprise: named,
  channel: z.object({ id }).nullish().catch(undefined),
  view: z.object({ app_installed_team_id: optional }).nullish().catch(undefined),
  is_ext_shared_channel: z.unknown().optional(),
});

const there = (...ids: readonly (string | null | undefined)[]): readonly string[] =>
  ids.filter((one) => one !== null && one !== undefined);
const first = (...ids: readonly (string | null | undefined)[]): string | undefined => there(...ids)[0];

const isTrue = (flag: unknown): boolean => flag === true || flag === 'true';

/** `undefined` where nobody makes it. */
export function readSigns(body: unknown): Signs | undefined {
  const asCommand = command.safeParse(body).data;
  if (asCommand !== undefined) {
    const { user_id: user, team_id: team, enterprise_id: enterprise, channel_id: channel } = asCommand;
    return {
      user,
      teams: there(team),
      workspace: first(team),
      enterprise: first(enterprise),
      channel: first(channel),
      sharedOutside: isTrue(asCommand.is_ext_shared_channel),
    };
  }
  const asEvent = event.safeParse(body).data;
  if (asEvent !== undefined) return signsOfEvent(asEvent);
  const pressed = interaction.safeParse(body).data;
  if (pressed === undefined) return undefined;
  const { user, team, enterprise, channel, view } = pressed;
  const organisation = first(enterprise?.id, team?.enterprise_id);
  // Where the app is in all of an organisation, a view may name that for its workspace.
  const toldOf = there(view?.app_installed_team_id, team?.id).find((one) => one !== organisation);
  return {
    user: user.id,
    teams: there(user.team_id, team?.id),
    workspace: toldOf ?? first(user.team_id),
    workspaceIsPersons: toldOf === undefined,
    enterprise: organisation,
    channel: channel?.id,
    sharedOutside: isTrue(pressed.is_ext_shared_channel),
  };
}

/**
 * In a shared channel `user_team` says whose the person is. Without it `team` and `source_team` do, which otherwise may also
 * be the channel's host.
 */
function signsOfEvent({ event: said, ...body }: z.output<typeof event>): Signs {
  const authorization = body.authorizations?.[0];
  const own = there(said.user_team, said.user_profile?.team);
  return {
    user: said.user,
    teams: own.length > 0 ? own : there(said.team, said.source_team),
    workspace: first(authorization?.team_id, body.context_team_id, body.team_id),
    enterprise: first(authorization?.enterprise_id, body.enterprise_id),
    channel: said.channel,
    sharedOutside: isTrue(body.is_ext_shared_channel),
  };
}
