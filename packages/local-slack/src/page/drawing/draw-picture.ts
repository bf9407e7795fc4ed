/** Pictures: the product's own are shown; others are links until someone wants to see them, for this page works offline. */
import { createElement as h, type ReactNode } from 'react';
import { wordsOf } from '../../people/interactive-elements.ts';
import { asJson, textIn } from '../../wire/json.ts';
import type { Json } from '../../wire/wire-types.ts';

/** The path under which this server has the picture; undefined for one of another host. */
function localPath(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { pathname, search } = new URL(address);
  return /^\/(?:chart|files)\//.test(pathname) ? `${pathname}${search}` : undefined;
}

const addressOf = (image: Json): string => {
  const id = asJson(image['slack_file'])?.['id'];
  return typeof id === 'string'
    ? `http://localhost/files/${id}`
    : textIn(image['image_url'] ?? asJson(image['slack_file'])?.['url']);
};

/** An `image` block. */
export function drawPicture(block: Json): ReactNode {
  const address = addressOf(block);
  const alt = textIn(block['alt_text']);
  const title = wordsOf(block['title']);
  const path = localPath(address);
  return h(
    'figure',
    { className: 'block picture' },
    title && h('figcaption', null, title),
    path === undefined
      ? drawLink(address, alt)
      : h('a', { href: path, target: '_blank', rel: 'noreferrer' }, h('img', { src: path, alt })),
  );
}

const drawLink = (address: string, alt: string): ReactNode =>
  h(
    'div',
    { className: 'elsewhere' },
    h('p', null, alt),
    h(
      'button',
      { type: 'button', className: 'btn', 'data-show': address, 'data-alt': alt },
      'Show the picture',
    ),
    h(
      'a',
      { href: address, target: '_blank', rel: 'noreferrer' },
      `Open it at ${URL.canParse(address) ? new URL(address).host : 'its address'}`,
    ),
  );

/** The image beside a section. */
export function drawAccessoryPicture(image: Json): ReactNode {
  const path = localPath(addressOf(image));
  const alt = textIn(image['alt_text']);
  return path === undefined
    ? h('a', { href: addressOf(image), target: '_blank', rel: 'noreferrer' }, alt)
    : h('img', { src: path, alt });
}
