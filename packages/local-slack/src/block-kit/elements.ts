/** Block Kit's elements: their fields and limits. */
import {
  anyText,
  confirm,
  conversationFilter,
  dispatchConfig,
  imageElement,
  option,
  optionFields,
  optionSource,
  plainText,
  richText,
} from './composition.ts';
import { choice, flag, list, number, shape, text, type Rule } from './rules.ts';

const STYLE = choice('primary', 'danger');
const DATE = text(10, 10, /^\d{4}-\d\d-\d\d$/);
const TIME = text(5, 5, /^\d\d:\d\d$/);
const ID = text(255);
const most = number(1);

const common = { action_id: text(255), focus_on_load: flag };
const menu = { ...common, confirm, placeholder: plainText(150) };
const typed = { ...common, placeholder: plainText(150), dispatch_action_config: dispatchConfig };

/** @param type the element's type, which goes with every element */
const element = (
  type: string,
  required: Readonly<Record<string, Rule>>,
  optional: Readonly<Record<string, Rule>>,
  more?: Parameters<typeof shape>[2],
): Readonly<Record<string, Rule>> => ({ [type]: shape({ type: choice(type), ...required }, optional, more) });

const wordedOption = option(anyText(75));

export const ELEMENTS: Readonly<Record<string, Rule>> = {
  image: imageElement,
  ...element(
    'button',
    { text: plainText(75) },
    {
      action_id: text(255),
      value: text(2000, 0),
      url: text(3000),
      style: STYLE,
      confirm,
      accessibility_label: text(75),
    },
  ),
  ...element('static_select', {}, { ...menu, ...optionFields, initial_option: option() }, optionSource),
  ...element(
    'multi_static_select',
    {},
    { ...menu, ...optionFields, initial_options: list(option(), 100), max_selected_items: most },
    optionSource,
  ),
  ...element('external_select', {}, { ...menu, initial_option: option(), min_query_length: number(0) }),
  ...element(
    'multi_external_select',
    {},
    { ...menu, initial_options: list(option(), 100), min_query_length: number(0), max_selected_items: most },
  ),
  ...element('users_select', {}, { ...menu, initial_user: ID }),
  ...element('multi_users_select', {}, { ...menu, initial_users: list(ID, 100), max_selected_items: most }),
  ...element('channels_select', {}, { ...menu, initial_channel: ID, response_url_enabled: flag }),
  ...element(
    'multi_channels_select',
    {},
    { ...menu, initial_channels: list(ID, 100), max_selected_items: most },
  ),
  ...element(
    'conversations_select',
    {},
    {
      ...menu,
      initial_conversation: ID,
      default_to_current_conversation: flag,
      response_url_enabled: flag,
      filter: conversationFilter,
    },
  ),
  ...element(
    'multi_conversations_select',
    {},
    {
      ...menu,
      initial_conversations: list(ID, 100),
      default_to_current_conversation: flag,
      max_selected_items: most,
      filter: conversationFilter,
    },
  ),
  ...element('overflow', { options: list(option(), 5) }, { action_id: text(255), confirm }),
  ...element(
    'radio_buttons',
    { options: list(wordedOption, 10) },
    { ...common, confirm, initial_option: wordedOption },
  ),
  ...element(
    'checkboxes',
    { options: list(wordedOption, 10) },
    { ...common, confirm, initial_options: list(wordedOption, 10) },
  ),
  ...element('datepicker', {}, { ...menu, initial_date: DATE }),
  ...element('timepicker', {}, { ...menu, initial_time: TIME, timezone: text(255) }),
  ...element('datetimepicker', {}, { ...common, confirm, initial_date_time: number(1e9, 9_999_999_999) }),
  ...element(
    'plain_text_input',
    {},
    {
      ...typed,
      initial_value: text(3000, 0),
      multiline: flag,
      min_length: number(0, 3000),
      max_length: number(1, 3000),
    },
  ),
  ...element('email_text_input', {}, { ...typed, initial_value: text(3000, 0) }),
  ...element('url_text_input', {}, { ...typed, initial_value: text(3000, 0) }),
  ...element(
    'number_input',
    { is_decimal_allowed: flag },
    {
      ...typed,
      initial_value: text(255, 0),
      min_value: text(255),
      max_value: text(255),
    },
  ),
  ...element(
    'rich_text_input',
    {},
    { ...typed, initial_value: richText, min_lines: number(1, 100), max_lines: number(1, 100) },
  ),
  ...element(
    'file_input',
    {},
    { action_id: text(255), filetypes: list(text(20), 100), max_files: number(1, 10) },
  ),
  ...element(
    'workflow_button',
    { text: plainText(75), workflow: shape({ trigger: shape({ url: text(3000) }) }) },
    { action_id: text(255), style: STYLE, accessibility_label: text(75) },
  ),
  ...element(
    'feedback_buttons',
    { positive_button: feedback(), negative_button: feedback() },
    { action_id: text(255) },
  ),
  ...element(
    'icon_button',
    { icon: text(255), text: plainText(75) },
    {
      action_id: text(255),
      value: text(2000, 0),
      confirm,
      accessibility_label: text(75),
      visible_to_user_ids: list(ID, 100),
    },
  ),
};

function feedback(): Rule {
  return shape({ text: plainText(75), value: text(2000) }, { accessibility_label: text(75) });
}
