/** Slack's mrkdwn and rich text as plain words. */
import { asJson, jsonsIn, textIn } from '../wire/json.ts';
import { findPerson, type Workspace } from '../state/workspace.ts';
import type { Json } from '../wire/wire-types.ts';

/** Ids become names, links show where they lead, marks of emphasis go. */
export function plainWords(workspace: Workspace, mrkdwn: string): string {
  return mrkdwn
    .replaceAll(
      /<([@#!]?)([^<>|]+)(?:\|([^<>]*))?>/g,
      (_all, sign: string, inner: string, label?: string) => {
        if (sign === '@') return `@${findPerson(workspace, inner)?.name ?? label ?? inner}`;
        if (sign === '#') return `#${label ?? workspace.channels.get(inner)?.name ?? inner}`;
        if (sign === '!') return label ?? `@${inner.split('^')[0]}`;
        return label === undefined || label === inner ? inner : `${label} (${inner})`;
      },
    )
    .replaceAll(/(?<![\w*])\*([^\s*](?:[^*\n]*[^\s*])?)\*(?![\w*])/g, '$1')
    .replaceAll(/(?<![\w_])_([^\s_](?:[^_\n]*[^\s_])?)_(?![\w_])/g, '$1')
    .replaceAll(/(?<![\w~])~([^\s~](?:[^~\n]*[^\s~])?)~(?![\w~])/g, '$1')
    .replaceAll(/(?<![\w`])`([^`\n]+)`(?![\w`])/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** A text object: mrkdwn is turned into words, plain text stays as it is. */
export function wordsOfText(workspace: Workspace, text: unknown): string {
  const object = asJson(text);
  const words = textIn(object?.['text']);
  return object?.['type'] === 'mrkdwn' ? plainWords(workspace, words) : words;
}

/** A `rich_text` block, one line for each section or item of a list. */
export function richLines(workspace: Workspace, block: Json): readonly string[] {
  return jsonsIn(block['elements']).flatMap((part) => {
    if (part['type'] !== 'rich_text_list') return wordsOfRich(workspace, part).split('\n');
    const ordered = part['style'] === 'ordered';
    return jsonsIn(part['elements']).map(
      (item, i) => `${ordered ? `${i + 1}.` : '-'} ${wordsOfRich(workspace, item)}`,
    );
  });
}

function wordsOfRich(workspace: Workspace, part: Json): string {
  return jsonsIn(part['elements'])
    .map((element) => {
      switch (element['type']) {
        case 'user':
          return `@${findPerson(workspace, textIn(element['user_id']))?.name ?? textIn(element['user_id'])}`;
        case 'channel':
          return `#${workspace.channels.get(textIn(element['channel_id']))?.name ?? ''}`;
        case 'broadcast':
          return `@${textIn(element['range'])}`;
        case 'emoji':
          return `:${textIn(element['name'])}:`;
        case 'link':
          return textIn(element['text']) || textIn(element['url']);
        case 'date':
          return textIn(element['fallback']);
        default:
          return textIn(element['text']);
      }
    })
    .join('');
}
