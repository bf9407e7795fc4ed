/** Where one is: channel, app, thread. Goes there, draws what is there, and says what has been read. */
import { byId, fromServer, make } from './dom.js';
import { focusComposer } from './composer.js';
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
  byId('log').scrollTop = byId('log').scrollHeight;
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
  drawTabs(isApp);
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
  tabs.replaceChildren(makeTab('home', 'Home'), makeTab('messages', 'Messages'));
}

/**
 * @param {'home' | 'messages'} name
 * @param {string} text
 */
const makeTab = (name, text) =>
  make('button', {
    type: 'button',
    role: 'tab',
    'aria-selected': String(state.tab === name),
    tabindex: state.tab === name ? 0 : -1,
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
    empty: emptyWords(place.kind === 'im'),
  });
  drawThread();
  markRead();
}

/** @param {boolean} isApp */
function emptyWords(isApp) {
  const command = state.commands[0]?.command;
  const ask = isApp ? 'Ask it anything here' : `Mention @${state.bot.name}`;
  return `Nothing has been said yet. ${ask}${command === undefined ? '.' : `, or type ${command}.`}`;
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
