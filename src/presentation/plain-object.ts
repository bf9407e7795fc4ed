/** Text that Slack shows as it is: labels, titles, options. */
import type { PlainTextElement } from '@slack/types';

/** @example plainText('Manage') */
export function plainText(text: string): PlainTextElement & { readonly emoji: false } {
  return { type: 'plain_text', text, emoji: false };
}
