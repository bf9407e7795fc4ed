/** What is told of a file: in answers of files.* and in the event of a message that a person drops it with. */
import type { Slack } from '../slack.ts';
import type { FileEntry, Json } from '../wire/wire-types.ts';

/** By the end of a file's name. */
export const MIME_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  csv: 'text/csv',
  txt: 'text/plain',
  pdf: 'application/pdf',
  json: 'application/json',
  xml: 'application/xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A file as Slack's answers and events have it. */
export function describeFile({ workspace, url }: Slack, entry: FileEntry): Json {
  const address = `${url()}/files/${entry.id}/${encodeURIComponent(entry.name)}`;
  return {
    id: entry.id,
    created: Math.floor(workspace.now() / 1000),
    timestamp: Math.floor(workspace.now() / 1000),
    name: entry.name,
    title: entry.title,
    mimetype: entry.mimetype,
    filetype: entry.name.split('.').at(-1) ?? '',
    user: entry.user ?? workspace.bot.userId,
    size: entry.length,
    mode: 'hosted',
    is_external: false,
    is_public: entry.user === undefined,
    url_private: address,
    url_private_download: address,
    permalink: address,
    alt_txt: entry.alt_text,
    channels: entry.channels,
    groups: [],
    ims: [],
  };
}
