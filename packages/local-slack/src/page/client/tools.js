/** What can be done to a message: react, reply, edit, delete, run a shortcut on it. Shown on hover and on focus. */
import { make, sign } from './dom.js';
import { openMenu } from './overlays/menu.js';
import { perform } from './server.js';
import { state } from './state.js';

/** @typedef {import('../page-types.ts').Row} Row */

/** Slack's name of each, and how it looks. */
const EMOJI = {
  '+1': '👍',
  eyes: '👀',
  white_check_mark: '✅',
  tada: '🎉',
  heart: '❤️',
  joy: '😂',
  thinking_face: '🤔',
  fire: '🔥',
  rocket: '🚀',
  chart_with_upwards_trend: '📈',
  question: '❓',
  '-1': '👎',
};

/**
 * @param {Row} row
 * @param {boolean} inThread
 */
export function makeTools(row, inThread) {
  const { channel, ts } = row;
  const react = makeTool('Add a reaction', 'react', (anchor) =>
    openMenu(anchor, reactions(row), 'Reactions', 'emoji'),
  );
  const reply = makeTool('Reply in thread', 'reply');
  // A click on what names a thread opens it, wherever it is.
  reply.dataset['thread'] = row.thread ?? ts;
  const more = makeTool('More actions', 'more', (anchor) =>
    openMenu(anchor, moreActions(channel, ts), 'More actions'),
  );
  const hasMore = moreActions(channel, ts).length > 0;
  return make(
    'div',
    { class: 'tools', role: 'group', 'aria-label': 'Message actions' },
    !row.ephemeral && react,
    !row.ephemeral && !inThread && reply,
    hasMore && more,
  );
}

/**
 * @param {string} label
 * @param {'react' | 'reply' | 'more'} name
 * @param {(anchor: HTMLElement) => void} [run]
 */
function makeTool(label, name, run) {
  const button = make(
    'button',
    { type: 'button', class: 'btn icon', 'aria-label': label, title: label, onclick: () => run?.(button) },
    sign(name),
  );
  return button;
}

/** @param {Row} row */
const reactions = ({ channel, ts }) =>
  Object.entries(EMOJI).map(([name, text]) => ({
    text,
    note: `:${name}:`,
    run: () => void perform({ act: 'react', channel, ts, name }),
  }));

/**
 * @param {string} channel
 * @param {string} ts
 */
function moreActions(channel, ts) {
  const row = state.rows.find((other) => other.channel === channel && other.ts === ts);
  const shortcuts = state.shortcuts
    .filter(({ type }) => type === 'message' && row?.ephemeral !== true)
    .map(({ name, description, callback_id }) => ({
      text: name,
      note: description,
      run: () => void perform({ act: 'shortcut', callback_id, channel, ts }),
    }));
  if (row?.typed === undefined) return shortcuts;
  return [
    ...shortcuts,
    {
      text: 'Edit message',
      run: () => document.dispatchEvent(new CustomEvent('edit-message', { detail: row })),
    },
    { text: 'Delete message', danger: true, run: () => void perform({ act: 'remove', channel, ts }) },
  ];
}
