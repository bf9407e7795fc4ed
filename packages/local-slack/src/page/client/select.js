/** Selects of the app: a box to type in and a list below. Options are given, or come from the app, or are people and channels. */
import { make } from './dom.js';
import { choose, suggestFor } from './elements.js';
import { sameIn } from './keep-edits.js';
import { place } from './overlays/menu.js';
import { state } from './state.js';

/** @typedef {{ text: string, value: string, description?: string, group?: string }} Choice */
/**
 * @typedef {{ many: boolean, source: 'static' | 'external' | 'users' | 'channels' | 'conversations', choices: Choice[], chosen: Choice[],
 *   least: number, most?: number, label: string, input?: string, describedBy?: string, placeholder: string }} Spec
 */

let count = 0;
/** How long one stops typing before the app is asked. */
const PAUSE_MS = 120;

/**
 * What was chosen in a select since the server drew it: in its form, drawn anew, it stays.
 * @type {WeakMap<HTMLElement, Choice[]>}
 */
const chosenSince = new WeakMap();

/**
 * Makes a combobox of each select that is still empty.
 * @param {HTMLElement} within
 * @param {HTMLElement | null} [before] what is drawn anew
 */
export function fillSelects(within, before) {
  const kept = new Map(before ? sameIn(before, within, '.select').map(([box, next]) => [next, box]) : []);
  for (const box of within.querySelectorAll('[data-select]')) {
    if (!(box instanceof HTMLElement)) continue;
    const old = kept.get(box);
    fill(box, old && chosenSince.get(old));
  }
}

/** What a select holds, as it is sent: a value, a list of them, or null. @param {HTMLElement} box */
export function chosenIn(box) {
  /** @type {string[]} */
  const values = JSON.parse(box.dataset['chosen'] ?? '[]');
  return box.dataset['many'] === undefined ? (values[0] ?? null) : values;
}

/** @param {HTMLElement} box @param {Choice[]} [since] */
function fill(box, since) {
  /** @type {Spec} */
  const spec = JSON.parse(box.dataset['select'] ?? '{}');
  delete box.dataset['select'];
  if (spec.many) box.dataset['many'] = '';
  const listId = `list-${(count += 1)}`;
  const drawn = spec.chosen.map((one) => named(spec, one));
  let chosen = since ?? drawn;
  /** @type {Choice[]} */
  let shown = [];
  let at = -1;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;

  /** @type {HTMLInputElement} */
  const input = make('input', {
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    id: spec.input,
    'aria-label': spec.input === undefined ? spec.label : undefined,
    'aria-describedby': spec.describedBy,
    'aria-expanded': 'false',
    'aria-controls': listId,
    'aria-autocomplete': 'list',
    placeholder: spec.placeholder,
    oninput: () => look(),
    onclick: () => look(),
    onblur: () => close(),
  });
  const chips = make('span', { class: 'chips' });
  const list = make('ul', {
    id: listId,
    class: 'options',
    role: 'listbox',
    'aria-label': spec.label,
    'aria-multiselectable': spec.many,
    hidden: true,
  });
  box.replaceChildren(chips, input, list);
  keep();

  function keep() {
    box.dataset['chosen'] = JSON.stringify(chosen.map(({ value }) => value));
    if (chosen === drawn) chosenSince.delete(box);
    else chosenSince.set(box, chosen);
    input.value = spec.many ? '' : (chosen[0]?.text ?? '');
    if (!spec.many) return;
    chips.replaceChildren(
      ...chosen.map((one) =>
        make('button', {
          type: 'button',
          class: 'chip',
          'aria-label': `Remove ${one.text}`,
          text: `${one.text} ×`,
          onclick: () => take(one),
        }),
      ),
    );
  }
  /** @param {Choice} one */
  function take(one) {
    const has = chosen.some(({ value }) => value === one.value);
    if (!spec.many) chosen = [one];
    else if (has) chosen = chosen.filter(({ value }) => value !== one.value);
    else if (spec.most === undefined || chosen.length < spec.most) chosen = [...chosen, one];
    keep();
    close();
    void choose(box, chosenIn(box));
  }
  /** @returns {void} */
  function look() {
    const isOld = !spec.many && input.value === (chosen[0]?.text ?? '');
    const typed = isOld ? '' : input.value.trim().toLowerCase();
    if (spec.source !== 'external')
      return show(local(spec).filter(({ text }) => text.toLowerCase().includes(typed)));
    clearTimeout(pause);
    if (typed.length < spec.least)
      return show([], `Type ${spec.least === 1 ? 'a letter' : `${spec.least} letters`} to search`);
    pause = setTimeout(() => {
      void suggestFor(box, input.value.trim()).then(
        (found) => document.activeElement === input && show(found),
      );
    }, PAUSE_MS);
  }
  /**
   * @param {readonly Choice[]} choices
   * @param {string} [empty]
   */
  function show(choices, empty = 'No results') {
    shown = [...choices];
    at = shown.findIndex(({ value }) => chosen.some((one) => one.value === value));
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    draw(empty);
    place(list, input);
  }
  /** @param {string} [empty] */
  function draw(empty) {
    let group = '';
    const lines = shown.flatMap((one, index) => {
      const isChosen = chosen.some(({ value }) => value === one.value);
      const line = make(
        'li',
        {
          id: `${listId}-${index}`,
          role: 'option',
          'aria-selected': String(isChosen),
          class: index === at ? 'active' : undefined,
          onpointerdown: (event) => {
            event.preventDefault();
            take(one);
          },
        },
        make('span', { text: one.text }),
        one.description !== undefined && make('small', { text: one.description }),
      );
      const heading = one.group !== undefined && one.group !== group;
      group = one.group ?? '';
      return heading ? [make('li', { class: 'group', role: 'presentation', text: group }), line] : [line];
    });
    list.replaceChildren(
      ...(lines.length > 0
        ? lines
        : [make('li', { class: 'group', role: 'presentation', text: empty ?? '' })]),
    );
    if (at >= 0) input.setAttribute('aria-activedescendant', `${listId}-${at}`);
    else input.removeAttribute('aria-activedescendant');
    list.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }
  function close() {
    clearTimeout(pause);
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    if (!spec.many && input.value.trim() === '' && chosen.length > 0) {
      chosen = [];
      void choose(box, null);
    }
    keep();
    box.dispatchEvent(new Event('closed', { bubbles: true }));
  }
  input.addEventListener('keydown', (event) => {
    const open = !list.hidden;
    const one = shown[at];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!open) look();
      else if (shown.length > 0)
        at = (at + (event.key === 'ArrowDown' ? 1 : shown.length - (at < 0 ? 0 : 1))) % shown.length;
      draw();
    } else if (event.key === 'Enter' && open && one) take(one);
    else if (event.key === 'Escape' && open) close();
    else if (event.key === 'Backspace' && input.value === '' && spec.many) {
      const last = chosen.at(-1);
      if (last) take(last);
      return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

/**
 * Those that need no question to the app.
 * @param {Spec} spec
 * @returns {Choice[]}
 */
function local({ source, choices }) {
  const people = state.people.map(({ id, real_name }) => ({
    value: id,
    text: source === 'users' ? real_name : `@${real_name}`,
  }));
  const channels = state.channels
    .filter(({ kind }) => kind !== 'im')
    .map(({ id, name }) => ({ value: id, text: `#${name}` }));
  const im = state.channels
    .filter(({ kind }) => kind === 'im')
    .map(({ id, name }) => ({ value: id, text: `@${name}` }));
  if (source === 'users') return people;
  if (source === 'channels') return channels;
  return source === 'conversations' ? [...channels, ...im] : choices;
}

/**
 * People and channels are known to the app by id, to a person by name.
 * @param {Spec} spec
 * @param {Choice} one
 */
const named = (spec, one) => local(spec).find(({ value }) => value === one.value) ?? one;
