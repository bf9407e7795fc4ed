/** Short ways to write blocks, and to check them. */
import { checkBlocks } from '../src/block-kit/check-blocks.ts';

export const anyPicture = (): boolean => true;
export const plain = (text: string): object => ({ type: 'plain_text', text });
export const button = (fields: object = {}): object => ({
  type: 'button',
  action_id: 'a',
  text: plain('Go'),
  ...fields,
});
export const actions = (...elements: object[]): object => ({ type: 'actions', elements });
export const section = (text: unknown): object => ({ type: 'section', text: { type: 'mrkdwn', text } });
export const option = (value: string): object => ({ text: plain(value), value });
export const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
export const check = (...blocks: object[]): readonly string[] => checkBlocks(blocks, 'message', anyPicture);
