/** Talks to the server: what people do goes out, what happens comes in. */
import { state } from './state.js';
import { toast } from './overlays/toast.js';

/** @typedef {import('../page-types.ts').Act} Act */
/** @typedef {import('../page-types.ts').ActAnswer} ActAnswer */
/** @typedef {import('../page-types.ts').PageEvent} PageEvent */

const as = () => new URLSearchParams(location.search).get('as') ?? '';

/**
 * Does something as the person who is played. What went wrong is told, and returned.
 * @param {Act} act
 * @returns {Promise<ActAnswer>}
 */
export async function perform(act) {
  if (act.act !== 'read') state.actedAt = Date.now();
  try {
    const response = await fetch(`/page/act?as=${encodeURIComponent(as())}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(act),
    });
    /** @type {ActAnswer} */
    const answer = await response.json();
    if (!answer.ok && answer.error) toast(answer.error);
    return answer;
  } catch {
    toast('The local Slack does not answer. Is it still running?');
    return { ok: false };
  }
}

/**
 * Calls `take` with each event, for ever: a lost connection is made anew, and begins with a snapshot.
 * @param {(event: PageEvent) => void} take
 * @param {(there: boolean) => void} tell whether the server can be reached
 */
export function listen(take, tell) {
  const source = new EventSource(`/page/stream?as=${encodeURIComponent(as())}`);
  source.addEventListener('message', ({ data }) => take(JSON.parse(data)));
  source.addEventListener('open', () => tell(true));
  source.addEventListener('error', () => {
    tell(false);
    // A browser gives up when the server refuses; someone may start it again.
    if (source.readyState !== EventSource.CLOSED) return;
    setTimeout(() => listen(take, tell), 1000);
  });
}

/**
 * All of one exchange.
 * @param {number} id
 * @returns {Promise<import('../page-types.ts').WireDetail>}
 */
export const exchangeDetail = async (id) => (await fetch(`/page/exchange?id=${id}`)).json();
