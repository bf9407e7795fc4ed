/** A part of a workspace's subscriptions or alerts. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';

/** Those of a channel, those of a person, or those of either. */
export interface Narrowed {
  readonly channel?: string;
  readonly owner?: string;
}

/** The condition for it: nothing equals what is not given. */
export function isOf({ channel, owner }: Narrowed): RawBuilder<SqlBool> {
  return sql<SqlBool>`(channel = ${channel ?? null} or owner = ${owner ?? null})`;
}
