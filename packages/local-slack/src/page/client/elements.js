/** Presses, choices and inputs on what the app has sent: reads them, asks where the app wants it, and sends them. */
import { ask } from './overlays/ask.js';
import { around } from './dom.js';
import { openMenu } from './overlays/menu.js';
import { perform } from './server.js';

/** @typedef {import('../page-types.ts').SurfaceId} SurfaceId */

/**
 * The message or view that an element is on.
 * @param {HTMLElement} element
 * @returns {SurfaceId}
 */
function surfaceOf(element) {
  const view = element.closest('[data-view]');
  if (view instanceof HTMLElement) return { view: view.dataset['view'] ?? '' };
  const article = element.closest('article');
  return { channel: article?.dataset['channel'] ?? '', ts: article?.dataset['ts'] ?? '' };
}

/** @param {HTMLElement} element */
const whichOf = (element) => ({
  surface: surfaceOf(element),
  block: element.dataset['block'] ?? '',
  action: element.dataset['action'] ?? '',
});

/** Whether the person goes on, where the app wants them asked. @param {HTMLElement} element */
async function isConfirmed(element) {
  const { confirm } = element.dataset;
  if (confirm === undefined) return true;
  const { title, text, confirm: yes, deny, style } = JSON.parse(confirm);
  return ask({
    title: title?.text ?? 'Are you sure?',
    text: text?.text ?? '',
    yes: yes?.text ?? 'Yes',
    no: deny?.text ?? 'Cancel',
    danger: style === 'danger',
  });
}

/**
 * Tells what was chosen in an element.
 * @param {HTMLElement} element
 * @param {unknown} given
 */
export async function choose(element, given) {
  if (!(await isConfirmed(element))) return;
  await perform({ act: 'select', ...whichOf(element), given });
}

/**
 * What the app offers for what was typed.
 * @param {HTMLElement} element
 * @param {string} typed
 */
export async function suggestFor(element, typed) {
  const { options } = await perform({ act: 'suggest', ...whichOf(element), given: typed });
  return options ?? [];
}

/** @param {HTMLElement} button */
async function press(button) {
  if (!(await isConfirmed(button))) return;
  button.setAttribute('aria-busy', 'true');
  await perform({ act: 'press', ...whichOf(button), value: button.dataset['press'] ?? '' });
  button.removeAttribute('aria-busy');
}

/** The boxes of one group that are ticked. @param {HTMLElement} group */
export const tickedIn = (group) =>
  [...group.querySelectorAll('input:checked')].map((box) =>
    box instanceof HTMLInputElement ? box.value : '',
  );

/**
 * What a field holds, as it is sent. A date with a time has no zone, and rich text is words: the server makes more of it.
 * @param {HTMLElement} field
 * @returns {unknown}
 */
export function valueOf(field) {
  const { type } = field.dataset;
  if (type === 'checkboxes') return tickedIn(field);
  if (type === 'radio_buttons') return tickedIn(field)[0] ?? null;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || field.value === '')
    return null;
  if (type === 'rich_text_input') return { rich: field.value };
  return type === 'datetimepicker' ? { local: field.value } : field.value;
}

/** Once, at the start. */
export function readyElements() {
  document.addEventListener('click', (event) => {
    const button = around(event, '[data-press], [data-overflow], [data-show]');
    if (!button) return;
    if (button.dataset['press'] !== undefined) void press(button);
    else if (button.dataset['overflow'] !== undefined) openOverflow(button);
    else showPicture(button);
  });
  document.addEventListener('change', (event) => {
    const field = around(event, '.field[data-action], .choices[data-action]');
    if (field) void choose(field, valueOf(field));
  });
}

/** @param {HTMLElement} button */
function openOverflow(button) {
  /** @type {{ text: string, value: string, description?: string }[]} */
  const choices = JSON.parse(button.dataset['overflow'] ?? '[]');
  const items = choices.map(({ text, value, description }) => ({
    text,
    ...(description !== undefined && { note: description }),
    run: () => void choose(button, value),
  }));
  openMenu(button, items, 'More actions');
}

/** A picture of another host is fetched when someone asks for it. @param {HTMLElement} button */
function showPicture(button) {
  const image = new Image();
  image.alt = button.dataset['alt'] ?? '';
  image.referrerPolicy = 'no-referrer';
  image.addEventListener('error', () => image.replaceWith('It cannot be fetched from here.'));
  image.src = button.dataset['show'] ?? '';
  button.replaceWith(image);
}
