/** Short notices at the edge: what Slack's client would tell, what went wrong, that the app is back. */
import { byId, make } from '../dom.js';

const SHOWN_MS = 6000;

/** @param {string} text */
export function toast(text) {
  const box = make('p', { class: 'toast', text });
  byId('toasts').append(box);
  setTimeout(() => box.remove(), SHOWN_MS);
}
