/** Switches that make the simulated Slack behave badly, as the real one sometimes does. */

/** What goes wrong with a Web API method, and how often. */
export type MethodFault = {
  /** Answer with this HTTP status and no JSON; 429 comes with `Retry-After`. */
  readonly status?: number;
  /** Seconds in `Retry-After`; 1 unless given. */
  readonly retryAfter?: number;
  /** Answer `{ ok: false, error }`. */
  readonly error?: string;
  /** Never answer; the connection stays open. */
  readonly hang?: boolean;
  /** Answer with this text in place of JSON, or with what is cut off. */
  readonly body?: string;
  /** Do the work first, then fail: the caller can't know that it was done. */
  readonly afterDoing?: boolean;
  /** Fail, and do the work only so many milliseconds later. */
  readonly doneAfter?: number;
  /** Do the work only once this is so, and answer truly then: the call was long on its way. */
  readonly before?: Promise<unknown>;
  /** Answer truly, with what was so when it was asked, but so many milliseconds late, or once this is so. */
  readonly late?: number | Promise<unknown>;
  /** How many calls are hit; 1 unless given, `Infinity` for all. */
  readonly times?: number;
  /** Only calls that name this channel. */
  readonly channel?: string;
};

export type Faults = {
  /** Makes the next `times` calls of a method (`chat.postMessage`, or `response_url`) go wrong. */
  fail: (method: string, fault: MethodFault) => void;
  /** Takes the fault that is due for this call, if any. @param channel That the call names. */
  take: (method: string, channel?: unknown) => MethodFault | undefined;
  /** Slack can't fetch any picture. */
  refuseImages: boolean;
  /** For so many looks (`files.info`) an upload has no type yet, and can't be shown. */
  slowFiles: number;
  /** Every event is delivered this many times more although it was acknowledged. */
  repeatEvents: number;
  /** Triggers are expired as soon as they are given. */
  expireTriggers: boolean;
  /** Milliseconds by which every answer of the Web API is late. */
  slowness: number;
  clear: () => void;
};

export function createFaults(): Faults {
  const due = new Map<string, { readonly fault: MethodFault; left: number }[]>();
  const faults: Faults = {
    fail: (method, fault) => {
      due.set(method, [...(due.get(method) ?? []), { fault, left: fault.times ?? 1 }]);
    },
    take: (method, channel) => {
      const list = due.get(method) ?? [];
      const hit = list.find(({ fault }) => fault.channel === undefined || fault.channel === channel);
      if (hit === undefined) return undefined;
      hit.left -= 1;
      if (hit.left <= 0) list.splice(list.indexOf(hit), 1);
      return hit.fault;
    },
    refuseImages: false,
    slowFiles: 0,
    repeatEvents: 0,
    expireTriggers: false,
    slowness: 0,
    clear: () => {
      due.clear();
      Object.assign(faults, {
        refuseImages: false,
        slowFiles: 0,
        repeatEvents: 0,
        expireTriggers: false,
        slowness: 0,
      });
    },
  };
  return faults;
}
