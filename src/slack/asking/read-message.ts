/** What a message asks: its own words, what stands beside them, and what a message that it forwards says. */
import { z } from 'zod';
import { readRichText } from './rich-text.ts';
import { readText } from './slack-text.ts';
import type { Words } from './words-writer.ts';

/** What was written, in words. */
export interface Written {
  /** The writer's own words; empty where there are none. */
  readonly text: string;
  /** The same with the ids of people and channels in it; without the app's own at its head. */
  readonly named: string;
  /** A quote, a forwarded message, a link's label: the question where the writer's own words ask nothing. */
  readonly beside: string;
  /** Files came with it, a recording too: they are not read. */
  readonly files: boolean;
  /** Another message is in it. */
  readonly forwards: boolean;
  /** Something was too long to be read to its end. */
  readonly cut: boolean;
}

const content = z.object({
  text: z.string().nullish(),
  blocks: z.unknown().optional(),
  files: z.array(z.unknown()).nullish(),
});
const attachment = content.extend({
  is_share: z.boolean().optional(),
  is_msg_unfurl: z.boolean().optional(),
  message_blocks: z.array(z.object({ message: content.nullish() })).nullish(),
});
const message = content.extend({ attachments: z.array(attachment.catch({})).nullish() });

/**
 * Reads a message or mention as its event brings it. Never throws on what Slack may send.
 * @param bot The app's own id: that it is spoken to is no part of the words.
 */
export function readMessage(event: unknown, bot = ''): Written {
  const { attachments, files, ...own } = message.safeParse(event).data ?? {};
  const { text, named, aside, cut } = wordsOf(own);
  // A preview of a link is nobody's words; a message is.
  const forwarded = (attachments ?? []).filter(
    (one) => one.is_share === true || one.is_msg_unfurl === true || (one.message_blocks ?? []).length > 0,
  );
  const others = forwarded.map(forwardedWords);
  const beside = [aside, ...others.map((one) => one.text)].filter((words) => words !== '');
  return {
    text,
    named: bot === '' ? named : named.replaceAll(`@${bot.toLowerCase()}`, ' ').trim(),
    beside: beside.join('\n'),
    files: [files, ...forwarded.map((one) => one.files)].some((list) => (list ?? []).length > 0),
    forwards: forwarded.length > 0,
    cut: cut || others.some((one) => one.cut),
  };
}

type Content = z.infer<typeof content>;

function wordsOf({ text, blocks }: Partial<Content>): Words {
  const rich = readRichText(blocks);
  return rich !== undefined && rich.text + rich.aside !== '' ? rich : readText(text ?? '');
}

/** Its text, or else what it quotes itself. */
function forwardedWords({
  message_blocks,
  ...plain
}: z.infer<typeof attachment>): Pick<Words, 'text' | 'cut'> {
  const parts = (message_blocks ?? []).flatMap(({ message: whole }) => whole ?? []);
  const words = [...parts, plain].map(wordsOf).find(({ text, aside }) => text + aside !== '');
  if (words === undefined) return { text: '', cut: false };
  return { text: words.text === '' ? words.aside : words.text, cut: words.cut };
}
