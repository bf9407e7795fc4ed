/** Who may ask over HTTP: under which names this server is reached, from which pages, and with which token. */
import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import type { Actor } from '#src/access/actor.ts';
import { mostOf, overInWords, type Limits, type Whose } from '#src/access/limits.ts';
import { nextTurn } from '#src/access/pace.ts';
import type { Tokens } from '#src/api/tokens.ts';
import type { Forgettables } from '#src/platform/forgettables.ts';
import { createTeamMap } from '#src/platform/team-map.ts';
import type { ApiToken } from '#src/storage/api-tokens.ts';
import type { Problem } from './problem.ts';

const MINUTE_MS = 60_000;
/** More tokens than ask within a minute anywhere. */
const TOKENS = 5000;
const BEARER = /^Bearer +([\w.~+/-]+=*) *$/i;

/**
 * Whether this server is reached under a name. A page of another site can make a browser believe that its own name is this
 * machine: an address in figures can't be so mistaken.
 * @param host With or without a port
 * @param names Beside the machine's own
 */
function isOurs(host: string, names: readonly string[]): boolean {
  const { hostname = '' } = URL.parse(`http://${host}`) ?? {};
  const bare = hostname.replace(/^\[|\]$/g, '');
  return bare === 'localhost' || isIP(bare) !== 0 || names.includes(bare);
}

/** What speaks against where a request comes from; `undefined` where nothing does. */
export function whyNotFrom(
  { host = '', origin }: Pick<IncomingHttpHeaders, 'host' | 'origin'>,
  names: readonly string[],
): Problem | undefined {
  if (!isOurs(host, names))
    return {
      status: 403,
      detail: 'This server is not reached under that name. PUBLIC_URL says under which it is.',
    };
  if (origin === undefined) return undefined;
  const page = URL.parse(origin);
  return page !== null && isOurs(page.host, names)
    ? undefined
    : { status: 403, detail: 'Pages of other sites may not ask here. Ask from a program of your own.' };
}

/** Whoever shows a token is one of the workspace's people, and can look up nothing else than what they are told. */
const actorOf = ({ team, id }: Pick<ApiToken, 'team' | 'id'>): Actor => ({
  team,
  user: `token ${id}`,
  userTeam: team,
  standing: 'member',
  channel: undefined,
  sharedOutside: false,
  alone: true,
  zone: 'UTC',
});

export interface Gate {
  /** Who shows a token, and that they may ask once more; or why not. */
  letIn(headers: Pick<IncomingHttpHeaders, 'authorization'>): Promise<Actor | Problem>;
}

interface GateDeps {
  readonly tokens: Pick<Tokens, 'find'>;
  readonly limits: Limits;
  readonly forgettables: Forgettables;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Tells tokens, and how often each of them, and all of a workspace, may ask. */
export function createGate({ tokens, limits, forgettables, now }: GateDeps): Gate {
  const kept = createTeamMap<number>({
    what: 'how often each token asks, as an instant',
    forgettables,
    capacity: TOKENS,
    lifetimeMs: 2 * MINUTE_MS,
    now,
  });

  /** Counts a request; or says why it is one too many, and does not count it. */
  function takeTurn({ team, id }: ApiToken): Problem | undefined {
    const at = now();
    const most = mostOf(limits, 'requests', 'member');
    const turnOf = (key: string, whose: Whose) =>
      nextTurn(kept.get(team, key), at, { most: most[whose], withinMs: MINUTE_MS });
    const [own, shared] = [turnOf(id, 'person'), turnOf('all', 'workspace')];
    if (own.ok && shared.ok) {
      kept.set(team, id, own.paidOff);
      kept.set(team, 'all', shared.paidOff);
      return undefined;
    }
    const [whose, refused] = own.ok ? (['workspace', shared] as const) : (['person', own] as const);
    const waitMs = refused.ok ? 0 : refused.waitMs;
    return {
      status: 429,
      detail: overInWords({ limited: 'requests', whose, most, waitMs }),
      headers: { 'retry-after': String(Math.max(1, Math.ceil(waitMs / 1000))) },
    };
  }

  return {
    letIn: async ({ authorization = '' }) => {
      const [, shown] = BEARER.exec(authorization) ?? [];
      const token = shown === undefined ? undefined : await tokens.find(shown);
      if (token !== undefined) return takeTurn(token) ?? actorOf(token);
      const error = shown === undefined ? '' : ', error="invalid_token"';
      return {
        status: 401,
        detail:
          shown === undefined
            ? 'Show a token: “Authorization: Bearer …”. An admin makes one in Slack with “/nd api new <what it is for>”.'
            : 'That token is none, or was revoked. An admin makes one in Slack with “/nd api new <what it is for>”.',
        headers: { 'www-authenticate': `Bearer realm="Lodestone"${error}` },
      };
    },
  };
}
