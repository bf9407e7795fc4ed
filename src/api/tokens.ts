/**
 * The API's tokens: made, listed and revoked by admins, and found again by whoever shows one. A token is 256 random bits, so
 * that a plain hash keeps it: there is nothing in it to be guessed.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '#src/access/actor.ts';
import type { House } from '#src/access/may.ts';
import type { Refused } from '#src/access/owned.ts';
import { whyNot } from '#src/access/refusals.ts';
import {
  addApiToken,
  deleteApiToken,
  findApiToken,
  isAnyApiToken,
  listApiTokens,
  noteApiTokenUse,
  type ApiToken,
} from '#src/storage/api-tokens.ts';
import type { Store } from '#src/storage/database/database.ts';

const PREFIX = 'lode_';
const TOKEN = /^lode_[\w-]{43}$/;
/** As many as one workspace may have: what nobody uses is to be revoked. */
const MOST_TOKENS = 50;
const LONGEST_NAME = 60;
const HOUR_MS = 3_600_000;

export interface Tokens {
  /** Whether there is any: without one, the API is not there. */
  isOn(): Promise<boolean>;
  /** The token that is shown; `undefined` where it is none, or was revoked. */
  find(shown: string): Promise<ApiToken | undefined>;
  /** Makes one, for an admin. @returns the token, which is told once; or why not, as mrkdwn */
  make(actor: Actor, name: string): Promise<{ readonly token: string; readonly name: string } | Refused>;
  list(actor: Actor): Promise<readonly ApiToken[] | Refused>;
  /** Revokes one by its name or id. @returns it; `gone` where there is none, or several of that name */
  revoke(actor: Actor, named: string): Promise<ApiToken | 'gone' | Refused>;
}

interface TokensDeps {
  readonly store: Store;
  readonly house: House;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told where the use of a token can't be noted. */
  readonly onError: (error: unknown) => void;
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

export function createTokens({ store, house, now, onError }: TokensDeps): Tokens {
  const refused = (actor: Actor): Refused | undefined => {
    const why = whyNot(actor, 'api', 'tokens', house);
    return why === undefined ? undefined : { why };
  };
  return {
    isOn: () => isAnyApiToken(store.db),
    find: async (shown) => {
      if (!TOKEN.test(shown)) return undefined;
      const found = await findApiToken(store.db, hashOf(shown));
      const at = now();
      if (found !== undefined && at - (found.usedAt ?? 0) >= HOUR_MS)
        store.write((db) => noteApiTokenUse(db, found.id, at)).catch(onError);
      return found;
    },
    make: async (actor, given) => {
      const why = refused(actor);
      if (why !== undefined) return why;
      const name = given.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_NAME);
      const known = await listApiTokens(store.db, actor.team);
      if (known.length >= MOST_TOKENS)
        return { why: `*No token was made.* This workspace has ${MOST_TOKENS}: revoke one first.` };
      if (known.some((one) => one.name.toLowerCase() === name.toLowerCase()))
        return { why: '*No token was made.* There is one of that name: choose another, or revoke it first.' };
      const token = `${PREFIX}${randomBytes(32).toString('base64url')}`;
      const row = { team: actor.team, owner: actor.user, name, hash: hashOf(token) };
      await store.write((db) => addApiToken(db, row, now()));
      return { token, name };
    },
    list: async (actor) => refused(actor) ?? (await listApiTokens(store.db, actor.team)),
    revoke: async (actor, named) => {
      const why = refused(actor);
      if (why !== undefined) return why;
      const wanted = named.trim().toLowerCase();
      const all = await listApiTokens(store.db, actor.team);
      const found = all.find(({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted);
      if (found === undefined) return 'gone';
      const isGone = await store.write((db) => deleteApiToken(db, actor.team, found.id));
      return isGone ? found : 'gone';
    },
  };
}
