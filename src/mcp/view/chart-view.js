/**
 * The MCP App of a chart: its picture and its figures as a table, without network. Speaks the MCP Apps contract (2026-01-26)
 * with the host that shows it: JSON-RPC by `postMessage`. All that is shown is set as text, whoever wrote it.
 *
 * @typedef {{ material: string, metric: string, place: string | null, item: string | null, low: number, high: number,
 *   unit: string, qualifier: string | null, firmness: string | null, basis: string, period: string, source: string,
 *   title: string, edition: string | null, url: string | null }} Figure
 * @typedef {{ content?: { type: string, text?: string, data?: string, mimeType?: string }[],
 *   structuredContent?: { chart?: { title: string, altText: string } | null, figures?: Figure[], cautions?: string[], text?: string } }} Result
 */
const view = document.body.appendChild(document.createElement('main'));
view.setAttribute('aria-live', 'polite');
view.textContent = 'Waiting for the figures.';
const host = window.parent;
let lastId = 0;

/** @param {object} message */
const send = (message) => host.postMessage({ jsonrpc: '2.0', ...message }, '*');
/** @param {string} method @param {object} params */
const request = (method, params) => send({ id: (lastId += 1), method, params });

/** @param {string} name @param {Record<string, string>} attributes @param {(Node | string)[]} children */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const number = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 12 });
/** @type {Record<string, string>} */
const SAID = { 'more than': '> ', 'less than': '< ', about: 'about ' };

/** @param {Figure} figure */
function valueOf({ low, high, unit, qualifier }) {
  const ends = low === high ? number.format(low) : `${number.format(low)} to ${number.format(high)}`;
  return `${SAID[qualifier ?? ''] ?? ''}${ends} ${unit}`;
}

/** Its document opens at the host's side: a view has no network. @param {Figure} figure */
function sourceOf({ source, edition, title, url }) {
  const name = [source, edition ?? title].join(' ');
  if (url === null || !url.startsWith('https://')) return name;
  const link = element('button', { type: 'button', title: url }, name);
  link.addEventListener('click', () => request('ui/open-link', { url }));
  return link;
}

/** @type {{ head: string, className?: string, cell: (figure: Figure) => Node | string }[]} */
const COLUMNS = [
  { head: 'Material', cell: ({ material, place, item }) => joined(material, place, item) },
  { head: 'Period', cell: ({ period }) => period },
  { head: 'Value', className: 'number', cell: valueOf },
  { head: 'Kind', cell: ({ metric, firmness }) => joined(metric, firmness) },
  { head: 'Basis', cell: ({ basis }) => basis },
  { head: 'Source', cell: sourceOf },
];

/** @param {(string | null)[]} words */
const joined = (...words) => words.filter((one) => one !== null).join(', ');

/** @param {Figure[]} figures */
function tableOf(figures) {
  const head = COLUMNS.map(({ head: text, className = '' }) =>
    element('th', { scope: 'col', class: className }, text),
  );
  const rows = figures.map((figure) =>
    element(
      'tr',
      {},
      ...COLUMNS.map(({ cell, className = '' }) => element('td', { class: className }, cell(figure))),
    ),
  );
  const table = element(
    'table',
    {},
    element('caption', {}, 'Figures'),
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...rows),
  );
  // What can be scrolled must be reached by the keyboard, too.
  return element('div', { class: 'table', tabindex: '0', role: 'region', 'aria-label': 'Figures' }, table);
}

/** @param {Result} result */
function show({ content = [], structuredContent = {} }) {
  const { chart = null, figures = [], cautions = [], text } = structuredContent;
  const picture = content.find(({ type }) => type === 'image');
  const words = text ?? content.find(({ type }) => type === 'text')?.text ?? 'There is no answer.';
  const src = `data:${picture?.mimeType};base64,${picture?.data}`;
  const first =
    picture === undefined
      ? element('p', { class: 'words' }, words)
      : element('img', { src, alt: chart?.altText ?? words });
  // A picture has its height once it is there.
  first.addEventListener('load', tellSize);
  view.replaceChildren(
    // The picture has its title in it; who can't see it is told.
    element('h1', {}, chart?.title ?? 'Lodestone'),
    first,
    ...(figures.length > 0 ? [tableOf(figures)] : []),
    ...(cautions.length > 0 ? [element('ul', {}, ...cautions.map((one) => element('li', {}, one)))] : []),
  );
  tellSize();
}

function tellSize() {
  const { width, height } = document.documentElement.getBoundingClientRect();
  const params = { width: Math.ceil(width), height: Math.ceil(height) };
  send({ method: 'ui/notifications/size-changed', params });
}

/** @param {{ theme?: string }} context */
function dress({ theme }) {
  if (theme === 'dark' || theme === 'light') document.documentElement.dataset['theme'] = theme;
}

/** What the host tells; anything else is none of ours. @type {Record<string, (params: any) => void>} */
const HEARD = {
  'ui/notifications/tool-result': show,
  'ui/notifications/host-context-changed': dress,
  'ui/notifications/tool-cancelled': () => show({ content: [{ type: 'text', text: 'This was cancelled.' }] }),
};

window.addEventListener('message', ({ source, data }) => {
  if (source !== host || data?.jsonrpc !== '2.0') return;
  if (data.id === 1 && data.result !== undefined) {
    dress(data.result.hostContext ?? {});
    send({ method: 'ui/notifications/initialized' });
    new ResizeObserver(tellSize).observe(document.documentElement);
  } else if (data.method === 'ui/resource-teardown' || data.method === 'ping') {
    send({ id: data.id, result: {} });
  } else {
    HEARD[data.method]?.(data.params ?? {});
  }
});

request('ui/initialize', {
  appInfo: { name: 'lodestone-chart', version: '1.0.0' },
  appCapabilities: {},
  protocolVersion: '2026-01-26',
});
