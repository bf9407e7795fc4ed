/** Asks before something is done: for confirm objects of the app, and for what can't be undone. */
import { byId, make } from '../dom.js';

/**
 * @param {{ title: string, text: string, yes: string, no?: string, danger?: boolean }} words
 * @returns {Promise<boolean>}
 */
export function ask({ title, text, yes, no = 'Cancel', danger = false }) {
  const dialog = byId('ask');
  if (!(dialog instanceof HTMLDialogElement)) return Promise.resolve(false);
  return new Promise((resolve) => {
    let answer = false;
    const close = (/** @type {boolean} */ given) => () => {
      answer = given;
      dialog.close();
    };
    dialog.replaceChildren(
      make('h2', { id: 'ask-title', text: title }),
      make('p', { text }),
      make(
        'footer',
        {},
        make('button', { type: 'button', class: 'btn', text: no, onclick: close(false) }),
        make('button', {
          type: 'button',
          class: `btn ${danger ? 'danger' : 'primary'}`,
          text: yes,
          onclick: close(true),
        }),
      ),
    );
    dialog.setAttribute('aria-labelledby', 'ask-title');
    dialog.addEventListener('close', () => resolve(answer), { once: true });
    dialog.showModal();
  });
}
