/** Which day it is for somebody who asks: where they are, not where the bot runs. */
import type { Actor } from '#src/access/actor.ts';
import { dayIn, noonOf } from '#src/domain/measure/days.ts';
import type { ListenerDeps } from '#src/slack/deps.ts';

/** Noon of the asker's day: years and days are counted from it. */
export const todayOf = ({ now }: Pick<ListenerDeps, 'now'>, { zone }: Pick<Actor, 'zone'>): Date =>
  noonOf(dayIn(now().getTime(), zone));
