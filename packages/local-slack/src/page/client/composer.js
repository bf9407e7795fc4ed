/** The box one writes in: grows with the text, offers commands and people, sends on Enter. */
import { byId, make, sign } from './dom.js';
import { openMenu } from './overlays/menu.js';
import { perform } from './server.js';
import { placeNow, rowsIn, rowsOfThread, state } from './state.js';
import { createSuggest } from './suggest.js';

/** @typedef {import('../page-types.ts').Row} Row */
/** @typedef {'main' | 'thread'} Where */

/** @type {Map<Where, { box: HTMLTextAreaElement, edit: (text: string, row?: Row) => void, draw: () => void }>} */
const composers = new Map();

/** @param {Where} where */
export function readyComposer(where) {
  /** The message that is edited. @type {Row | undefined} */
  let editing;
  const id = where === 'main' ? 'box' : 'thread-box';
  const box = make('textarea', { id, rows: 1, 'aria-label': 'Message', autocomplete: 'off' });
  const suggest = createSuggest(box);
  const note = make('p', { class: 'composer-note', hidden: true });
  const send = make(
    'button',
    { type: 'submit', class: 'send', 'aria-label': 'Send', disabled: true },
    sign('send'),
  );
  const shortcuts = make(
    'button',
    {
      type: 'button',
      class: 'btn icon',
      'aria-label': 'Shortcuts',
      'aria-haspopup': 'menu',
      title: 'Shortcuts',
      onclick: () => openMenu(shortcuts, globalShortcuts(), 'Shortcuts'),
    },
    sign('shortcuts'),
  );
  const type = (/** @type {string} */ label, /** @type {string} */ text) =>
    make('button', {
      type: 'button',
      class: 'btn icon',
      'aria-label': label,
      title: label,
      text,
      onclick: () => {
        const space = /(?:^|\s)$/.test(box.value) ? '' : ' ';
        edit(text === '/' ? text : `${box.value}${space}${text}`, editing);
        box.dispatchEvent(new Event('input'));
      },
    });
  const input = make('input', { type: 'file', hidden: true, 'aria-label': 'File' });
  input.addEventListener('change', () => void dropAll(input.files ?? []).then(() => (input.value = '')));
  const attach = make(
    'button',
    {
      type: 'button',
      class: 'btn icon',
      'aria-label': 'Attach a file',
      title: 'Attach a file',
      onclick: () => input.click(),
    },
    sign('attach'),
  );
  const form = make(
    'form',
    { class: 'composer' },
    note,
    box,
    make(
      'div',
      { class: 'composer-row' },
      type('Mention someone', '@'),
      where === 'main' && type('Slash command', '/'),
      where === 'main' && attach,
      where === 'main' && input,
      shortcuts,
      make('span', { class: 'grow' }),
      send,
    ),
  );
  byId(where === 'main' ? 'composer' : 'thread-composer').replaceChildren(suggest.list, form);

  /**
   * @param {string} text
   * @param {Row} [row]
   */
  function edit(text, row) {
    editing = row;
    box.value = text;
    note.hidden = row === undefined;
    note.textContent = 'Editing. Escape leaves it as it was.';
    grow();
    box.focus();
  }
  function grow() {
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, 220)}px`;
    send.disabled = box.value.trim() === '';
  }
  function submit() {
    const text = box.value.trim();
    if (text === '') return;
    const row = editing;
    edit('');
    suggest.close();
    if (row) void perform({ act: 'edit', channel: row.channel, ts: row.ts, text });
    else {
      const thread = where === 'thread' ? state.thread : undefined;
      void perform({ act: 'say', channel: state.place, text, ...(thread !== undefined && { thread }) });
    }
  }
  box.addEventListener('input', () => {
    grow();
    suggest.look();
  });
  box.addEventListener('keydown', (event) => {
    if (suggest.takeKey(event)) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    } else if (event.key === 'Escape' && editing) edit('');
    else if (event.key === 'ArrowUp' && box.value === '') {
      const rows = where === 'main' ? rowsIn(state.place) : rowsOfThread(state.place, state.thread ?? '');
      const mine = rows.findLast((row) => row.typed !== undefined);
      if (!mine) return;
      event.preventDefault();
      edit(mine.typed ?? '', mine);
    }
  });
  form.addEventListener('dragover', (event) => event.preventDefault());
  form.addEventListener('drop', (event) => {
    event.preventDefault();
    void dropAll(event.dataTransfer?.files ?? []);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  const draw = () => {
    const place = placeNow();
    const name = place?.kind === 'im' ? place.name : `#${place?.name ?? ''}`;
    box.placeholder = where === 'main' ? `Message ${name}` : 'Reply...';
    box.setAttribute('aria-label', where === 'main' ? `Message ${name}` : 'Reply in the thread');
    shortcuts.hidden = globalShortcuts().length === 0;
  };
  composers.set(where, { box, edit, draw });
}

/**
 * Drops files into the conversation that is shown, one message each.
 * @param {Iterable<File>} files
 */
async function dropAll(files) {
  for (const file of files)
    await perform({ act: 'drop', channel: state.place, name: file.name, content: await base64Of(file) });
}

/**
 * @param {File} file
 * @returns {Promise<string>}
 */
async function base64Of(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

const globalShortcuts = () =>
  state.shortcuts
    .filter(({ type }) => type === 'global')
    .map(({ name, description, callback_id }) => ({
      text: name,
      note: description,
      run: () => void perform({ act: 'shortcut', callback_id }),
    }));

export function drawComposers() {
  for (const { draw } of composers.values()) draw();
}

/** @param {Where} where */
export const focusComposer = (where) => composers.get(where)?.box.focus();

document.addEventListener('edit-message', (event) => {
  if (!(event instanceof CustomEvent)) return;
  /** @type {Row} */
  const row = event.detail;
  composers.get(row.thread === undefined ? 'main' : 'thread')?.edit(row.typed ?? '', row);
});
