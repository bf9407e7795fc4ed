/** The side panel: what goes over the wire, and switches that make Slack behave badly. */
import { byId, make } from './dom.js';
import { exchangeDetail, perform } from './server.js';
import { state } from './state.js';

/** @typedef {import('../page-types.ts').WireLine} WireLine */

const KEPT = 300;
/** @type {readonly [keyof import('../page-types.ts').Switches, string][]} */
const SWITCHES = [
  ['repeatEvents', 'Deliver each event twice'],
  ['refuseImages', 'Refuse every picture'],
  ['expireTriggers', 'Expire every trigger'],
  ['slow', 'Answer 2 s late'],
];

/** Once, at the start. */
export function readyWire() {
  const toggle = byId('wire-toggle');
  toggle.addEventListener('click', () => {
    const panel = byId('wire');
    panel.hidden = !panel.hidden;
    toggle.setAttribute('aria-expanded', String(!panel.hidden));
    document.body.classList.toggle('with-wire', !panel.hidden);
    localStorage.setItem('wire', panel.hidden ? '' : 'open');
    drawWire();
  });
  if (localStorage.getItem('wire') === 'open') toggle.click();
}

export function drawWire() {
  if (byId('wire').hidden) return;
  const list = make(
    'ol',
    { id: 'wire-list', class: 'wire-list', 'aria-label': 'Exchanges' },
    ...state.wire.map(drawLine),
  );
  const scroll = make(
    'div',
    { class: 'wire-scroll', tabindex: 0, role: 'region', 'aria-label': 'Exchanges' },
    list,
  );
  byId('wire').replaceChildren(
    make(
      'header',
      { class: 'pane-head' },
      make('h2', { text: 'The wire' }),
      make('p', { text: state.sockets > 0 ? 'Socket Mode' : 'Signed HTTP' }),
    ),
    drawSwitches(),
    scroll,
  );
  scroll.scrollTop = scroll.scrollHeight;
}

/**
 * @param {keyof import('../page-types.ts').Switches} name
 * @param {string} text
 */
function makeSwitch(name, text) {
  const box = make('input', {
    type: 'checkbox',
    'data-switch': name,
    onchange: () => void perform({ act: 'switch', name, on: box.checked }),
  });
  box.checked = state.switches[name];
  return make('label', {}, box, text);
}

function drawSwitches() {
  return make(
    'fieldset',
    { class: 'switches' },
    make('legend', { text: 'Make Slack behave badly' }),
    ...SWITCHES.map(([name, text]) => makeSwitch(name, text)),
    make(
      'div',
      {},
      makeAct('429 to the next post', () => void perform({ act: 'fail', what: 'ratelimit' })),
      makeAct('Drop the socket', () => void perform({ act: 'fail', what: 'socket' }), state.sockets === 0),
      makeAct('Restart the app', () => void perform({ act: 'restart' })),
    ),
  );
}

/**
 * @param {string} text
 * @param {() => void} run
 * @param {boolean} [disabled]
 */
const makeAct = (text, run, disabled = false) =>
  make('button', { type: 'button', class: 'btn', text, onclick: run, disabled });

/** @param {WireLine} line */
export function takeLine(line) {
  const at = state.wire.findIndex(({ id }) => id === line.id);
  state.wire = at === -1 ? [...state.wire, line].slice(-KEPT) : state.wire.with(at, line);
  if (byId('wire').hidden) return;
  const before = document.querySelector(`#wire-list > [data-id="${line.id}"]`);
  if (before instanceof HTMLElement) {
    before.querySelector('summary')?.replaceWith(drawSummary(line));
    if (before.querySelector('details')?.open) void fillDetail(before, line.id);
    return;
  }
  const list = byId('wire-list');
  const scroll = list.parentElement;
  const atEnd = scroll ? scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 60 : false;
  list.append(drawLine(line));
  if (scroll && atEnd) scroll.scrollTop = scroll.scrollHeight;
}

/** @param {WireLine} line */
function drawLine(line) {
  const details = make('details', {}, drawSummary(line), make('div', { class: 'wire-detail' }));
  const item = make('li', { 'data-id': line.id }, details);
  details.addEventListener('toggle', () => details.open && void fillDetail(item, line.id));
  return item;
}

/** @param {WireLine} line */
function drawSummary({ toApp, name, at, result, ok, ms, faults }) {
  const took = ms === undefined ? '...' : `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
  return make(
    'summary',
    { class: ok ? undefined : 'bad' },
    make('span', {
      class: toApp ? 'way out' : 'way in',
      role: 'img',
      'aria-label': toApp ? 'To the app' : 'From the app',
      text: toApp ? '→' : '←',
    }),
    make('span', { class: 'wire-name', text: name }),
    make('span', { class: 'wire-result', text: faults > 0 ? `${result} (${faults})` : result }),
    make('span', { class: 'wire-ms', text: took, title: at }),
  );
}

/**
 * @param {HTMLElement} item
 * @param {number} id
 */
async function fillDetail(item, id) {
  const { sections, curl } = await exchangeDetail(id);
  const copy = make('button', {
    type: 'button',
    class: 'btn',
    text: 'Copy as curl',
    onclick: () => void copyText(copy, curl),
  });
  item
    .querySelector('.wire-detail')
    ?.replaceChildren(
      ...(curl === '' ? [] : [copy]),
      ...sections.flatMap(({ title, text }) => [
        make('h3', { text: title }),
        make('pre', { text, tabindex: 0, 'aria-label': title, role: 'region' }),
      ]),
    );
}

/**
 * @param {HTMLElement} button
 * @param {string} text
 */
async function copyText(button, text) {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = 'Copied';
  } catch {
    button.after(make('pre', { text }));
  }
}
