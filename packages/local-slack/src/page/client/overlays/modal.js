/** Modals: the topmost view in a dialog; submitting, field errors, closing. */
import { around, byId, fromServer, sign } from '../dom.js';
import { valueOf } from '../elements.js';
import { keepEdits } from '../keep-edits.js';
import { chosenIn, fillSelects } from '../select.js';
import { perform } from '../server.js';
import { state } from '../state.js';

/** What is shown. */
let shown = '';
/** Something is pressed in it, and not let go. */
let pressed = false;

/**
 * Whether someone is in the midst of something in a view: drawn anew, it would be taken from under their hand.
 * @param {HTMLElement} dialog
 */
const inHand = (dialog) => pressed || dialog.querySelector('[role=combobox][aria-expanded=true]') !== null;

export function drawModal() {
  const dialog = byId('modal');
  const top = state.views.at(-1);
  if (!(dialog instanceof HTMLDialogElement)) return;
  if (!top) {
    shown = '';
    if (dialog.open) dialog.close();
    dialog.replaceChildren();
    // The focus goes back where it was, and in some browsers without a caret: what is typed would go nowhere.
    const back = document.activeElement;
    if (back instanceof HTMLTextAreaElement) back.setSelectionRange(back.value.length, back.value.length);
    return;
  }
  if (shown === top.html) return;
  const before = dialog.querySelector('form');
  const sameView = before?.dataset['view'] === top.id;
  if (sameView && inHand(dialog)) return;
  const focused = document.activeElement?.id ?? '';
  shown = top.html;
  const form = fromServer(top.html);
  fillSelects(form, sameView ? before : undefined);
  if (sameView) keepEdits(before, form);
  form.querySelector('[data-close=all]')?.replaceChildren(sign('close'));
  dialog.replaceChildren(form);
  dialog.setAttribute('aria-labelledby', `${top.id}-title`);
  if (!dialog.open) dialog.showModal();
  const first =
    sameView && focused !== ''
      ? document.getElementById(focused)
      : form.querySelector('[autofocus], .modal-body input, .modal-body textarea');
  if (first instanceof HTMLElement) first.focus();
  else form.querySelector('.modal-body')?.dispatchEvent(new Event('focus'));
}

function letGo() {
  if (!pressed) return;
  pressed = false;
  // After the click that comes of it.
  setTimeout(drawModal);
}

/** Once, at the start. */
export function readyModal() {
  const dialog = byId('modal');
  dialog.addEventListener('pointerdown', () => (pressed = true));
  dialog.addEventListener('keydown', ({ key }) => (pressed ||= key === ' '));
  for (const end of ['pointerup', 'pointercancel', 'keyup', 'blur']) window.addEventListener(end, letGo);
  dialog.addEventListener('closed', () => setTimeout(drawModal));
  dialog.addEventListener('submit', (event) => {
    event.preventDefault();
    if (event.target instanceof HTMLFormElement) void submit(event.target);
  });
  dialog.addEventListener('click', (event) => {
    const close = around(event, '[data-close]')?.dataset['close'];
    if (close !== undefined) void perform({ act: 'close', all: close === 'all' });
  });
  // Escape closes the view, and the server says what is left.
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    void perform({ act: 'close', all: false });
  });
  dialog.addEventListener('keydown', (event) => {
    const { target } = event;
    if (event.key !== 'Enter' || !(target instanceof HTMLInputElement)) return;
    if (!target.closest('[data-dispatch]')) return;
    // Such a field tells the app on Enter, and submits nothing.
    event.preventDefault();
    target.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

/** @param {HTMLFormElement} form */
async function submit(form) {
  const inputs = [...form.querySelectorAll('[data-input] [data-action]')].filter(
    (field) => field instanceof HTMLElement,
  );
  const fields = inputs.map((field) => ({
    block: field.dataset['block'] ?? '',
    action: field.dataset['action'] ?? '',
    given: field.classList.contains('select') ? chosenIn(field) : valueOf(field),
  }));
  const button = form.querySelector('button[type=submit]');
  button?.setAttribute('aria-busy', 'true');
  const { errors = {} } = await perform({ act: 'submit', fields });
  button?.removeAttribute('aria-busy');
  for (const block of form.querySelectorAll('[data-input]')) {
    if (!(block instanceof HTMLElement)) continue;
    const error = errors[block.dataset['input'] ?? ''];
    const box = block.querySelector('input, textarea, [role=group], [role=radiogroup]');
    const place = block.querySelector('.error');
    if (place) place.textContent = error ?? '';
    if (error === undefined) box?.removeAttribute('aria-invalid');
    else box?.setAttribute('aria-invalid', 'true');
  }
  const wrong = form.querySelector('[aria-invalid=true]');
  if (wrong instanceof HTMLElement) wrong.focus();
}
