/** The workspace's clock, and the dialog that moves it. */
import { byId, make } from './dom.js';
import { perform } from './server.js';
import { state } from './state.js';

const DAY_MS = 86_400_000;

/** What the server said last, and by how much its time is ahead of this machine's. */
let known = state.clock;
let aheadMs = 0;

export function drawClock() {
  if (known !== state.clock) aheadMs = state.clock.at - Date.now();
  known = state.clock;
  const { zone, moved } = known;
  const button = byId('clock');
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  const text = `${shownAt(now(), zone)} in ${city}${moved ? ' (moved)' : ''}`;
  if (button.textContent !== text) button.textContent = text;
  button.classList.toggle('moved', moved);
}

const now = () => Date.now() + aheadMs;

/**
 * `Tue 24 Nov, 09:41`
 * @param {number} at
 * @param {string} timeZone
 */
export function shownAt(at, timeZone) {
  const day = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  });
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  return `${day.format(at).replace(',', '')}, ${time.format(at)}`;
}

/**
 * `2026-11-24T09:41`, for an input of date and time.
 * @param {number} at
 * @param {string} timeZone
 */
const localAt = (at, timeZone) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    .format(at)
    .replace(' ', 'T');

/** The next Monday after a local date and time, at nine. @param {string} local */
export function nextMonday(local) {
  const day = Date.parse(`${local.slice(0, 10)}T00:00Z`);
  const ahead = (8 - new Date(day).getUTCDay()) % 7 || 7;
  return `${new Date(day + ahead * DAY_MS).toISOString().slice(0, 10)}T09:00`;
}

/** Once, at the start. */
export function readyClock() {
  setInterval(drawClock, 1000);
  byId('clock').addEventListener('click', () => {
    const dialog = byId('ask');
    if (!(dialog instanceof HTMLDialogElement)) return;
    const input = make('input', {
      type: 'datetime-local',
      id: 'clock-input',
      class: 'field',
      value: localAt(now(), state.clock.zone),
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
          onclick: move(nextMonday(localAt(now(), state.clock.zone))),
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
