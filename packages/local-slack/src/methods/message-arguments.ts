/** What a message may carry, checked as Slack checks it. Shared by chat.* and `response_url`. */
import { asJson, isJson, jsonsIn } from '../wire/json.ts';
import { checkBlocks, type CanFetch } from '../block-kit/check-blocks.ts';
import { SlackError } from '../wire/slack-error.ts';
import type { Slack } from '../slack.ts';
import type { Json } from '../wire/wire-types.ts';
import { jsonArg, textArg } from './method.ts';

type Content = {
  readonly text: string;
  /** Undefined where the caller gave none, which is not the same as an empty list. */
  readonly blocks: readonly Json[] | undefined;
  readonly attachments: readonly Json[] | undefined;
  readonly metadata: Json | undefined;
};

/** Reads text, blocks, attachments and metadata. Throws `no_text`, `msg_too_long`, `invalid_blocks` and the like. */
export function readContent(slack: Slack, args: Json, longest: number): Content {
  const text = textArg(args, 'text') ?? textArg(args, 'markdown_text') ?? '';
  const blocks = listArg(args, 'blocks', 'invalid_blocks_format');
  const attachments = listArg(args, 'attachments', 'invalid_attachments');
  const metadata = asJson(jsonArg(args, 'metadata', 'invalid_metadata_format'));
  if (text === '' && !blocks?.length && !attachments?.length) throw new SlackError('no_text');
  if (text.length > longest) throw new SlackError('msg_too_long');
  if (blocks) refuseFaults(checkBlocks(blocks, 'message', pictureFetcher(slack)));
  for (const attachment of attachments ?? []) {
    refuseFaults(checkBlocks(jsonsIn(attachment['blocks']), 'message', pictureFetcher(slack)));
  }
  if (
    metadata &&
    (typeof metadata['event_type'] !== 'string' || typeof metadata['event_payload'] !== 'object')
  ) {
    throw new SlackError('invalid_metadata_schema');
  }
  return { text, blocks, attachments, metadata };
}

/** Throws `invalid_blocks` with the path of each fault, if there are any. */
export function refuseFaults(faults: readonly string[]): void {
  if (faults.length === 0) return;
  const messages = faults.map((fault) => `[ERROR] ${fault}`);
  throw new SlackError('invalid_blocks', { errors: faults, response_metadata: { messages } });
}

/** Whether Slack can fetch pictures just now, and this one at all. */
export const pictureFetcher =
  ({ faults, canFetchImage, workspace }: Slack): CanFetch =>
  (picture) => {
    if (faults.refuseImages) return false;
    if ('url' in picture) return canFetchImage(picture.url);
    return faults.slowFiles === 0 && workspace.files.get(picture.file)?.completed === true;
  };

function listArg(args: Json, name: string, refusal: string): readonly Json[] | undefined {
  const value = jsonArg(args, name, refusal);
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || !value.every(isJson)) throw new SlackError(refusal);
  return value;
}
