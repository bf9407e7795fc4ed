/** Pictures of people: initials on a colour of their own. An app has a magnet. */
import { createElement as h, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

const COLOURS = ['#7c3085', '#1264a3', '#0b7a4b', '#a8540c', '#b3264d', '#45556c'];

export function drawAvatar(id: string, name: string, isBot: boolean): ReactNode {
  if (isBot) return h('span', { key: id, className: 'avatar bot', 'aria-hidden': true }, drawMagnet());
  // By what tells ids apart: their end.
  const colour = COLOURS[Number.parseInt(id.slice(-2), 36) % COLOURS.length];
  return h(
    'span',
    { key: id, className: 'avatar', style: { background: colour }, 'aria-hidden': true },
    name.slice(0, 1).toUpperCase(),
  );
}

export const avatarHtml = (id: string, name: string, isBot: boolean): string =>
  renderToStaticMarkup(drawAvatar(id, name, isBot));

const drawMagnet = (): ReactNode =>
  h(
    'svg',
    { viewBox: '0 0 24 24', width: '62%', height: '62%', fill: 'none', strokeWidth: 4.6 },
    h('path', { d: 'M6 3.2V13a6 6 0 0 0 12 0V3.2', stroke: '#fff' }),
    h('path', { d: 'M6 3.2V6.8M18 3.2V6.8', stroke: '#ff7a59' }),
  );
