/** Short words for what every part does with the document. */

/**
 * The element with an id.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
}

/**
 * Makes an element. Properties that are functions are listeners; the others are attributes, but for `text`.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean | undefined | ((event: Event) => void)>} [props]
 * @param {...(Node | string | undefined | false)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (name === 'text') element.textContent = String(value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

/**
 * HTML that the server drew, as an element.
 * @param {string} html
 * @returns {HTMLElement}
 */
export function fromServer(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  const first = template.content.firstElementChild;
  return first instanceof HTMLElement ? first : make('div');
}

/**
 * The element an event is about, or the one around it that matches.
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLElement | undefined}
 */
export function around(event, selector) {
  const found = event.target instanceof Element ? event.target.closest(selector) : undefined;
  return found instanceof HTMLElement ? found : undefined;
}

/** Lines of each sign, in a square of 20. */
const SIGNS = {
  attach:
    'M14.5 9.5l-5 5a3 3 0 0 1-4.3-4.300l6.300-6.200a2 2 0 0 1 2.900 2.900l-6 6a1 1 0 0 1-1.400-1.400l5.200-5.200',
  close: 'M5 5l10 10M15 5L5 15',
  more: 'M10 4.5v.01M10 10v.01M10 15.5v.01',
  overflow: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  react:
    'M10 17.500a7.5 7.5 0 1 1 0-15 7.5 7.5 0 0 1 0 15zM7.3 8v.01M12.7 8v.01M6.6 11.500c1.6 2.7 5.2 2.7 6.8 0',
  reply:
    'M10 3c4.4 0 7.5 2.6 7.5 6.200s-3.1 6.2-7.5 6.200c-.9 0-1.8-.1-2.6-.3L3.5 17l1-3.200C3.2 12.6 2.5 11 2.5 9.2 2.5 5.6 5.6 3 10 3z',
  send: 'M3.5 10L17 3.5 13 17l-3.2-5.200L3.5 10zM9.8 11.800L17 3.5',
  shortcuts: 'M11 2.500L4.5 11.500H10l-1 6 6.5-9H10l1-6z',
  theme: 'M16.5 12.200A7 7 0 0 1 7.8 3.500a7 7 0 1 0 8.7 8.700z',
};

/**
 * A sign on a button. Drawn, not written: not every machine has a font for it.
 * @param {keyof typeof SIGNS} name
 */
export function sign(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', 'icon-sign');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', SIGNS[name]);
  svg.append(path);
  return svg;
}
