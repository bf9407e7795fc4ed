/** Starts the page: listens to the server, and draws what changes. */
import { drawClock, readyClock } from './clock.js';
import { drawComposers, readyComposer } from './composer.js';
import { around, byId, sign } from './dom.js';
import { readyElements } from './elements.js';
import { stayAtEndOf } from './log.js';
import { drawModal, readyModal } from './overlays/modal.js';
import {
  closeThread,
  drawHome,
  drawMessages,
  drawPlace,
  goTo,
  markRead,
  openThread,
  placeOfAddress,
} from './places.js';
import { listen, perform } from './server.js';
import { drawSidebar, readySidebar } from './sidebar.js';
import { dropRow, state, takeRow, takeSnapshot } from './state.js';
import { toast } from './overlays/toast.js';
import { drawWire, readyWire, takeLine } from './wire.js';

/** @param {import('../page-types.ts').PageEvent} event */
function take(event) {
  switch (event.kind) {
    case 'snapshot':
      takeSnapshot(event);
      if (!state.channels.some(({ id }) => id === state.place)) goTo(placeOfAddress());
      drawAll();
      break;
    case 'row':
      takeRow(event.row);
      drawMessages();
      drawSidebar();
      break;
    case 'gone':
      dropRow(event);
      if (state.thread === event.ts) closeThread();
      drawMessages();
      break;
    case 'home':
      state.home = event.html;
      if (state.tab === 'home') drawHome();
      break;
    case 'views':
      state.views = event.views;
      drawModal();
      break;
    case 'channels':
      state.channels = event.channels;
      drawSidebar();
      drawPlace();
      break;
    case 'notice':
      toast(event.text);
      break;
    case 'wire':
      takeLine(event.line);
      break;
    case 'app':
      showApp(event.app);
      break;
    case 'sockets':
      state.sockets = event.open;
      drawWire();
      break;
    case 'clock':
      state.clock = event.clock;
      drawClock();
      break;
    case 'switches':
      state.switches = event.switches;
      drawWire();
      break;
  }
}

function drawAll() {
  if (state.thread !== undefined && !state.rows.some(({ ts }) => ts === state.thread))
    state.thread = undefined;
  drawSidebar();
  drawPlace();
  drawComposers();
  drawModal();
  drawWire();
  drawClock();
  showGone();
  document.documentElement.dataset['ready'] = '';
}

/** @param {import('../page-types.ts').AppState} app */
function showApp(app) {
  if (app === 'up' && state.app !== 'up') toast('Reconnected: the app is back, and nothing was lost.');
  state.app = app;
  showGone();
  drawSidebar();
}

let wasThere = true;
/** @param {boolean} there */
function showServer(there) {
  if (there && !wasThere) toast('Reconnected to the local Slack.');
  wasThere = there;
  showGone();
}

const GONE = {
  up: '',
  gone: 'The app is not running. It is started again...',
  'given up':
    'The app ended too often, and is not started again: what it said is in the terminal. Mend it, then press “Restart the app” under Wire.',
};

/** What can't be reached, and what becomes of it. */
function showGone() {
  byId('gone').textContent = wasThere ? GONE[state.app] : 'The local Slack cannot be reached.';
  byId('gone').hidden = wasThere && state.app === 'up';
}

readyElements();
stayAtEndOf(byId('log'));
stayAtEndOf(byId('thread-log'));
readyModal();
readyComposer('main');
readyComposer('thread');
readySidebar();
readyWire();
readyClock();
byId('thread-close').append(sign('close'));
byId('theme').append(sign('theme'));
byId('thread-close').addEventListener('click', closeThread);
byId('theme').addEventListener('click', () => {
  const dark = document.documentElement.dataset['theme'] !== 'dark';
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  localStorage.setItem('theme', dark ? 'dark' : 'light');
  byId('theme').setAttribute('aria-pressed', String(dark));
});
byId('theme').setAttribute('aria-pressed', String(document.documentElement.dataset['theme'] === 'dark'));
document.addEventListener('visibilitychange', markRead);
document.addEventListener('click', (event) => {
  const article = around(event, 'article');
  const thread = around(event, '[data-thread]')?.dataset['thread'];
  const name = around(event, '[data-react]')?.dataset['react'];
  if (thread !== undefined) openThread(thread);
  const { channel, ts } = article?.dataset ?? {};
  if (name !== undefined && channel !== undefined && ts !== undefined)
    void perform({ act: 'react', channel, ts, name });
});
document.addEventListener('keydown', (event) => {
  if (!(event.target instanceof HTMLElement) || event.target.tagName !== 'ARTICLE') return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const articles = [...(event.target.closest('.log')?.querySelectorAll('article') ?? [])];
  articles[articles.findIndex((article) => article === event.target) + step]?.focus();
  event.preventDefault();
});
listen(take, showServer);
