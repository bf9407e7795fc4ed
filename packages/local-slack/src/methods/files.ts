/** files.*: the upload in three steps, and what is known of a file. */
import { jsonsIn, textIn } from '../wire/json.ts';
import { describeFile, MIME_TYPES } from '../state/describe-file.ts';
import { announceMessage } from '../wire/events.ts';
import { addMessage } from '../state/message-store.ts';
import { SlackError } from '../wire/slack-error.ts';
import type { Slack } from '../slack.ts';
import type { FileEntry, Json } from '../wire/wire-types.ts';
import { findWritable } from './find-conversation.ts';
import { readContent } from './message-arguments.ts';
import { jsonArg, requiredArg, textArg, type Methods } from './method.ts';

export const fileMethods: Methods = {
  'files.getUploadURLExternal': {
    scopes: ['files:write'],
    run: (slack, args) => {
      const name = requiredArg(args, 'filename');
      const length = Number(requiredArg(args, 'length'));
      if (!Number.isInteger(length) || length <= 0) throw new SlackError('invalid_arguments');
      const id = slack.workspace.ids.next('F');
      const mimetype = MIME_TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
      const entry: FileEntry = {
        id,
        name,
        title: name,
        length,
        mimetype,
        alt_text: textArg(args, 'alt_text') ?? textArg(args, 'alt_txt') ?? '',
        bytes: undefined,
        completed: false,
        channels: [],
      };
      slack.workspace.files.set(id, entry);
      return { upload_url: `${slack.url()}/upload/${id}`, file_id: id };
    },
  },
  'files.completeUploadExternal': { scopes: ['files:write'], run: completeUpload },
  'files.info': {
    scopes: ['files:read'],
    run: (slack, args) => {
      const entry = slack.workspace.files.get(requiredArg(args, 'file'));
      if (!entry?.completed) throw new SlackError('file_not_found');
      const { faults } = slack;
      const looking = faults.slowFiles > 0;
      if (looking) faults.slowFiles -= 1;
      const file = { ...describeFile(slack, entry), ...(looking && { mimetype: '' }) };
      return { file, comments: [], response_metadata: { next_cursor: '' } };
    },
  },
};

function completeUpload(slack: Slack, args: Json): Json {
  const { workspace } = slack;
  const asked = jsonsIn(jsonArg(args, 'files', 'invalid_arguments'));
  if (asked.length === 0) throw new SlackError('invalid_arguments');
  const channel = textArg(args, 'channel_id');
  const place = channel === undefined ? undefined : findWritable(workspace, { channel });
  const entries = asked.map((one): FileEntry => {
    const entry = workspace.files.get(textIn(one['id']));
    if (!entry) throw new SlackError('file_not_found');
    if (!entry.bytes) throw new SlackError('file_update_failed');
    const title = textIn(one['title']) || entry.title;
    return Object.assign({}, entry, { title, completed: true, channels: place ? [place.id] : [] });
  });
  for (const entry of entries) workspace.files.set(entry.id, entry);
  workspace.changes.emit({ kind: 'files' });
  if (place) {
    const comment = textArg(args, 'initial_comment') ?? '';
    const thread = textArg(args, 'thread_ts');
    const { blocks } =
      comment === '' && args['blocks'] === undefined
        ? { blocks: undefined }
        : readContent(slack, { ...args, text: comment }, 40_000);
    const message = addMessage(workspace, {
      channel: place.id,
      user: workspace.bot.userId,
      bot_id: workspace.bot.botId,
      text: comment,
      files: entries.map((entry) => entry.id),
      ...(blocks && { blocks }),
      ...(thread !== undefined && { thread_ts: thread }),
    });
    void announceMessage(slack, message);
  }
  return { files: entries.map((entry) => describeFile(slack, entry)) };
}
