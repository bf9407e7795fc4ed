/** What a person types, as Slack encodes it: escaped, with mentions by id, and with its rich text block. */
import { findPerson, type Workspace } from './workspace.ts';
import type { Json } from './wire-types.ts';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** `@lodestone is 5 < 6?` becomes `<@U...> is 5 &lt; 6?`; channels and addresses are encoded too. */
export function encodeTyped(workspace: Workspace, typed: string): string {
  return escape(typed)
    .replaceAll(/(?<![\w.])@([\w.-]*\w)/g, (all, handle: string) => {
      if (['channel', 'here', 'everyone'].includes(handle)) return `<!${handle}>`;
      const person = findPerson(workspace, handle);
      return person ? `<@${person.id}>` : all;
    })
    .replaceAll(/(?<!\w)#([\w-]+)/g, (all, name: string) => {
      const channel = [...workspace.channels.values()].find((c) => c.name === name);
      return channel ? `<#${channel.id}|${name}>` : all;
    })
    .replaceAll(/https?:\/\/[^\s<>]+/g, (url) => `<${url}>`);
}

const unescape = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** The `rich_text` block that Slack makes of an encoded text. */
export function richTextOf(text: string): Json {
  const elements = text
    .split(/(<[@#!]?[^<>]+>)/)
    .filter((part) => part !== '')
    .map((part) => {
      const inner = /^<([@#!]?)([^<>|]+)(?:\|[^<>]*)?>$/.exec(part);
      if (!inner) return { type: 'text', text: unescape(part) };
      const [, sign, id] = inner;
      if (sign === '@') return { type: 'user', user_id: id };
      if (sign === '#') return { type: 'channel', channel_id: id };
      if (sign === '!') return { type: 'broadcast', range: id };
      return { type: 'link', url: unescape(id ?? '') };
    });
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}
