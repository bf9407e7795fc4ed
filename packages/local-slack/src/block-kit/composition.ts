/** Block Kit's composition objects: texts, options, confirmations, pictures. */
import { anything, byType, choice, exactlyOne, flag, list, oneOf, shape, text, type Rule } from './rules.ts';

export const plainText = (max: number): Rule =>
  shape({ type: choice('plain_text'), text: text(max) }, { emoji: flag });

export const mrkdwn = (max: number): Rule =>
  shape({ type: choice('mrkdwn'), text: text(max) }, { verbatim: flag });

export const anyText = (max: number): Rule => byType({ plain_text: plainText(max), mrkdwn: mrkdwn(max) });

/** An option of a menu, whose words are plain; in radio buttons and checkboxes they may be mrkdwn. */
export const option = (words: Rule = plainText(75)): Rule =>
  shape({ text: words, value: text(150) }, { description: anyText(75), url: text(3000) });

export const confirm: Rule = shape(
  { title: plainText(100), text: anyText(300), confirm: plainText(30), deny: plainText(30) },
  { style: choice('primary', 'danger') },
);

/** Where a picture comes from: an address, or a file of Slack's. */
export const pictureFields = {
  image_url: text(3000, 1, /^https?:\/\//),
  slack_file: shape({}, { id: text(255), url: text(3000) }, exactlyOne('id', 'url')),
};

export const pictureSource = exactlyOne('image_url', 'slack_file');

export const imageElement: Rule = shape(
  { type: choice('image'), alt_text: text(2000) },
  { ...pictureFields, image_width: anything, image_height: anything, image_bytes: anything },
  pictureSource,
);

const optionLists = (least: number) => ({
  options: list(option(), 100, least),
  option_groups: list(shape({ label: plainText(75), options: list(option(), 100, least) }), 100, least),
});

/** The options of a static select: flat, or in groups. */
export const optionFields = optionLists(1);

/** What an app offers for a type-ahead: there may be nothing to offer. */
export const offeredFields = optionLists(0);

export const optionSource = exactlyOne('options', 'option_groups');

export const conversationFilter: Rule = shape(
  {},
  {
    include: list(choice('im', 'mpim', 'private', 'public'), 4),
    exclude_external_shared_channels: flag,
    exclude_bot_users: flag,
  },
  oneOf('include', 'exclude_external_shared_channels', 'exclude_bot_users'),
);

export const dispatchConfig: Rule = shape(
  {},
  { trigger_actions_on: list(choice('on_enter_pressed', 'on_character_entered'), 2) },
);

/** Rich text is Slack's own, and deep: only its outer form is looked at. */
export const richText: Rule = shape(
  {
    type: choice('rich_text'),
    elements: list(
      byType({
        rich_text_section: anything,
        rich_text_list: anything,
        rich_text_quote: anything,
        rich_text_preformatted: anything,
      }),
      1000,
      0,
    ),
  },
  { block_id: text(255) },
);
