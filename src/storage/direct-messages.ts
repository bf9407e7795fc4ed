/** In which conversation Lodestone writes to a person: Slack says it in the answer to a post, and tells it nowhere else without a further scope. */
import type { Db } from './database/schema.ts';
import { readSetting, writeSetting } from './database/settings.ts';

const keyOf = (person: string): string => `direct message ${person}`;

/** The conversation's id, "D..."; `undefined` where it is not known yet. */
export async function findDirectMessage(db: Db, team: string, person: string): Promise<string | undefined> {
  const id = await readSetting(db, team, keyOf(person));
  return typeof id === 'string' ? id : undefined;
}

/** Keeps it for look-ups to come. */
export async function keepDirectMessage(db: Db, team: string, person: string, id: string): Promise<void> {
  if ((await findDirectMessage(db, team, person)) !== id) await writeSetting(db, team, keyOf(person), id);
}
