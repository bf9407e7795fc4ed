/** What may be meant while one types: slash commands that the manifest declares, their words, people, channels. */
import { make } from './dom.js';
import { state } from './state.js';

/** @typedef {{ insert: string, text: string, note: string }} Offer */

const MOST = 8;
let count = 0;

/**
 * What the text before the cursor asks for, and where it begins.
 * @param {string} before
 * @returns {{ from: number, offers: Offer[] } | undefined}
 */
export function offersFor(before) {
  const [, command = '', typed = ''] = /^(\/\S+)\s+(\S*)$/.exec(before) ?? [];
  if (/^\/\S*$/.test(before)) {
    const offers = state.commands
      .filter((one) => one.command.startsWith(before))
      .map((one) => ({
        insert: `${one.command} `,
        text: one.command,
        note: `${one.hint}\n${one.description}`,
      }));
    return { from: 0, offers };
  }
  if (command !== '') {
    const hint = state.commands.find((one) => one.command === command)?.hint ?? '';
    const words =
      /\[([^[\]]+)\]/
        .exec(hint)?.[1]
        ?.split('|')
        .map((word) => word.trim()) ?? [];
    const offers = words
      .filter((word) => /^[\w-]+$/.test(word) && word.startsWith(typed.toLowerCase()) && word !== typed)
      .map((word) => ({ insert: `${word} `, text: word, note: command }));
    return { from: before.length - typed.length, offers };
  }
  const [, sign = '', name = ''] = /(?:^|\s)([@#])([\w.-]*)$/.exec(before) ?? [];
  const names =
    sign === '@'
      ? state.people.map((one) => ({
          name: one.name,
          note: one.is_bot ? `${one.real_name} (app)` : one.real_name,
        }))
      : state.channels.filter(({ kind }) => kind !== 'im').map((one) => ({ name: one.name, note: '' }));
  if (sign === '') return undefined;
  const offers = names
    .filter((one) => one.name.startsWith(name.toLowerCase()))
    // The app first: it is what one came for.
    .toSorted((a, b) => Number(b.note.endsWith('(app)')) - Number(a.note.endsWith('(app)')))
    .map((one) => ({ insert: `${sign}${one.name} `, text: `${sign}${one.name}`, note: one.note }));
  return { from: before.length - name.length - 1, offers };
}

/** @param {HTMLTextAreaElement} box */
export function createSuggest(box) {
  const id = `suggest-${(count += 1)}`;
  const list = make('ul', {
    id,
    class: 'suggest',
    role: 'listbox',
    'aria-label': 'Suggestions',
    hidden: true,
  });
  box.setAttribute('role', 'combobox');
  box.setAttribute('aria-controls', id);
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-expanded', 'false');
  /** @type {Offer[]} */
  let offers = [];
  let from = 0;
  let at = 0;

  function close() {
    offers = [];
    draw();
  }
  function look() {
    const found = offersFor(box.value.slice(0, box.selectionEnd));
    offers = (found?.offers ?? []).slice(0, MOST);
    from = found?.from ?? 0;
    at = 0;
    draw();
  }
  function draw() {
    const open = offers.length > 0;
    list.hidden = !open;
    box.setAttribute('aria-expanded', String(open));
    if (open) box.setAttribute('aria-activedescendant', `${id}-${at}`);
    else box.removeAttribute('aria-activedescendant');
    list.replaceChildren(
      ...offers.map(({ text, note }, index) =>
        make(
          'li',
          {
            id: `${id}-${index}`,
            role: 'option',
            'aria-selected': String(index === at),
            // Not click: the box would lose the focus first.
            onpointerdown: (event) => {
              event.preventDefault();
              take(index);
            },
          },
          make('b', { text }),
          make('span', { text: note }),
        ),
      ),
    );
  }
  /** @param {number} index */
  function take(index) {
    const { insert } = offers[index] ?? { insert: '' };
    const after = box.value.slice(box.selectionEnd);
    box.value = box.value.slice(0, from) + insert + after;
    box.setSelectionRange(from + insert.length, from + insert.length);
    box.dispatchEvent(new Event('input'));
  }
  /**
   * @param {KeyboardEvent} event
   * @returns {boolean} whether it was meant for the list
   */
  function takeKey(event) {
    if (offers.length === 0) return false;
    const step = { ArrowDown: 1, ArrowUp: offers.length - 1 }[event.key];
    const typedAll = box.value.trim() === offers[at]?.insert.trim() || /^\/\S+\s+$/.test(box.value);
    if (step !== undefined) at = (at + step) % offers.length;
    else if (event.key === 'Tab' || (event.key === 'Enter' && !typedAll)) take(at);
    else if (event.key === 'Escape') close();
    else return false;
    if (step !== undefined) draw();
    event.preventDefault();
    return true;
  }
  box.addEventListener('blur', close);
  return { list, look, close, takeKey };
}
