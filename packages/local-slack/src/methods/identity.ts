/** auth, users, bots, team: who is who. */
import { SlackError } from '../wire/slack-error.ts';
import type { Slack } from '../slack.ts';
import { findPerson, teamOf } from '../state/workspace.ts';
import type { Json, Person } from '../wire/wire-types.ts';
import { cutPage, requiredArg, textArg, type Methods } from './method.ts';

export const identityMethods: Methods = {
  'api.test': { scopes: [], run: (_slack, args) => ({ args }) },
  'auth.test': {
    scopes: [],
    run: ({ workspace: { team, bot, organisation } }) => ({
      url: `https://${team.domain}.slack.com/`,
      team: team.name,
      user: bot.name.toLowerCase(),
      team_id: organisation?.whole === true ? organisation.id : team.id,
      user_id: bot.userId,
      bot_id: bot.botId,
      ...(organisation !== undefined && { enterprise_id: organisation.id }),
      is_enterprise_install: organisation?.whole === true,
    }),
  },
  'users.info': {
    scopes: ['users:read'],
    run: (slack, args) => {
      const person = findPerson(slack.workspace, requiredArg(args, 'user'));
      if (!person) throw new SlackError('user_not_found');
      return { user: describePerson(slack, person) };
    },
  },
  'users.list': {
    scopes: ['users:read'],
    run: (slack, args) => {
      const { page, next } = cutPage(slack.workspace.people, args, 1000);
      return {
        members: page.map((person) => describePerson(slack, person)),
        cache_ts: Math.floor(slack.workspace.now() / 1000),
        response_metadata: { next_cursor: next },
      };
    },
  },
  'bots.info': {
    scopes: ['users:read'],
    run: ({ workspace: { bot, appId } }, args) => {
      const id = textArg(args, 'bot');
      if (id !== undefined && id !== bot.botId) throw new SlackError('bot_not_found');
      return {
        bot: {
          id: bot.botId,
          app_id: appId,
          user_id: bot.userId,
          name: bot.name,
          deleted: false,
          updated: 0,
          icons: {},
        },
      };
    },
  },
  'team.info': {
    scopes: ['team:read'],
    run: ({ workspace: { team } }) => ({
      team: {
        ...team,
        url: `https://${team.domain}.slack.com/`,
        email_domain: '',
        icon: {},
        is_verified: false,
      },
    }),
  },
};

/** A person as `users.info` answers. The offset is the zone's, in seconds, at the workspace's time. */
function describePerson({ workspace }: Slack, person: Person): Json {
  const { id, name, real_name, tz, is_admin, is_restricted, is_bot, team_id, workspaces } = person;
  const { organisation } = workspace;
  const { stranger } = teamOf(workspace, id);
  const profile = {
    real_name,
    display_name: real_name,
    real_name_normalized: real_name,
    team: team_id,
  };
  return {
    id,
    team_id,
    name,
    deleted: false,
    real_name,
    tz,
    tz_label: tz,
    tz_offset: offsetSeconds(tz, workspace.now()),
    profile: is_bot ? { ...profile, bot_id: workspace.bot.botId, api_app_id: workspace.appId } : profile,
    is_admin,
    is_owner: false,
    is_restricted,
    is_ultra_restricted: false,
    ...(stranger && { is_stranger: true }),
    ...(organisation !== undefined &&
      !stranger && {
        enterprise_user: { id, enterprise_id: organisation.id, teams: [...workspaces, team_id] },
      }),
    is_bot,
    is_app_user: false,
    updated: 0,
    locale: 'en-US',
  };
}

function offsetSeconds(timeZone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const text = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const match = /GMT([+-])(\d+):(\d+)/.exec(text);
  return match ? (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 3600 + Number(match[3]) * 60) : 0;
}
