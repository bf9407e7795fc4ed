/** One line to each admin, as a direct message, once an occasion. */
import { newDelivery } from '#src/storage/deliveries.ts';
import type { Db } from '#src/storage/database/schema.ts';
import type { DeliveryDeps } from '#src/delivery/deps.ts';
import { enqueue } from '#src/delivery/enqueue.ts';

interface AdminNotice {
  /** What it is about: "feed smm". */
  readonly subject: string;
  /** Names the occasion: of one, nobody hears twice. */
  readonly occasion: string;
  /** As mrkdwn. */
  readonly text: string;
}

/** Within a transaction: the notices are on their way when that is committed. */
export async function tellAdmins(
  deps: Pick<DeliveryDeps, 'queue' | 'config'>,
  db: Db,
  { team, admins, at }: { readonly team: string; readonly admins: readonly string[]; readonly at: number },
  { subject, occasion, text }: AdminNotice,
): Promise<void> {
  const payload = JSON.stringify({ of: 'feed', text });
  const notices = admins.map((admin) =>
    newDelivery({ team, kind: 'notice', subject, slot: `${occasion} ${admin}`, channel: admin }, at, {
      payload,
    }),
  );
  if (notices.length > 0) await enqueue(deps, db, notices, at);
}
