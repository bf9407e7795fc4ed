/** An answer in a modal: what a press on the App Home opens. */
import type { ModalView } from '@slack/types';
import type { Message } from './message.ts';

/** @param message Rendered for the surface `modal`. */
export function answerModal(message: Message): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'Lodestone', emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: message.blocks,
  };
}
