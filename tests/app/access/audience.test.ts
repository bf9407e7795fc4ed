/** What may be shown to all, as a type: `npm run typecheck` fails where one of these lines is allowed. */
import { expect, it } from 'vitest';
import type { PublicPost } from '#src/slack/send.ts';
import { fixedLine, lineMessage } from '#src/presentation/line-message.ts';
import { renderMessage, type Message } from '#src/presentation/message.ts';
import { ask } from '#src/domain/asking/ask.ts';
import { catalog, TODAY } from '../lodestone.ts';

it('a public door takes answers and fixed lines, and no other message', async () => {
  const shown: Message[] = [];
  const door: PublicPost = async (message) => void shown.push(message);
  const typed: string = 'what somebody typed';
  const list: Message = lineMessage(typed);
  const attempts = [
    // @ts-expect-error A list, what is set up, what others asked: all are messages, none is public.
    () => door(list),
    // @ts-expect-error A message is not made public by a copy of it.
    () => door({ ...list, text: 'copied' }),
    // @ts-expect-error What is not known before the program runs is no fixed line.
    () => fixedLine(typed),
    // @ts-expect-error Nor is a fixed line that something was put into.
    () => fixedLine(`You asked: ${typed}` as const),
  ];
  expect(attempts).toHaveLength(4);
  await door(fixedLine('The same for everybody.'));
  await door(renderMessage(ask('price in 2024', catalog, { now: TODAY })));
  expect(shown).toHaveLength(2);
});
