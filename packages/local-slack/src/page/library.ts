/** Block Kit by slack-blocks-to-jsx, on the server: text, layout and charts. What can be pressed is drawn elsewhere. */
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Message, type Block } from 'slack-blocks-to-jsx';
import { isJson } from '../wire/json.ts';
import type { Json } from '../wire/wire-types.ts';
import type { Workspace } from '../state/workspace.ts';

/**
 * The HTML of one block.
 * @throws whatever the library throws at a block that it doesn't know
 */
export function libraryHtml(workspace: Workspace, block: Json): string {
  const props = {
    withoutWrapper: true,
    name: '',
    logo: '',
    data: {
      users: workspace.people.map(({ id, name }) => ({ id, name })),
      channels: [...workspace.channels.values()].map(({ id, name }) => ({ id, name })),
    },
  };
  const given = prepare(block);
  if (!isLibraryBlock(given)) throw new Error('it has no type');
  const html = renderToStaticMarkup(createElement(Message, { ...props, blocks: [given] }));
  // Its ids would be there many times; the page sets the theme.
  return restoreSigns(html)
    .replace(/^(?:<link rel="preload"[^>]*>)+/, '')
    .replace(
      /<div id="slack_blocks_to_jsx" data-theme="light" class="[^"]*"/,
      '<div class="slack_blocks_to_jsx styles_enabled"',
    )
    .replaceAll(/ id="[^"]*"/g, '')
    .replaceAll('<a href="', '<a target="_blank" rel="noreferrer" href="');
}

/**
 * Slack reads `verbatim` as "make no links of what looks like one", which is not done here; the library reads it as
 * "format nothing". It adds a space to each escaped sign, and takes all between two colons for an emoji's name: so these
 * travel as letters of private use.
 */
function prepare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(prepare);
  if (!isJson(value)) return value;
  const isMrkdwn = value['type'] === 'mrkdwn';
  const entries = Object.entries(value).filter(([name]) => name !== 'verbatim');
  return Object.fromEntries(
    entries.map(([name, inner]) => [
      name,
      isMrkdwn && name === 'text' && typeof inner === 'string' ? hideSigns(inner) : prepare(inner),
    ]),
  );
}

const SIGNS = [
  ['&lt;', '\uE001'],
  ['&amp;', '\uE002'],
  ['&gt;', '\uE003'],
] as const;
const COLON = '\uE004';
const EMOJI = /(?<![\w:]):[\w+'-]+:(?::skin-tone-\d:)?(?!\w)/g;

/** Leaves the colons of emoji. */
function hideColons(text: string): string {
  const names = text.match(EMOJI) ?? [];
  const between = text.split(EMOJI).map((part) => part.replaceAll(':', COLON));
  return between.flatMap((part, index) => [part, names[index] ?? '']).join('');
}

/** At the start of a line `&gt;` is a quote, and stays one; addresses are left as they are. */
function hideSigns(text: string): string {
  return text
    .replaceAll(/^&gt;/gm, '>')
    .split(/(<[^<>]+>)/)
    .map((part) =>
      part.startsWith('<')
        ? part
            .replace(/^<([a-z]+:[^|>]+)>$/, (_all, address: string) => `<${address}|${address}>`)
            .replace(/(?<=\|).*/, hideColons)
        : SIGNS.reduce((hidden, [sign, letter]) => hidden.replaceAll(sign, letter), hideColons(part)),
    )
    .join('');
}

const restoreSigns = (html: string): string =>
  SIGNS.reduce((shown, [sign, letter]) => shown.replaceAll(letter, sign), html.replaceAll(COLON, ':'));

/** The library's types of blocks are its own; it is given what Slack was given, and throws at what it doesn't know. */
const isLibraryBlock = (block: unknown): block is Block => isJson(block) && typeof block['type'] === 'string';

/** The library's style sheet, for HTML without that id; its dark rules ask for an ancestor's theme already. */
export const adaptStyles = (css: string): string =>
  css.replaceAll('#slack_blocks_to_jsx', '.slack_blocks_to_jsx');

/** An emoji by its name, or the name in colons where there is none. */
export function emojiOf(workspace: Workspace, name: string): string {
  const section = { type: 'rich_text_section', elements: [{ type: 'emoji', name }] };
  const html = libraryHtml(workspace, { type: 'rich_text', elements: [section] });
  return /emoji">([^<>]+)</.exec(html)?.[1] ?? `:${name}:`;
}
