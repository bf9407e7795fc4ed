/** The doors by which text comes in from people: each takes a text, as Slack or somebody who forges its requests would bring it. */
import { directMessage, type Json, type Simulator, type User } from 'local-slack';
import { SEND_AGAIN_ACTION } from '#src/watching/notices.ts';
import { ACTIONS } from '#src/presentation/buttons.ts';
import { IMPORT_ACTIONS } from '#src/presentation/cards/import-card.ts';
import { REQUEST_ACTIONS } from '#src/presentation/cards/request-card.ts';
import { QUOTE_ACTIONS, QUOTE_FORM } from '#src/presentation/quotes/quote-messages.ts';
import { newAlertChoice } from '#src/slack/alerts/alert-form-choice.ts';
import { ALERT_FORM } from '#src/slack/alerts/alert-form-view.ts';
import { ALERT_ACTIONS } from '#src/slack/alerts/alert-list.ts';
import { DIGEST_ACTIONS } from '#src/slack/digests/digest-list.ts';
import { newChoice } from '#src/slack/digests/form-choice.ts';
import { CHOOSE_ACTION } from '#src/slack/digests/form-fields.ts';
import { FORM_CALLBACK } from '#src/slack/digests/form-view.ts';

export interface Door {
  readonly name: string;
  readonly bring: (text: string) => Promise<unknown>;
}

export interface House {
  readonly slack: Simulator;
  /** An admin. */
  readonly user: User;
  /** The id of a channel that both are in. */
  readonly channel: string;
  /** Takes what the app answers to a press. */
  readonly responseUrl: string;
}

const QUOTE_FIELDS: Readonly<Record<string, string>> = {
  metal: 'ndpr',
  form: 'oxide',
  low: '553000',
  high: '557000',
  unit: 'CNY/t',
  date: '2026-11-20',
  vat: 'included',
  terms: 'ex-works',
  place: 'China',
  purity: '99.5 %',
};

/** Every field that a digest's form has, as whatever it may be chosen by. */
const DIGEST_FIELDS = [
  'channel',
  'items',
  'metals',
  'often',
  'day',
  'date',
  'ordinal',
  'time',
  'zone',
  'locale',
];
/** What of an alert's form is typed or chosen. */
const ALERT_FIELDS = ['metal', 'kind', 'low', 'high', 'unit', 'percent', 'days', 'form', 'until', 'start'];
/** Every button; its value is the text, or has it in it. */
const BUTTONS: Readonly<Record<string, (text: string) => string>> = {
  [`${ACTIONS.ask}:0`]: (text) => text,
  [`${ACTIONS.choose}:0`]: (text) => JSON.stringify({ ask: text, faq: text, instead: text }),
  [`${ACTIONS.chart}:0`]: (text) => JSON.stringify({ kind: 'price', metal: text, from: 2021, to: 2026 }),
  [`${ACTIONS.home}:0`]: (text) => text,
  [ACTIONS.share]: (text) => text,
  [ACTIONS.explain]: (text) => text,
  [ACTIONS.helpful]: (text) => JSON.stringify({ text, faq: text }),
  [ACTIONS.unfit]: (text) => JSON.stringify({ text, faq: null }),
  [QUOTE_ACTIONS.store]: (text) => `2026-11-20 ${text}`,
  [`${QUOTE_ACTIONS.publish}:0`]: (text) => JSON.stringify({ series: text, date: '2026-11-20', edition: 1 }),
  [DIGEST_ACTIONS.pause]: (text) => text,
  [ALERT_ACTIONS.day]: (text) => text,
  [SEND_AGAIN_ACTION]: (text) => text,
  [REQUEST_ACTIONS.act]: (text) =>
    JSON.stringify({ request: { intent: text }, by: text, key: text, in: text }),
  [IMPORT_ACTIONS.store]: (text) => JSON.stringify({ file: text, name: text, choices: {} }),
};
/** What stands before the text in each command. */
const COMMANDS = [
  '',
  'chart ',
  'why ',
  'alert ',
  'alert above ',
  'alert change 5% ',
  'digest weekly ',
  'quote add ',
  'quote add NdPr oxide ',
  'faq ',
];

/** All of them. */
export function doorsOf(house: House): readonly Door[] {
  const { slack, user } = house;
  const { dispatch, workspace } = slack;
  const direct = directMessage(workspace, user.id).id;
  const say = (fields: Json) =>
    dispatch.event(slack.wrapEvent({ user: user.id, ts: workspace.ids.ts(), ...fields }));
  const message = (fields: Json) =>
    say({ type: 'message', channel: direct, channel_type: 'im', text: '', ...fields });
  const submit = (callback_id: string, values: Json, carried: Json = {}) => {
    const view = { id: 'V1', type: 'modal', callback_id, private_metadata: JSON.stringify(carried) };
    const state = { values };
    return dispatch.interaction({
      ...baseOf(house, 'view_submission'),
      view: { ...view, blocks: [], state },
    });
  };
  const digest = newChoice({ channel: undefined, items: ['price'], metals: ['neodymium'], zone: 'UTC' });
  const alert = newAlertChoice('neodymium', undefined);
  return [
    { name: 'direct message', bring: (text) => message({ text }) },
    { name: 'direct message, rich text', bring: (text) => message({ blocks: richBlocks(text) }) },
    {
      name: 'direct message, forwarded',
      bring: (text) => message({ attachments: [{ is_share: true, text }] }),
    },
    {
      name: 'mention',
      bring: (text) =>
        say({ type: 'app_mention', channel: house.channel, text: `<@${workspace.bot.userId}> ${text}` }),
    },
    ...COMMANDS.map((words) => ({
      name: `/nd ${words}`.trimEnd(),
      bring: (text: string) => dispatch.command(commandOf(house, `${words}${text}`)),
    })),
    ...Object.entries(BUTTONS).map(([actionId, value]) => ({
      name: `button ${actionId}`,
      bring: (text: string) => dispatch.interaction(pressOf(house, actionId, value(text))),
    })),
    ...Object.keys(QUOTE_FIELDS).map((field) => ({
      name: `form of a price, ${field}`,
      bring: (text: string) => submit(QUOTE_FORM, valuesOf({ ...QUOTE_FIELDS, [field]: text })),
    })),
    ...DIGEST_FIELDS.map((field) => ({
      name: `form of a digest, ${field}`,
      bring: (text: string) => submit(FORM_CALLBACK, valuesOf({ [field]: text }), { choice: digest }),
    })),
    ...ALERT_FIELDS.map((field) => ({
      name: `form of an alert, ${field}`,
      bring: (text: string) => submit(ALERT_FORM, valuesOf({ [field]: text }), { choice: alert }),
    })),
    {
      name: 'dropped table',
      bring: (text) =>
        slack.answerTo(() => user.drop('dm', { name: 'prices.csv', bytes: Buffer.from(text) })),
    },
    {
      name: 'form of a digest, search of a zone',
      bring: (text) => {
        const search = { action_id: `${CHOOSE_ACTION}:zone`, block_id: 'zone', value: text };
        return dispatch.interaction({ ...baseOf(house, 'block_suggestion'), ...search });
      },
    },
  ];
}

const baseOf = ({ slack, user }: House, type: string): Json => ({
  type,
  user: { id: user.id, name: user.name, username: user.name, team_id: slack.workspace.team.id },
  team: { id: slack.workspace.team.id, domain: slack.workspace.team.domain },
  api_app_id: slack.workspace.appId,
  token: 'bench',
  trigger_id: 'bench',
});

const commandOf = ({ slack, user, channel, responseUrl }: House, text: string): Json => ({
  token: 'bench',
  team_id: slack.workspace.team.id,
  team_domain: slack.workspace.team.domain,
  channel_id: channel,
  channel_name: 'general',
  user_id: user.id,
  user_name: user.name,
  command: '/nd',
  text,
  api_app_id: slack.workspace.appId,
  is_enterprise_install: 'false',
  response_url: responseUrl,
  trigger_id: 'bench',
});

const pressOf = (house: House, actionId: string, value: string): Json => ({
  ...baseOf(house, 'block_actions'),
  container: { type: 'message', message_ts: '1.1', channel_id: house.channel, is_ephemeral: true },
  channel: { id: house.channel, name: 'general' },
  message: { ts: '1.1', text: '' },
  response_url: house.responseUrl,
  actions: [{ type: 'button', action_id: actionId, block_id: 'b', value, action_ts: '1.1' }],
});

/** In which way each field is filled in; any other one is chosen from a list. */
const FILLED: Readonly<Record<string, (value: string) => Json>> = {
  ...Object.fromEntries(
    ['low', 'high', 'percent', 'days', 'place', 'purity'].map((id) => [id, (value: string) => ({ value })]),
  ),
  ...Object.fromEntries(
    ['items', 'metals'].map((id) => [id, (value: string) => ({ selected_options: [{ value }] })]),
  ),
  ...Object.fromEntries(['date', 'until'].map((id) => [id, (value: string) => ({ selected_date: value })])),
  channel: (value) => ({ selected_conversation: value }),
  time: (value) => ({ selected_time: value }),
};

const valuesOf = (fields: Readonly<Record<string, string>>): Json =>
  Object.fromEntries(
    Object.entries(fields).map(([id, value]) => {
      const filled = FILLED[id]?.(value) ?? { selected_option: { value } };
      return [id, { [id]: filled }];
    }),
  );

/** As Slack's editor would send it where each tenth character has another style. */
function richBlocks(text: string): readonly Json[] {
  const elements: Json[] = [];
  for (let at = 0; at < text.length; at += 10)
    elements.push({ type: 'text', text: text.slice(at, at + 10), style: { bold: at % 20 === 0 } });
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }];
}
