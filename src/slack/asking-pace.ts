/** How often people ask: so many a minute of each, and of all of a workspace together, whoever of another company apart. */
import type { Actor } from '#src/access/actor.ts';
import { mostOf, overInWords, type Limits, type Over, type Whose } from '#src/access/limits.ts';
import { nextTurn } from '#src/access/pace.ts';
import type { Forgettables } from '#src/platform/forgettables.ts';
import { createTeamMap } from '#src/platform/team-map.ts';
import { lineMessage } from '#src/presentation/line-message.ts';
import type { Message } from '#src/presentation/message.ts';

const MINUTE_MS = 60_000;
/** More people than ask within a minute anywhere; of more, the one who has not asked for longest is forgotten. */
const PEOPLE = 5000;

interface TooOften {
  readonly message: Message;
  /** Whether they were not told within the last minute: where others read along, once is enough. */
  readonly news: boolean;
}

export interface AskingPace {
  /** Counts a question. @returns what to say instead of an answer, where it is one too many: then it does not count */
  take(actor: Pick<Actor, 'team' | 'user' | 'standing'>): TooOften | undefined;
}

interface Kept {
  readonly paidOff: number;
  readonly toldAt?: number;
}

/** @param now Milliseconds. */
export function createAskingPace(limits: Limits, now: () => number, forgettables: Forgettables): AskingPace {
  const kept = createTeamMap<Kept>({
    what: 'how often each person asks, as an instant',
    forgettables,
    capacity: PEOPLE,
    lifetimeMs: 2 * MINUTE_MS,
    now,
  });
  return {
    take: ({ team, user, standing }) => {
      const at = now();
      const most = mostOf(limits, 'questions', standing);
      const turnOf = (key: string, whose: Whose) =>
        nextTurn(kept.get(team, key)?.paidOff, at, { most: most[whose], withinMs: MINUTE_MS });
      const all = standing === 'outsider' ? 'all outside' : 'all';
      const [own, shared] = [turnOf(user, 'person'), turnOf(all, 'workspace')];
      const before = kept.get(team, user);
      if (own.ok && shared.ok) {
        kept.set(team, user, { ...before, paidOff: own.paidOff });
        kept.set(team, all, { paidOff: shared.paidOff });
        return undefined;
      }
      const [whose, refused] = own.ok ? (['workspace', shared] as const) : (['person', own] as const);
      const over: Over = { limited: 'questions', whose, most, waitMs: refused.ok ? 0 : refused.waitMs };
      const { paidOff = at, toldAt } = before ?? {};
      const news = toldAt === undefined || at - toldAt >= MINUTE_MS || at < toldAt;
      kept.set(team, user, { paidOff, toldAt: news ? at : toldAt });
      return { message: lineMessage(`*That is not answered.* ${overInWords(over)}`), news };
    },
  };
}
