/** A picture as a Slack file, for workspaces whose bot has no public address. Scopes: files:write, files:read. */
import type { WebClient } from '@slack/web-api';

interface Upload {
  readonly png: Buffer;
  /** Without a path; ends with ".png". */
  readonly filename: string;
  readonly title: string;
  readonly altText: string;
}

interface UploadOptions {
  /** How long the file may take to become ready; milliseconds. */
  readonly timeLimitMs?: number;
  /** The wait before the first look; each next one is twice as long, up to a second. */
  readonly firstWaitMs?: number;
}

const LONGEST_WAIT_MS = 1000;

/**
 * Uploads a picture and waits until Slack can show it: an image block with a file that isn't ready is refused.
 * The file is in no channel by itself; it is seen where a message's image block names it (`slack_file: { id }`).
 * @returns The file's id.
 * @throws What the Web API throws, and Error where the upload fails or the file isn't ready in time.
 */
export async function uploadPicture(
  client: WebClient,
  { png, filename, title, altText }: Upload,
  { timeLimitMs = 10_000, firstWaitMs = 100 }: UploadOptions = {},
): Promise<string> {
  const until = performance.now() + timeLimitMs;
  const place = await client.files.getUploadURLExternal({ filename, length: png.length, alt_text: altText });
  if (place.upload_url === undefined || place.file_id === undefined)
    throw new Error('Slack gave no upload address');
  const sent = await fetch(place.upload_url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(png),
    signal: AbortSignal.timeout(timeLimitMs),
  });
  if (!sent.ok) throw new Error(`Slack refused the upload: HTTP ${sent.status}`);
  await client.files.completeUploadExternal({ files: [{ id: place.file_id, title }] });
  let wait = firstWaitMs;
  while (!(await isReady(client, place.file_id))) {
    if (performance.now() + wait > until) throw new Error(`the file was not ready within ${timeLimitMs} ms`);
    await new Promise((resolve) => {
      setTimeout(resolve, wait);
    });
    wait = Math.min(LONGEST_WAIT_MS, wait * 2);
  }
  return place.file_id;
}

/** Slack looks at an upload after it says that it is complete; until then the file has no type. */
async function isReady(client: WebClient, file: string): Promise<boolean> {
  const info = await client.files.info({ file });
  return info.file?.mimetype !== undefined && info.file.mimetype !== '';
}
