/** A menu below a button: arrow keys, Escape, and the focus goes back where it came from. */
import { make } from '../dom.js';

/** @typedef {{ text: string, note?: string, danger?: boolean, checked?: boolean, run: () => void }} Item */

/** @type {(() => void) | undefined} */
let closeOpen;

/**
 * @param {HTMLElement} anchor
 * @param {readonly Item[]} items
 * @param {string} label
 * @param {string} [className]
 */
export function openMenu(anchor, items, label, className = '') {
  closeOpen?.();
  const buttons = items.map((item) =>
    make(
      'button',
      {
        type: 'button',
        role: item.checked === undefined ? 'menuitem' : 'menuitemradio',
        class: item.danger ? 'danger' : undefined,
        'aria-checked': item.checked === undefined ? undefined : String(item.checked),
        onclick: () => {
          close();
          item.run();
        },
      },
      make('span', { text: item.text }),
      item.note !== undefined && make('small', { text: item.note }),
    ),
  );
  const menu = make('div', { class: `menu ${className}`, role: 'menu', 'aria-label': label }, ...buttons);
  // In a dialog, or what is modal would lie over it.
  (anchor.closest('dialog') ?? document.body).append(menu);
  place(menu, anchor);
  anchor.setAttribute('aria-expanded', 'true');

  /** @param {Event} event */
  const leave = (event) => {
    if (event.target instanceof Node && !menu.contains(event.target) && !anchor.contains(event.target))
      close();
  };
  function close() {
    closeOpen = undefined;
    const hadFocus = menu.contains(document.activeElement);
    menu.remove();
    anchor.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', leave, true);
    if (hadFocus) anchor.focus();
  }
  closeOpen = close;
  document.addEventListener('pointerdown', leave, true);
  menu.addEventListener('keydown', (event) => {
    const at = buttons.findIndex((button) => button === document.activeElement);
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step !== undefined) buttons.at((at + step) % buttons.length)?.focus();
    else if (event.key === 'Home') buttons.at(0)?.focus();
    else if (event.key === 'End') buttons.at(-1)?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  buttons[0]?.focus();
}

/**
 * Below the anchor, or above where there is no room.
 * @param {HTMLElement} box
 * @param {Element} anchor
 */
export function place(box, anchor) {
  const around = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const below = around.bottom + 4 + height < innerHeight;
  box.style.left = `${Math.max(8, Math.min(around.left, innerWidth - width - 8))}px`;
  box.style.top = `${below ? around.bottom + 4 : Math.max(8, around.top - height - 4)}px`;
}
