/** Times as a person reads them, in their zone, and back. */

/** Milliseconds since 1970 of a message's `ts`. */
export const millisOf = (ts: string): number => Math.floor(Number(ts) * 1000);

const format = (at: number, zone: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }).format(at);

/** `09:41` */
export const timeOf = (at: number, zone: string): string =>
  format(at, zone, { hour: '2-digit', minute: '2-digit' });

/** `Tuesday, 24 November` */
export const dayOf = (at: number, zone: string): string =>
  format(at, zone, { weekday: 'long', day: 'numeric', month: 'long' });

/** `2026-11-24T09:41`: what an input of date and time holds. */
export function localOf(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return parts.format(at).replace(' ', 'T');
}

/**
 * The moment at which a zone's clocks show `local`, in milliseconds since 1970; undefined when that is no date and time.
 * Where clocks go forward over it, the moment after; where they show it twice, one of the two.
 */
export function momentOf(local: string, zone: string): number | undefined {
  const wanted = Date.parse(`${local}Z`);
  if (Number.isNaN(wanted)) return undefined;
  let at = wanted;
  // Once for the offset, once more where that crossed a change of clocks.
  for (let i = 0; i < 2; i += 1) at += wanted - Date.parse(`${localOf(at, zone)}Z`);
  return at;
}

/** `09:41:07` */
export const timeOfDay = (at: number, zone: string): string =>
  format(at, zone, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
