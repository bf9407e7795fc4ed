/** Which block takes which of Block Kit's elements. */
import { imageElement, mrkdwn, plainText } from './composition.ts';
import { ELEMENTS } from './elements.ts';
import { pick } from './rules.ts';

const CHOICES = [
  'static_select',
  'multi_static_select',
  'external_select',
  'multi_external_select',
  'users_select',
  'multi_users_select',
  'channels_select',
  'multi_channels_select',
  'conversations_select',
  'multi_conversations_select',
  'radio_buttons',
  'checkboxes',
  'datepicker',
  'timepicker',
];

export const ACTION_ELEMENTS = pick(
  ELEMENTS,
  ...CHOICES,
  'button',
  'overflow',
  'datetimepicker',
  'workflow_button',
  'rich_text_input',
);
export const ACCESSORIES = pick(ELEMENTS, ...CHOICES, 'button', 'overflow', 'image', 'workflow_button');
export const INPUT_ELEMENTS = pick(
  ELEMENTS,
  ...CHOICES,
  'datetimepicker',
  'plain_text_input',
  'email_text_input',
  'url_text_input',
  'number_input',
  'rich_text_input',
  'file_input',
);
export const CONTEXT_ELEMENTS = { image: imageElement, plain_text: plainText(3000), mrkdwn: mrkdwn(3000) };
export const CONTEXT_ACTIONS = pick(ELEMENTS, 'feedback_buttons', 'icon_button');
