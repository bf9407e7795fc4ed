/** The words of a message from its rich text: what Slack's own editor made of what was typed. */
import { z } from 'zod';
import { createWordsWriter, type Words, type WordsWriter } from './words-writer.ts';

const node = z.looseObject({
  type: z.string(),
  get elements() {
    return z.array(node).optional();
  },
  text: z.string().optional(),
  url: z.string().optional(),
  user_id: z.string().optional(),
  channel_id: z.string().optional(),
  style: z.unknown().optional(),
});
type Node = z.infer<typeof node>;

const struck = z.looseObject({ strike: z.literal(true) });

/** Who and where: none of them is asked about. */
const NAMES = new Set(['user', 'usergroup', 'channel', 'team', 'broadcast']);

/**
 * Reads the rich text among a message's blocks; `undefined` where there is none, or it is none that we know.
 * Struck words are gone, quotes and pasted code stand aside, each item of a list is a line.
 */
export function readRichText(blocks: unknown): Words | undefined {
  const found = z.array(z.unknown()).safeParse(blocks).data ?? [];
  const rich = found
    .flatMap((block) => node.safeParse(block).data ?? [])
    .filter(({ type }) => type === 'rich_text');
  if (rich.length === 0) return undefined;
  const writer = createWordsWriter();
  for (const part of rich.flatMap(({ elements = [] }) => elements)) writePart(writer, part);
  return writer.done();
}

function writePart(writer: WordsWriter, { type, elements = [] }: Node): void {
  switch (type) {
    case 'rich_text_list':
      for (const item of elements) {
        if (item.type === 'rich_text_list') writePart(writer, item);
        else {
          writer.line(true);
          writeInline(writer, item.elements ?? []);
        }
      }
      writer.line();
      return;
    case 'rich_text_quote':
    case 'rich_text_preformatted': {
      const beside = createWordsWriter();
      writeInline(beside, elements);
      const { text, aside } = beside.done();
      writer.aside(text === '' ? aside : text);
      return;
    }
    default:
      writer.line();
      writeInline(writer, elements);
  }
}

function writeInline(writer: WordsWriter, elements: readonly Node[]): void {
  for (const { type, text, url, style, user_id: user, channel_id: channel } of elements) {
    if (type === 'text' && writer.isFull()) continue;
    if (struck.safeParse(style).success) writer.say(' ');
    else if (NAMES.has(type)) writer.name(user === undefined ? `#${channel ?? ''}` : `@${user}`);
    else if (type === 'link') writer.link(url ?? '', text);
    // An emoji, a date of Slack's, a colour: none is a word.
    else if (type !== 'text') writer.say(' ');
    else
      for (const [at, line] of (text ?? '').split('\n').entries()) {
        if (at > 0) writer.line(BULLETED.test(line));
        writer.say(line.replace(BULLETED, ''));
      }
  }
}

/** Bullets that were pasted, and so are no list of Slack's. */
const BULLETED = /^\s*[•◦▪▸‣·]\s*/u;
