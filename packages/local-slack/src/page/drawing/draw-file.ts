/** A file that is no picture: its name, kind and size, to be downloaded. */
import { createElement as h, type ReactNode } from 'react';
import type { FileEntry } from '../../wire/wire-types.ts';

export function drawFile({ id, name, title, length }: FileEntry): ReactNode {
  const kind = name.includes('.') ? (name.split('.').at(-1) ?? '').toUpperCase() : 'File';
  return h(
    'a',
    { className: 'file', href: `/files/${id}/${encodeURIComponent(name)}`, download: name },
    h('span', { className: 'file-kind', 'aria-hidden': true }, kind.slice(0, 4)),
    h(
      'span',
      { className: 'file-name' },
      h('b', null, title),
      h('small', null, `${kind}, ${sizeOf(length)}`),
    ),
    h('span', { className: 'file-do' }, 'Download'),
  );
}

/** @example sizeOf(2048) // "2.0 kB" */
function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
