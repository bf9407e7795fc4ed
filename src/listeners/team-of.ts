/** The workspace that an interaction comes from. */

/** Apps of a whole organisation get no team of their own with some interactions: then it is the person's. */
export function teamOf(body: {
  readonly team: { readonly id: string } | null;
  readonly user: { readonly team_id?: string | undefined };
}): string {
  const team = body.team?.id ?? body.user.team_id;
  if (team === undefined) throw new Error('Slack names no workspace with an interaction');
  return team;
}
