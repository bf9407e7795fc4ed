/** files.*: the upload in three steps, and what is known of a file. */
import { jsonsIn, textIn } from '../json.ts';
import { announceMessage } from '../events.ts';
import { addMessage } from '../message-store.ts';
import { SlackError } from '../slack-error.ts';
import type { Slack } from '../slack.ts';
import type { FileEntry, Json } from '../wire-types.ts';
import { findWritable } from './find-conversation.ts';
import { readContent } from './message-arguments.ts';
import { jsonArg, requiredArg, textArg, type Methods } from './method.ts';

const MIME_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  csv: 'text/csv',
  txt: 'text/plain',
  pdf: 'application/pdf',
};

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

function describeFile({ workspace, url }: Slack, entry: FileEntry): Json {
  const address = `${url()}/files/${entry.id}/${encodeURIComponent(entry.name)}`;
  return {
    id: entry.id,
    created: Math.floor(workspace.now() / 1000),
    timestamp: Math.floor(workspace.now() / 1000),
    name: entry.name,
    title: entry.title,
    mimetype: entry.mimetype,
    filetype: entry.name.split('.').at(-1) ?? '',
    user: workspace.bot.userId,
    size: entry.length,
    mode: 'hosted',
    is_external: false,
    is_public: true,
    url_private: address,
    url_private_download: address,
    permalink: address,
    alt_txt: entry.alt_text,
    channels: entry.channels,
    groups: [],
    ims: [],
  };
}
