/** Where one is: channel, app, thread. Goes there, draws what is there, and says what has been read. */
import { byId, fromServer, make } from './dom.js';
import { drawComposers, focusComposer } from './composer.js';
import { drawLog } from './log.js';
import { fillSelects } from './select.js';
import { perform } from './server.js';
import { directMessage, placeNow, rowsIn, rowsOfThread, state, unreadIn } from './state.js';

/** @param {string} channel */
export function goTo(channel) {
  state.place = channel;
  state.tab = 'messages';
  state.newSince = unreadIn(channel) > 0 ? (state.read[channel] ?? '') : undefined;
  closeThread();
  const { name, kind } = placeNow() ?? { name: '', kind: 'channel' };
  history.replaceState(undefined, '', `${location.search}#${kind === 'im' ? '@' : ''}${name.toLowerCase()}`);
  drawPlace();
  drawComposers();
  byId('log').scrollTop = byId('log').scrollHeight;
  document.dispatchEvent(new Event('went'));
  focusComposer('main');
}

/** The place that the address names, or the app's own conversation. */
export function placeOfAddress() {
  const name = decodeURIComponent(location.hash.slice(1)).replace(/^@/, '');
  const named = state.channels.find((channel) => channel.name.toLowerCase() === name);
  return (named ?? directMessage() ?? state.channels[0])?.id ?? '';
}

/** @param {'home' | 'messages'} tab */
export function showTab(tab) {
  state.tab = tab;
  drawPlace();
  document.dispatchEvent(new Event('went'));
  void perform({ act: 'home', tab });
}

/** @param {string} ts */
export function openThread(ts) {
  state.thread = ts;
  drawThread();
  byId('thread-log').scrollTop = byId('thread-log').scrollHeight;
  focusComposer('thread');
}

export function closeThread() {
  state.thread = undefined;
  drawThread();
}

export function drawPlace() {
  const place = placeNow();
  if (!place) return;
  const isApp = place.kind === 'im';
  byId('place').textContent = isApp ? place.name : `# ${place.name}`;
  byId('place-note').textContent = isApp
    ? 'App'
    : `${place.members} members${place.bot ? '' : ', the app is not in it'}`;
  document.title = `${isApp ? place.name : `#${place.name}`} - ${state.workspace}`;
  const home = isApp && state.tab === 'home';
  byId('log').hidden = home;
  byId('home').hidden = !home;
  byId('composer').hidden = home;
  if (home) drawHome();
  drawMessages();
}

/** @param {boolean} isApp */
function drawTabs(isApp) {
  const tabs = byId('tabs');
  tabs.hidden = !isApp || !state.homeTab;
  if (tabs.hidden) return;
  if (tabs.childElementCount === 0) tabs.append(makeTab('home', 'Home'), makeTab('messages', 'Messages'));
  for (const tab of tabs.children) {
    const chosen = tab.id === `tab-${state.tab}`;
    tab.setAttribute('aria-selected', String(chosen));
    tab.setAttribute('tabindex', chosen ? '0' : '-1');
    tab.classList.toggle('unread', !chosen && tab.id === 'tab-messages' && unreadIn(state.place) > 0);
  }
}

/**
 * @param {'home' | 'messages'} name
 * @param {string} text
 */
const makeTab = (name, text) =>
  make('button', {
    type: 'button',
    role: 'tab',
    id: `tab-${name}`,
    'aria-controls': name === 'home' ? 'home' : 'log',
    text,
    onclick: () => showTab(name),
    onkeydown: (event) => {
      if (!(event instanceof KeyboardEvent) || !/^Arrow(Left|Right)$/.test(event.key)) return;
      showTab(name === 'home' ? 'messages' : 'home');
      const chosen = byId('tabs').querySelector('[aria-selected=true]');
      if (chosen instanceof HTMLElement) chosen.focus();
    },
  });

export function drawHome() {
  const box = byId('home');
  const view = fromServer(
    state.home === '' ? '<p class="empty">The app has published no Home yet.</p>' : state.home,
  );
  fillSelects(view);
  box.replaceChildren(view);
}

export function drawMessages() {
  const place = placeNow();
  if (!place) return;
  drawLog(byId('log'), rowsIn(state.place), {
    ...(state.newSince !== undefined && { newSince: state.newSince }),
    me: state.me.id,
    intro: () => makeIntro(place),
  });
  drawThread();
  markRead();
  drawTabs(place.kind === 'im');
}

/**
 * What stands above the first message.
 * @param {import('../page-types.ts').PageChannel} place
 */
function makeIntro({ kind, name }) {
  const isApp = kind === 'im';
  const { bot, commands } = state;
  const command = commands[0]?.command;
  const ask = isApp ? 'Ask it anything below' : `Mention @${bot.name} and ask`;
  return make(
    'div',
    { class: 'intro' },
    isApp && fromServer(bot.avatar),
    make('h3', { text: isApp ? name : `# ${name}` }),
    make('p', {
      text: `This is the very beginning of ${isApp ? `your conversation with ${name}` : 'the channel'}. ${ask}${command === undefined ? '.' : `, or type ${command}.`}`,
    }),
  );
}

export function drawThread() {
  const { thread, place } = state;
  byId('thread').hidden = thread === undefined;
  document.body.classList.toggle('with-thread', thread !== undefined);
  if (thread === undefined) return;
  byId('thread-note').textContent = byId('place').textContent;
  drawLog(byId('thread-log'), rowsOfThread(place, thread), { inThread: true, me: state.me.id });
}

/** What is on the screen has been read. */
export function markRead() {
  const { place } = state;
  if (document.visibilityState !== 'visible' || state.tab === 'home' || unreadIn(place) === 0) return;
  const ts = state.rows.findLast((row) => row.channel === place)?.ts;
  if (ts === undefined) return;
  state.read = { ...state.read, [place]: ts };
  void perform({ act: 'read', channel: place, ts });
}
