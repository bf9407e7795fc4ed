/** The workspace's clock, and the dialog that moves it. */
import { byId, make } from './dom.js';
import { perform } from './server.js';
import { state } from './state.js';

const DAY_MS = 86_400_000;

export function drawClock() {
  const { shown, zone, moved } = state.clock;
  const button = byId('clock');
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  button.textContent = `${shown} in ${city}${moved ? ' (moved)' : ''}`;
  button.classList.toggle('moved', moved);
}

/** The next Monday after a local date and time, at nine. @param {string} local */
export function nextMonday(local) {
  const day = Date.parse(`${local.slice(0, 10)}T00:00Z`);
  const ahead = (8 - new Date(day).getUTCDay()) % 7 || 7;
  return `${new Date(day + ahead * DAY_MS).toISOString().slice(0, 10)}T09:00`;
}

/** Once, at the start. */
export function readyClock() {
  byId('clock').addEventListener('click', () => {
    const dialog = byId('ask');
    if (!(dialog instanceof HTMLDialogElement)) return;
    const input = make('input', {
      type: 'datetime-local',
      id: 'clock-input',
      class: 'field',
      value: state.clock.local,
    });
    const move = (/** @type {string | undefined} */ local) => () => {
      dialog.close();
      void perform({ act: 'clock', ...(local !== undefined && { local }) });
    };
    dialog.replaceChildren(
      make('h2', { id: 'ask-title', text: 'Move the time' }),
      make('p', {
        text: 'The local Slack and the app behind it then live at that time, and digests that fall due are sent.',
      }),
      make('label', { class: 'label', for: 'clock-input', text: `Date and time in ${state.clock.zone}` }),
      input,
      make(
        'footer',
        {},
        make('button', { type: 'button', class: 'btn', text: 'Back to now', onclick: move(undefined) }),
        make('button', {
          type: 'button',
          class: 'btn',
          text: 'Next Monday 09:00',
          onclick: move(nextMonday(state.clock.local)),
        }),
        make('button', {
          type: 'button',
          class: 'btn primary',
          text: 'Move',
          onclick: () => move(input.value)(),
        }),
      ),
    );
    dialog.setAttribute('aria-labelledby', 'ask-title');
    dialog.showModal();
  });
}
