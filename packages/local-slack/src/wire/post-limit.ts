/** One message a second for a channel, with a small burst. */

const BURST = 4;
const PER_SECOND = 1;

/** Returns a function that says whether a channel may be posted to now, and counts the post. By the machine's clock. */
export function createPostLimit(now: () => number = () => performance.now()): (channel: string) => boolean {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (channel) => {
    const at = now();
    const bucket = buckets.get(channel) ?? { tokens: BURST, at };
    const tokens = Math.min(BURST, bucket.tokens + ((at - bucket.at) / 1000) * PER_SECOND);
    const allowed = tokens >= 1;
    buckets.set(channel, { tokens: allowed ? tokens - 1 : tokens, at });
    return allowed;
  };
}
