/** Who asks, as far as it decides what they may: made of what Slack says with a request and of a person. */

/** From most to least: an admin of the workspace, one of its people, a guest in it, anybody of another company. */
export const STANDINGS = ['admin', 'member', 'guest', 'outsider'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Where the app is installed. */
export interface Home {
  readonly team: string;
  /** The organisation that the workspace is of; `undefined` where it is of none. */
  readonly enterprise: string | undefined;
  /** Whether the app is installed in the whole organisation: each of its workspaces then has data of its own. */
  readonly orgWide: boolean;
}

/** What a request tells by itself. Slack signs it, so nobody but Slack can have made it up. */
export interface Signs {
  readonly user: string;
  /** The workspaces and organisations that it says the person is of. */
  readonly teams: readonly string[];
  /** The workspace and the organisation that it is made in. */
  readonly workspace: string | undefined;
  readonly enterprise: string | undefined;
  /** Whether the workspace is only what the request says of the person: of a press in a channel that others share, their own. */
  readonly workspaceIsPersons?: boolean;
  /** Where it comes from. */
  readonly channel: string | undefined;
  /** Whether that is a channel that is shared with another company. */
  readonly sharedOutside: boolean;
}

/** What Slack says of a person. */
export interface Profile {
  readonly team: string | undefined;
  readonly enterprise: string | undefined;
  /** The workspaces of the organisation that the person is in. */
  readonly workspaces: readonly string[];
  /** Of another company, seen through a shared channel. */
  readonly stranger: boolean;
  readonly guest: boolean;
  /** Of the workspace that the person is of; where the app is in all of an organisation, of no other one. */
  readonly admin: boolean;
  /** Of the whole organisation. */
  readonly organisationAdmin: boolean;
}

/** `nobody`: Slack has no such person for us. `undefined`: Slack does not tell. */
export type KnownProfile = Profile | 'nobody' | undefined;

export interface Actor {
  /** The workspace whose data the request is about: where the app is installed, never where an outsider is at home. */
  readonly team: string;
  readonly user: string;
  /** The workspace or organisation that the person is of, where that is known. */
  readonly userTeam: string | undefined;
  readonly standing: Standing;
  /** The conversation that the request comes from: who asks is in it. */
  readonly channel: string | undefined;
  /** Whether another company reads along there, as far as the request tells. */
  readonly sharedOutside: boolean;
  /** Whether the app is installed in this workspace and no other: then nobody can reach what is stored under another. */
  readonly alone: boolean;
  /** Where they are: their "today" is of this time zone. */
  readonly zone: string;
}

/**
 * @param adminUsers People whom the app's own settings name as admins; of the workspace, or they are none.
 * @param zone UTC where Slack does not say.
 */
export function actorOf(
  home: Home,
  signs: Signs,
  profile: KnownProfile,
  adminUsers: readonly string[],
  zone = 'UTC',
): Actor {
  const outside = isOutside(home, signs, profile);
  const known = profile === 'nobody' ? undefined : profile;
  const ours = home.orgWide && !outside && signs.enterprise === home.enterprise;
  const team = (ours ? signs.workspace : undefined) ?? home.team;
  const isAdmin =
    known?.organisationAdmin === true || (known?.admin === true && (!home.orgWide || known.team === team));
  return {
    team,
    user: signs.user,
    userTeam: signs.teams.find((one) => one !== home.team) ?? known?.team ?? signs.teams[0],
    standing: outside ? 'outsider' : standingInside(signs.user, known?.guest, isAdmin, adminUsers),
    channel: signs.channel,
    sharedOutside: signs.sharedOutside,
    alone: !home.orgWide,
    zone,
  };
}

function standingInside(
  user: string,
  isGuest: boolean | undefined,
  isAdmin: boolean,
  adminUsers: readonly string[],
): Standing {
  if (adminUsers.includes(user)) return 'admin';
  if (isGuest === true) return 'guest';
  return isAdmin ? 'admin' : 'member';
}

/** One sign of another company is enough; that somebody of the organisation is in the workspace, Slack must say. */
function isOutside(home: Home, signs: Signs, profile: KnownProfile): boolean {
  if (profile === 'nobody' || profile?.stranger === true) return true;
  const { team, enterprise, orgWide } = home;
  const sameOrganisation = enterprise !== undefined && profile?.enterprise === enterprise;
  const inWorkspace = sameOrganisation && (orgWide || profile.workspaces.includes(team));
  if (profile?.team !== undefined && profile.team !== team && !inWorkspace) return true;
  const organisationAsks = orgWide && enterprise !== undefined && signs.enterprise === enterprise;
  const isOurs = (id: string): boolean =>
    id === team ||
    (id === enterprise && (inWorkspace || orgWide)) ||
    (inWorkspace && profile.workspaces.includes(id)) ||
    (organisationAsks && id === signs.workspace && signs.workspaceIsPersons !== true);
  if (!signs.teams.every(isOurs)) return true;
  // In a shared channel, whoever is not said to be ours may be anybody.
  return signs.sharedOutside && signs.teams.length === 0 && profile?.team === undefined;
}
