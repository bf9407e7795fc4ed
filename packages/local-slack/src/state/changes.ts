/** The stream of what changes in the workspace and on the wire. Tests, terminal and page all wait on it. */
import type { Exchange } from '../wire/exchange-log.ts';
import type { Message } from '../wire/wire-types.ts';

export type Change =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'message-changed'; readonly message: Message; readonly before: Message }
  | { readonly kind: 'message-removed'; readonly message: Message }
  | { readonly kind: 'home'; readonly user: string }
  | { readonly kind: 'views'; readonly user: string }
  | { readonly kind: 'channels' }
  | { readonly kind: 'files' }
  /** All that was said and open is gone. */
  | { readonly kind: 'emptied' }
  /** What the Slack client would tell one user: that an app did not answer, for example. */
  | { readonly kind: 'notice'; readonly user: string; readonly text: string }
  | { readonly kind: 'sockets'; readonly open: number }
  | { readonly kind: 'exchange'; readonly exchange: Exchange };

export type Changes = {
  emit: (change: Change) => void;
  /** Calls `listener` at each change, until the returned function is called. */
  subscribe: (listener: (change: Change) => void) => () => void;
};

export function createChanges(): Changes {
  const listeners = new Set<(change: Change) => void>();
  return {
    emit: (change) => {
      for (const listener of listeners) listener(change);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
