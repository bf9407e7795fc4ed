/** Draws a list of messages, and keeps it up to date without touching what has not changed. */
import { fromServer, make } from './dom.js';
import { fillSelects } from './select.js';
import { state } from './state.js';
import { makeTools } from './tools.js';

/** @typedef {import('../page-types.ts').Row} Row */

/** What each drawn message was drawn from. @type {WeakMap<Element, string>} */
const drawn = new WeakMap();

/**
 * @param {HTMLElement} log
 * @param {readonly Row[]} rows oldest first
 * @param {{ newSince?: string, inThread?: boolean, me: string, intro?: () => Node }} options
 */
export function drawLog(log, rows, { newSince, inThread = false, me, intro }) {
  const atEnd = isAtEnd(log);
  const had = new Map(
    [...log.querySelectorAll('article')].map((article) => [article.dataset['ts'], article]),
  );
  const newest = rows.at(-1);
  const isNew = newest !== undefined && !had.has(newest.ts);
  const focused = document.activeElement;
  /** @type {Node[]} */
  const nodes = intro ? [intro()] : [];
  /** The message above, where nothing is between. @type {Node | undefined} */
  let last;
  let day = '';
  let marked = false;
  for (const [index, row] of rows.entries()) {
    if (row.day !== day) nodes.push(make('p', { class: 'day' }, make('span', { text: row.day })));
    day = row.day;
    if (newSince !== undefined && !marked && row.user !== me && row.ts > newSince) {
      nodes.push(make('p', { class: 'new' }, make('span', { text: 'New' })));
      marked = true;
    }
    const article = articleFor(row, had.get(row.ts), inThread);
    const above = nodes.at(-1) === last ? rows[index - 1] : undefined;
    article.classList.toggle('follows', above !== undefined && goesOn(above, row));
    last = article;
    nodes.push(article);
    if (inThread && row === rows[0] && rows.length > 1) nodes.push(makeCount(rows.length - 1));
  }
  sync(log, nodes);
  keepFocus(log, focused);
  const articles = [...log.querySelectorAll('article')];
  for (const article of articles) article.tabIndex = article === articles.at(-1) ? 0 : -1;
  const wanted =
    isNew && (newest.user === me || newest.ephemeral || Date.now() - state.actedAt < ANSWERED_MS);
  if (wanted || (atEnd && isNew)) reveal(log, articles.at(-1));
  else if (atEnd) log.scrollTop = log.scrollHeight;
}

/** @param {Element} log */
const isAtEnd = (log) => log.scrollHeight - log.scrollTop - log.clientHeight < 80;

/**
 * Once for each log: who reads the newest goes on to see it when the window grows, shrinks, or a keyboard opens.
 * @param {HTMLElement} log
 */
export function stayAtEndOf(log) {
  let atEnd = true;
  let height = 0;
  log.addEventListener('scroll', () => {
    // A change of size scrolls too, and is nobody's wish.
    if (log.clientHeight === height) atEnd = isAtEnd(log);
  });
  new ResizeObserver(() => {
    height = log.clientHeight;
    if (atEnd) log.scrollTop = log.scrollHeight;
  }).observe(log);
}

/** What comes this soon after somebody did something is taken for its answer. */
const ANSWERED_MS = 15_000;

/**
 * Brings the newest message into view: its end, or where it is too long, its beginning, which has the figure.
 * @param {Element} log
 * @param {HTMLElement | undefined} article
 */
function reveal(log, article) {
  log.scrollTop = log.scrollHeight;
  if (article === undefined) return;
  const over = log.getBoundingClientRect().top - article.getBoundingClientRect().top;
  if (over > 0) log.scrollTop -= over;
}

/** How long one goes on without being named again. */
const GOES_ON_S = 300;

/**
 * @param {Row} above
 * @param {Row} row
 */
const goesOn = (above, row) =>
  above.user === row.user &&
  above.ephemeral === row.ephemeral &&
  Number(row.ts) - Number(above.ts) < GOES_ON_S;

/** @param {number} replies */
const makeCount = (replies) =>
  make('p', { class: 'count' }, make('span', { text: `${replies} ${replies === 1 ? 'reply' : 'replies'}` }));

/**
 * @param {Row} row
 * @param {HTMLElement | undefined} before
 * @param {boolean} inThread
 */
function articleFor(row, before, inThread) {
  if (before && drawn.get(before) === row.html) return before;
  const article = fromServer(row.html);
  drawn.set(article, row.html);
  fillSelects(article);
  article.append(makeTools(row, inThread));
  // A picture that comes late must not push the newest words out of sight.
  for (const image of article.querySelectorAll('img'))
    image.addEventListener('load', () => stayAtEnd(article));
  return article;
}

/** @param {HTMLElement} article */
function stayAtEnd(article) {
  const log = article.closest('.log');
  if (log && article === [...log.querySelectorAll('article')].at(-1)) reveal(log, article);
}

/**
 * Makes the children of a box be these nodes; those that stay are not moved.
 * @param {HTMLElement} box
 * @param {readonly Node[]} nodes
 */
function sync(box, nodes) {
  const kept = new Set(nodes);
  // A copy: what is removed while one walks the list is skipped.
  for (const child of Array.from(box.childNodes)) if (!kept.has(child)) child.remove();
  nodes.forEach((node, index) => {
    if (box.childNodes[index] !== node) box.insertBefore(node, box.childNodes[index] ?? null);
  });
}

/**
 * A message that was drawn anew took the focus with it: give it to the same place in the new one.
 * @param {HTMLElement} log
 * @param {Element | null} focused
 */
function keepFocus(log, focused) {
  if (!(focused instanceof HTMLElement) || focused.isConnected) return;
  const ts = focused.closest('article')?.dataset['ts'];
  const article = log.querySelector(`article[data-ts="${ts}"]`);
  const named = ['action', 'react', 'thread'].find((name) => focused.dataset[name] !== undefined);
  const same =
    named && article?.querySelector(`[data-${named}="${CSS.escape(focused.dataset[named] ?? '')}"]`);
  const target = same ?? article;
  if (target instanceof HTMLElement) target.focus();
}
