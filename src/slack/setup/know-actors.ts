/** Knows who makes each request: one middleware for commands, events, presses and forms. */
import type { AnyMiddlewareArgs, Context, Middleware } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { actorOf, type Actor, type Home, type Signs } from '#src/access/actor.ts';
import { createExpiringMap } from '#src/platform/expiring-map.ts';
import type { Forgettables } from '#src/platform/forgettables.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';
import { readPerson, type Person } from '#src/slack/person.ts';
import { readSigns } from './signs.ts';

/** Who was made an admin, or a guest, is one after so long. */
const LIFETIME_MS = 60_000;
const PEOPLE = 5000;

interface ActorDeps extends Pick<ListenerDeps, 'log'> {
  readonly client: WebClient;
  /** People who are admins here beside Slack's own. */
  readonly adminUsers: readonly string[];
  /** Where it is registered: who is what is known by who they are, whatever workspace asks. */
  readonly forgettables: Pick<Forgettables, 'register'>;
  /** Milliseconds. */
  readonly now: () => number;
}

type Know = (forAnswers: boolean) => Promise<Actor>;

interface KnownActors {
  /** Global middleware: nothing is asked of Slack before a listener wants to know. */
  readonly middleware: Middleware<AnyMiddlewareArgs>;
  /** Learns where the app is installed: without that, nobody can be answered. @param anew Asks again. Rejects where Slack does not say. */
  readonly findHome: (anew?: boolean) => Promise<Home>;
  /** Who asks a question: where Slack can't be asked, whoever the request says. */
  readonly knowAsker: (signs: Signs) => Promise<Actor>;
}

export function knowActors({ client, adminUsers, forgettables, now, log }: ActorDeps): KnownActors {
  const people = createExpiringMap<Person>({
    capacity: PEOPLE,
    lifetimeMs: LIFETIME_MS,
    now,
  });
  let home: Home | undefined;
  forgettables.register({
    what: 'who is an admin, a guest or a stranger',
    forgetTeam: (_team, until) => {
      people.revise((_user, person, since) => (since <= until ? undefined : person));
      home = undefined;
    },
    forgetOld: () => people.revise((_user, person) => person),
  });

  async function findHome(anew = false): Promise<Home> {
    if (home !== undefined && !anew) return home;
    const said = await client.auth.test();
    home = {
      team: said.team_id ?? '',
      enterprise: said.enterprise_id,
      orgWide: said.is_enterprise_install === true,
    };
    return home;
  }

  async function findPerson(user: string): Promise<Person> {
    const known = people.get(user);
    if (known !== undefined) return known;
    const person = await readPerson(client, user, { log });
    people.set(user, person);
    return person;
  }

  async function know(signs: Signs, forAnswers: boolean): Promise<Actor> {
    const at = await findHome();
    const person = await findPerson(signs.user).catch((error: unknown) => {
      if (!forAnswers) throw error;
      log.warn({ error, user: signs.user }, 'Slack does not say who asks: the request itself decides');
      return undefined;
    });
    return actorOf(at, signs, person?.profile, adminUsers, person?.zone);
  }

  const middleware: Middleware<AnyMiddlewareArgs> = async ({ body, context, next }) => {
    const signs = readSigns(body);
    if (signs !== undefined) {
      const known = new Map<boolean, Promise<Actor>>();
      const found: Know = (forAnswers) => {
        const actor = known.get(forAnswers) ?? know(signs, forAnswers);
        known.set(forAnswers, actor);
        // Whoever tries once more is not told of the first failure.
        actor.catch(() => known.delete(forAnswers));
        return actor;
      };
      context['actor'] = found;
    }
    await next();
  };
  return { middleware, findHome, knowAsker: (signs) => know(signs, true) };
}

const isKnow = (found: unknown): found is Know => typeof found === 'function';

function knower(context: Context): Know {
  const found: unknown = context['actor'];
  if (!isKnow(found)) throw new Error('Slack names nobody with a request that somebody made');
  return found;
}

/** Who makes a request, for what they may do. @throws Where Slack can't be asked: nobody may what is not known. */
export async function actorIn(context: Context): Promise<Actor> {
  return await knower(context)(false);
}

/** Who asks a question: where Slack can't be asked, whoever the request says. */
export async function askerIn(context: Context): Promise<Actor> {
  return await knower(context)(true);
}
