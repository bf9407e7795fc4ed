/** Makes the local Slack answer badly at random, and tells when a post begins and when it is made. */
import type { Simulator } from '#src/playground/simulator.ts';

type Fault = Parameters<Simulator['faults']['fail']>[1];

const FAULTS: readonly (readonly [string, Fault])[] = [
  ['429', { status: 429, retryAfter: 1 }],
  ['500, not posted', { status: 500 }],
  ['500, posted', { status: 500, afterDoing: true }],
  ['timeout, not posted', { hang: true }],
  ['timeout, posted', { hang: true, afterDoing: true }],
  ['timeout, posted', { hang: true, afterDoing: true }],
  ['fatal_error, posted', { error: 'fatal_error', afterDoing: true }],
  ['invalid_blocks', { error: 'invalid_blocks' }],
];

export interface Mischief {
  /** How many answers of each kind were bad. */
  readonly counts: Readonly<Record<string, number>>;
  /** Calls `listener` when a post has begun, and when it has been made, before it is answered. */
  onPost(listener: (when: 'begun' | 'made') => void): void;
  stop(): void;
}

/** @param share of all posts and look-ups that are answered badly, from 0 to 1 */
export function makeMischief(slack: Simulator, share: number, random: () => number): Mischief {
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
    const [name, fault] = FAULTS[Math.floor(random() * FAULTS.length)] ?? FAULTS[0] ?? ['', {}];
    if (!isPost && fault.error !== undefined) return;
    const label = isPost ? name : `history: ${name.replace(/,.*/, '')}`;
    counts[label] = (counts[label] ?? 0) + 1;
    // The call that has just begun takes it.
    slack.faults.fail(method, fault);
  });
  return { counts, onPost: (given) => void (listener = given), stop };
}
