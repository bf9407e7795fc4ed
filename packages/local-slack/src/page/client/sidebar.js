/** The list of conversations, who one plays, and a new beginning. */
import { ask } from './overlays/ask.js';
import { byId, fromServer, make } from './dom.js';
import { openMenu } from './overlays/menu.js';
import { goTo } from './places.js';
import { perform } from './server.js';
import { state, unreadIn } from './state.js';

export function drawSidebar() {
  byId('workspace').textContent = state.workspace;
  byId('places').replaceChildren(makeGroup('Channels', false), makeGroup('Apps', true));
  drawMe();
}

/**
 * @param {string} title
 * @param {boolean} im
 */
const makeGroup = (title, im) =>
  make(
    'section',
    { 'aria-label': title },
    make('h2', { text: title }),
    make('ul', {}, ...state.channels.filter(({ kind }) => (kind === 'im') === im).map(drawChannel)),
  );

/** @param {import('../page-types.ts').PageChannel} channel */
function drawChannel({ id, name, kind }) {
  const here = id === state.place;
  const unread = here && state.tab === 'messages' ? 0 : unreadIn(id);
  const sign = kind === 'im' ? '' : '#';
  return make(
    'li',
    {},
    make(
      'button',
      {
        type: 'button',
        class: unread > 0 ? 'unread' : undefined,
        'aria-current': here ? 'page' : undefined,
        'data-place': id,
        onclick: () => goTo(id),
      },
      make('span', {
        class: kind === 'im' ? `sign ${state.app === 'up' ? 'up' : 'down'}` : 'sign',
        'aria-hidden': 'true',
        text: sign,
      }),
      make('span', { class: 'name', text: name }),
      unread > 0 &&
        make('span', {
          class: 'unread-count',
          'aria-label': `${unread} unread`,
          role: 'img',
          text: String(unread),
        }),
    ),
  );
}

function drawMe() {
  const me = byId('me');
  me.replaceChildren(
    fromServer(state.me.avatar),
    make(
      'span',
      { class: 'name' },
      make('small', { text: 'You are' }),
      make('b', { text: state.me.real_name }),
    ),
  );
}

/** Once, at the start. */
export function readySidebar() {
  byId('me').addEventListener('click', () => {
    const people = state.people.filter(({ is_bot }) => !is_bot);
    const items = people.map(({ id, name, real_name }) => ({
      text: real_name,
      checked: id === state.me.id,
      run: () => {
        const search = new URLSearchParams({ as: name });
        location.assign(`?${String(search)}${location.hash}`);
      },
    }));
    openMenu(byId('me'), items, 'Play someone else');
  });
  document.addEventListener('went', drawSidebar);
  byId('start-over').addEventListener('click', () => void startOver());
}

async function startOver() {
  const text = `All messages, views and the wire are forgotten, and all that the app has kept of this local Slack: digests, alerts, entered prices and feedback, in ${state.keptIn}. The app is started anew. What a bot in a real workspace keeps is elsewhere, and stays.`;
  if (await ask({ title: 'Start over?', text, yes: 'Start over', danger: true }))
    await perform({ act: 'start-over' });
}
