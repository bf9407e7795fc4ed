/** Who somebody is, by what a request and `users.info` say of them. */
import { describe, expect, it } from 'vitest';
import { actorOf, type Home, type KnownProfile, type Profile, type Signs } from '#src/access/actor.ts';
import { readSigns } from '#src/slack/setup/signs.ts';

const HOME: Home = { team: 'T1', enterprise: undefined, orgWide: false };
const IN_ORG: Home = { team: 'T1', enterprise: 'E1', orgWide: false };
const ORG_WIDE: Home = { team: 'E1', enterprise: 'E1', orgWide: true };

const signs = (given: Partial<Signs> = {}): Signs => ({
  user: 'U1',
  teams: ['T1'],
  workspace: 'T1',
  enterprise: undefined,
  channel: 'C1',
  sharedOutside: false,
  ...given,
});
const profile = (given: Partial<Profile> = {}): Profile => ({
  team: 'T1',
  enterprise: undefined,
  workspaces: [],
  stranger: false,
  guest: false,
  admin: false,
  organisationAdmin: false,
  ...given,
});

it.each<[string, Home, Partial<Signs>, KnownProfile, string]>([
  ['one of the workspace', HOME, {}, profile(), 'member'],
  ['an admin of it', HOME, {}, profile({ admin: true }), 'admin'],
  ['a guest in it', HOME, {}, profile({ guest: true }), 'guest'],
  [
    'a guest is no admin, whatever Slack says beside it',
    HOME,
    {},
    profile({ guest: true, admin: true }),
    'guest',
  ],
  ['whom ADMIN_USERS names', HOME, { user: 'U9' }, profile(), 'admin'],
  ['a request that says another team', HOME, { teams: ['T2'] }, profile(), 'outsider'],
  ['a press whose two teams differ', HOME, { teams: ['T1', 'T2'] }, profile(), 'outsider'],
  ['an admin of another company', HOME, { teams: ['T2'] }, profile({ team: 'T2', admin: true }), 'outsider'],
  [
    'somebody of another company whom ADMIN_USERS names',
    HOME,
    { user: 'U9', teams: ['T2'] },
    profile(),
    'outsider',
  ],
  ['a stranger by users.info alone', HOME, {}, profile({ stranger: true }), 'outsider'],
  ['of another team by users.info alone', HOME, {}, profile({ team: 'T2' }), 'outsider'],
  ['of another organisation', HOME, { teams: ['E2'] }, profile({ enterprise: 'E2' }), 'outsider'],
  ['somebody whom Slack does not know', HOME, {}, 'nobody', 'outsider'],
  ['where Slack does not tell', HOME, {}, undefined, 'member'],
  [
    'where nothing is told, in a shared channel',
    HOME,
    { teams: [], sharedOutside: true },
    undefined,
    'outsider',
  ],
  [
    'where only users.info tells, in a shared channel',
    HOME,
    { teams: [], sharedOutside: true },
    profile(),
    'member',
  ],
  [
    'an organisation’s one, in the workspace',
    IN_ORG,
    { teams: ['T2', 'T1'] },
    profile({ team: 'T2', enterprise: 'E1', workspaces: ['T1', 'T2'] }),
    'member',
  ],
  [
    'an organisation’s one, not in the workspace',
    IN_ORG,
    { teams: ['T2'] },
    profile({ team: 'T2', enterprise: 'E1', workspaces: ['T2'] }),
    'outsider',
  ],
  [
    'named by the organisation, in the workspace',
    IN_ORG,
    { teams: ['E1'] },
    profile({ enterprise: 'E1', workspaces: ['T1'] }),
    'member',
  ],
  ['named by the organisation alone', IN_ORG, { teams: ['E1'] }, undefined, 'outsider'],
  [
    'installed everywhere: of any workspace',
    ORG_WIDE,
    { teams: ['T2'], workspace: 'T2', enterprise: 'E1' },
    profile({ team: 'T2', enterprise: 'E1', workspaces: ['T2'] }),
    'member',
  ],
  [
    'installed everywhere: Slack tells nothing more',
    ORG_WIDE,
    { teams: ['T2'], workspace: 'T2', enterprise: 'E1' },
    undefined,
    'member',
  ],
  [
    'installed everywhere: another organisation',
    ORG_WIDE,
    { teams: ['T3'], workspace: 'T3', enterprise: 'E2' },
    profile({ team: 'T3', enterprise: 'E2' }),
    'outsider',
  ],
])('%s', (_, home, given, known, standing) => {
  expect(actorOf(home, signs(given), known, ['U9']).standing).toBe(standing);
});

describe('whose data a request is about', () => {
  it.each<[string, Home, Partial<Signs>, KnownProfile, string]>([
    ['the workspace’s', HOME, {}, profile(), 'T1'],
    ['not an outsider’s own', HOME, { teams: ['T2'], workspace: 'T2' }, profile({ team: 'T2' }), 'T1'],
    [
      'of the workspace asked in, where it is installed everywhere',
      ORG_WIDE,
      { teams: ['T2'], workspace: 'T2', enterprise: 'E1' },
      profile({ team: 'T2', enterprise: 'E1' }),
      'T2',
    ],
    [
      'no other organisation’s',
      ORG_WIDE,
      { teams: ['T3'], workspace: 'T3', enterprise: 'E2' },
      profile({ team: 'T3' }),
      'E1',
    ],
  ])('%s', (_, home, given, known, team) => {
    expect(actorOf(home, signs(given), known, []).team).toBe(team);
  });
});

const event = (given: object, body: object = {}) => ({
  type: 'event_callback',
  team_id: 'T1',
  ...body,
  event: { type: 'app_mention', user: 'U1', channel: 'C1', ...given },
});

describe('what a request tells', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['a command', { command: '/nd', user_id: 'U1', team_id: 'T2' }, ['T2']],
    ['a mention', event({ team: 'T1' }), ['T1']],
    ['a mention by another company’s person', event({ user_team: 'T2', team: 'T1' }), ['T2']],
    ['a mention that names its source alone', event({ team: 'T1', source_team: 'T2' }), ['T1', 'T2']],
    ['one’s own, in a channel that others host', event({ user_team: 'T1', source_team: 'T2' }), ['T1']],
    ['a profile in it', event({ user_profile: { team: 'T2' } }), ['T2']],
    [
      'a press',
      { type: 'block_actions', user: { id: 'U1', team_id: 'T2' }, team: { id: 'T1' } },
      ['T2', 'T1'],
    ],
    [
      'an organisation’s press',
      { type: 'block_actions', user: { id: 'U1', team_id: 'T2' }, team: null },
      ['T2'],
    ],
  ])('%s', (_, body, teams) => {
    expect(readSigns(body)?.teams).toEqual(teams);
  });

  it.each([undefined, null, 'x', {}, { type: 'event_callback', event: null }, { user: null }, { team: 3 }])(
    'from %o nothing, and no error',
    (body) => {
      expect(readSigns(body)).toBeUndefined();
    },
  );
});
