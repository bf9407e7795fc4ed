/** Forgetting: what was kept of a workspace that removed the app, and a price that was taken back, in rows, files and memory. */
import { EVERY, type Forgettables } from '#src/platform/forgettables.ts';
import type { InFlight } from '#src/platform/in-flight.ts';
import type { Log } from '#src/platform/log.ts';
import type { Store } from '#src/storage/database/database.ts';
import { scrub } from '#src/storage/database/scrub.ts';
import { deleteWorkspace, keptTeams } from '#src/storage/database/workspaces.ts';

export interface Installed {
  readonly team: string;
  /** In all of an organisation: its workspaces have rows of their own. */
  readonly orgWide: boolean;
}

interface ForgettingDeps {
  readonly store: Store;
  readonly forgettables: Forgettables;
  readonly inFlight: InFlight;
  readonly log: Log;
  /** Where the token works now; `undefined` where Slack refuses it. */
  readonly installed: () => Promise<Installed | undefined>;
}

interface Forgetting {
  /**
   * Forgets a workspace. Slack repeats an event for hours: where the token works again, the app was installed anew since,
   * and only what is older than the removal goes. Where it works nowhere any more, nobody is left whose rows these could be:
   * all go, also what an earlier version stored under another company's workspace.
   * @param team `EVERY`: the app was removed from a whole organisation.
   * @param removedAt When the app was removed; milliseconds since 1970.
   */
  forgetWorkspace(team: string, removedAt: number): Promise<void>;
  /** A price of a series was taken back: its pictures go, and what the files still hold of it. */
  forgetQuotes(series: string): void;
  /** For every hour: what could not be done while somebody read the database. */
  goOn(): void;
}

export function createForgetting(deps: ForgettingDeps): Forgetting {
  const { store, forgettables, inFlight, log, installed } = deps;
  /** What the database's files may still hold. */
  let left: 'nothing' | 'log' | 'free pages' = 'nothing';

  async function cleanFiles(): Promise<void> {
    if (left === 'nothing') return;
    try {
      const done = await scrub(store, { anew: left === 'free pages' });
      left = done ? 'nothing' : 'log';
    } catch (error) {
      log.warn(
        { error },
        'what was deleted may still be in the database’s file; it is tried again in an hour',
      );
    }
  }

  async function forgetAll(team: string, until: number): Promise<void> {
    for (const one of team === EVERY ? await keptTeams(store.db) : [team])
      await deleteWorkspace(store.db, one, until);
    forgettables.forgetTeam(team, until);
    left = 'free pages';
    await cleanFiles();
  }

  return {
    forgetWorkspace: async (given, removedAt) => {
      // Where Slack does not say, as if it were installed.
      const now = await installed().catch(() => ({ team: given, orgWide: false }));
      const team = now === undefined ? EVERY : given;
      const isInstalled = now !== undefined && (given === EVERY || now.orgWide || now.team === given);
      const until = isInstalled ? removedAt : Infinity;
      await forgetAll(team, until);
      // A question that was under way may have been noted since.
      void inFlight
        .run(async () => {
          await inFlight.settled();
          await forgetAll(team, until);
        })
        .catch((error: unknown) => log.error({ error, team }, 'a removed workspace is not wholly forgotten'));
    },
    forgetQuotes: (series) => {
      forgettables.forgetQuotes(series);
      if (left === 'nothing') left = 'log';
      void inFlight.run(cleanFiles);
    },
    goOn: () => void inFlight.run(cleanFiles),
  };
}
