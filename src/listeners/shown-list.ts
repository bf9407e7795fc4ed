/** What a list of digests or alerts shows, as its buttons carry it: Slack does not send a private message back. */

/** One of them, or those of a channel and a person's own. */
export type Shown = { readonly id: string } | { readonly channel: string; readonly owner: string };

/** The value of a button: which digest or alert it is of, and what list it stands in. */
export function writeValue(id: string, shown: Shown): string {
  return 'id' in shown ? id : `${id} ${shown.channel}`;
}

/** @param user Who pressed. */
export function readValue(
  value: string | undefined,
  user: string,
): { readonly id: string; readonly shown: Shown } {
  const [id = '', channel] = (value ?? '').split(' ');
  return { id, shown: channel === undefined ? { id } : { channel, owner: user } };
}
