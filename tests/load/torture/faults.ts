/** Makes the local Slack answer badly at random, and tells when a post begins and when it is made. */
import type { Simulator } from 'local-slack';

type Fault = Parameters<Simulator['faults']['fail']>[1];

const VERY_LATE = 'timeout, posted when it was posted again';
const ALL: readonly (readonly [string, Fault])[] = [
  ['429', { status: 429, retryAfter: 1 }],
  ['500, not posted', { status: 500 }],
  ['500, posted', { status: 500, afterDoing: true }],
  ['timeout, not posted', { hang: true }],
  ['timeout, posted', { hang: true, afterDoing: true }],
  ['timeout, posted', { hang: true, afterDoing: true }],
  ['fatal_error, posted', { error: 'fatal_error', afterDoing: true }],
  ['invalid_blocks', { error: 'invalid_blocks' }],
  ['unknown error, posted', { error: 'service_hiccup', afterDoing: true }],
  ['unknown error, not posted', { error: 'service_hiccup' }],
  ['empty, posted', { body: '', afterDoing: true }],
  ['a page, posted', { body: '<html>502</html>', afterDoing: true }],
  ['a page, not posted', { body: '<html>502</html>' }],
  ['cut, posted', { body: '{"ok":true,"channel":"C0', afterDoing: true }],
  ['no ts, posted', { body: '{"ok":true}', afterDoing: true }],
  ['timeout, posted late', { hang: true, doneAfter: 900 }],
  [VERY_LATE, { hang: true, doneAfter: 6_000 }],
];

export interface Mischief {
  /** How many answers of each kind were bad. */
  readonly counts: Readonly<Record<string, number>>;
  /** Calls `listener` when a post has begun, and when it has been made, before it is answered. */
  onPost(listener: (when: 'begun' | 'made') => void): void;
  stop(): void;
}

/**
 * @param share of all posts and look-ups that are answered badly, from 0 to 1
 * @param readable whether history can be read
 */
export function makeMischief(
  slack: Simulator,
  share: number,
  random: () => number,
  readable: boolean,
): Mischief {
  // A second copy can't be found where history can't be read, and is none: nothing is repeated there.
  const faults = readable ? ALL : ALL.filter(([name]) => name !== VERY_LATE);
  const counts: Record<string, number> = {};
  let listener: ((when: 'begun' | 'made') => void) | undefined;
  const stop = slack.subscribe((change) => {
    if (change.kind === 'message' && change.message.bot_id !== undefined) listener?.('made');
    if (change.kind !== 'exchange' || change.exchange.direction !== 'from-app') return;
    const { method, answer } = change.exchange;
    if (answer !== undefined) return;
    const isPost = method === 'chat.postMessage';
    if (isPost) listener?.('begun');
    if (random() >= (isPost ? share : share / 3)) return;
    if (!isPost && method !== 'conversations.history') return;
    const [name, fault] = faults[Math.floor(random() * faults.length)] ?? ['', {}];
    if (!isPost && (fault.error !== undefined || fault.doneAfter !== undefined)) return;
    const label = isPost ? name : `history: ${name.replace(/,.*/, '')}`;
    counts[label] = (counts[label] ?? 0) + 1;
    // The call that has just begun takes it.
    slack.faults.fail(method, fault);
  });
  return { counts, onPost: (given) => void (listener = given), stop };
}
