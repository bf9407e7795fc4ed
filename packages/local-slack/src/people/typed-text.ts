/** What a person types, as Slack encodes it: escaped, with mentions by id, and with its rich text block. */
import { findPerson, type Workspace } from '../state/workspace.ts';
import type { Json } from '../wire/wire-types.ts';

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

type Style = Readonly<Record<string, true>>;

/** The marks of mrkdwn, and the style of what is between two of them. */
const STYLES: Readonly<Record<string, string>> = { '*': 'bold', _: 'italic', '~': 'strike', '`': 'code' };
/** A token of Slack's, words between two marks with nothing but space and signs outside, or the name of an emoji. */
const SPAN =
  /<([^<>|]+)(?:\|([^<>]*))?>|(?<![\p{L}\p{N}])([*_~`])(?=\S)((?:(?!\3)[^\n])+)(?<=\S)\3(?![\p{L}\p{N}])|(?<![\p{L}\p{N}:]):([a-z0-9_+'-]+):(?![\p{L}\p{N}:])/gu;
const BULLET = /^\s*(?:•|[-*](?=\s))\s*/;
const ORDERED = /^\s*\d{1,2}\.\s+/;

/** The `rich_text` block that Slack's editor makes of an encoded text: styles, quotes, lists, code, mentions. */
export function richTextOf(text: string): Json {
  const pieces = text.split('```');
  // What begins and never ends is no code.
  const fences = pieces.length % 2 === 1 ? pieces : [text];
  const elements = fences.flatMap((piece, index) =>
    index % 2 === 1
      ? [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: unescape(piece) }] }]
      : partsOf(piece),
  );
  return { type: 'rich_text', elements: elements.length > 0 ? elements : [section('')] };
}

const section = (text: string): Json => ({ type: 'rich_text_section', elements: inlineOf(text) });

type Kind = 'plain' | 'quote' | 'bullet' | 'ordered';
const kindOf = (line: string): Kind =>
  line.startsWith('&gt;') ? 'quote' : BULLET.test(line) ? 'bullet' : ORDERED.test(line) ? 'ordered' : 'plain';

/** Neighbouring lines of one kind are one part. */
function partsOf(text: string): readonly Json[] {
  const groups: { kind: Kind; lines: string[] }[] = [];
  let quotesOn = false;
  for (const line of text.split('\n')) {
    // After three signs, all that follows is quoted.
    quotesOn ||= line.startsWith('&gt;&gt;&gt;');
    const kind = quotesOn ? 'quote' : kindOf(line);
    const last = groups.at(-1);
    if (last?.kind === kind) last.lines.push(line);
    else groups.push({ kind, lines: [line] });
  }
  return groups.filter(({ lines }) => lines.some((line) => line !== '')).map(partOf);
}

function partOf({ kind, lines }: { kind: Kind; lines: readonly string[] }): Json {
  if (kind === 'plain') return section(lines.join('\n'));
  if (kind === 'quote') {
    const quoted = lines.map((line) => line.replace(/^(?:&gt;)+\s?/, ''));
    return { type: 'rich_text_quote', elements: inlineOf(quoted.join('\n')) };
  }
  const items = lines.map((line) => section(line.replace(kind === 'bullet' ? BULLET : ORDERED, '')));
  return { type: 'rich_text_list', style: kind, indent: 0, border: 0, elements: items };
}

function inlineOf(text: string, style: Style = {}): readonly Json[] {
  const styled = Object.keys(style).length > 0 && { style };
  const plain = (words: string): readonly Json[] =>
    words === '' ? [] : [{ type: 'text', text: unescape(words), ...styled }];
  const elements: Json[] = [];
  let end = 0;
  for (const found of text.matchAll(SPAN)) {
    const [all, target, label, mark, inner, emoji] = found;
    elements.push(...plain(text.slice(end, found.index)));
    end = found.index + all.length;
    const name = STYLES[mark ?? ''];
    if (emoji !== undefined) elements.push({ type: 'emoji', name: emoji });
    else if (target !== undefined) elements.push({ ...tokenOf(target, label), ...styled });
    else if (name === 'code')
      elements.push({ type: 'text', text: unescape(inner ?? ''), style: { ...style, code: true } });
    else if (name !== undefined) elements.push(...inlineOf(inner ?? '', { ...style, [name]: true }));
  }
  return [...elements, ...plain(text.slice(end))];
}

function tokenOf(target: string, label: string | undefined): Json {
  const [, sign = '', id = ''] = /^([@#!]?)([\s\S]*)$/.exec(target) ?? [];
  if (sign === '@') return { type: 'user', user_id: id };
  if (sign === '#') return { type: 'channel', channel_id: id };
  if (sign === '')
    return { type: 'link', url: unescape(id), ...(label !== undefined && { text: unescape(label) }) };
  const [what, ...rest] = id.split('^');
  if (what === 'subteam') return { type: 'usergroup', usergroup_id: rest[0] ?? '' };
  if (what !== 'date') return { type: 'broadcast', range: id };
  return { type: 'date', timestamp: Number(rest[0]), format: rest[1] ?? '', fallback: unescape(label ?? '') };
}
