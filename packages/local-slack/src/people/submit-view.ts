/** Submits a modal, and does what the app's acknowledgement asks for. */
import { asJson, textIn } from '../wire/json.ts';
import type { Ack } from '../wire/exchange-log.ts';
import { listInteractive } from './interactive-elements.ts';
import { basePayload } from '../wire/payloads.ts';
import { giveResponseUrl } from '../wire/response-url.ts';
import { SlackError } from '../wire/slack-error.ts';
import type { Slack } from '../slack.ts';
import { giveTrigger } from '../state/triggers.ts';
import { pushView, replaceView, setStack } from '../state/view-store.ts';
import type { Json, View } from '../wire/wire-types.ts';

export type Submission = {
  readonly ack: Ack;
  /** By `block_id`: what the app says is wrong. The modal stays open. */
  readonly errors: Readonly<Record<string, string>>;
};

/** @param view the topmost modal, with its state */
export async function submitView(slack: Slack, user: string, view: View): Promise<Submission> {
  const { workspace } = slack;
  const ack = await slack.dispatch.interaction({
    ...basePayload(slack, 'view_submission', user),
    trigger_id: giveTrigger(slack, user, view.id),
    view,
    response_urls: responseUrls(slack, user, view),
  });
  const stack = workspace.stacks.get(user) ?? [];
  const failed = (text: string): Submission => {
    workspace.changes.emit({ kind: 'notice', user, text });
    return { ack, errors: {} };
  };
  if (!ack.ok) return failed('We had some trouble connecting. Try again?');
  const body = asJson(ack.body) ?? {};
  try {
    switch (body['response_action']) {
      case undefined:
        setStack(
          workspace,
          user,
          stack.filter((id) => id !== view.id),
        );
        return { ack, errors: {} };
      case 'clear':
        setStack(workspace, user, []);
        return { ack, errors: {} };
      case 'update':
        replaceView(slack, view, body['view']);
        return { ack, errors: {} };
      case 'push':
        pushView(slack, user, body['view']);
        return { ack, errors: {} };
      case 'errors':
        return { ack, errors: readErrors(view, body['errors']) };
      default:
        return failed(
          `The app answered with an unknown response_action: ${JSON.stringify(body['response_action'])}.`,
        );
    }
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    return failed(
      `The app answered with a view that Slack refuses: ${error.message} ${JSON.stringify(error.extra)}`,
    );
  }
}

/** Slack takes errors for input blocks of the view only. */
function readErrors(view: View, errors: unknown): Readonly<Record<string, string>> {
  const inputs = new Set(
    listInteractive(view.blocks)
      .filter((e) => e.input)
      .map((e) => e.block_id),
  );
  const given = Object.fromEntries(
    Object.entries(asJson(errors) ?? {}).map(([id, text]) => [id, textIn(text)]),
  );
  const wrong = Object.keys(given).filter((id) => !inputs.has(id));
  if (wrong.length > 0 || Object.keys(given).length === 0) {
    throw new SlackError('invalid_arguments', {
      messages: [`no input block: ${wrong.join(', ') || 'no errors given'}`],
    });
  }
  return given;
}

/** One `response_url` for each conversation chosen in a select that asks for it. */
function responseUrls(slack: Slack, user: string, view: View): readonly Json[] {
  const values = asJson(asJson(view['state'])?.['values']);
  return listInteractive(view.blocks).flatMap(({ element, block_id, action_id }) => {
    const value = asJson(asJson(values?.[block_id])?.[action_id]);
    const channel = value?.['selected_conversation'] ?? value?.['selected_channel'];
    if (element['response_url_enabled'] !== true || typeof channel !== 'string') return [];
    return [
      { block_id, action_id, channel_id: channel, response_url: giveResponseUrl(slack, { channel, user }) },
    ];
  });
}
