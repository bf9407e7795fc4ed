/** What the page's server and its browser part say to each other. Types only: both sides read them. */

export type PagePerson = {
  readonly id: string;
  readonly name: string;
  readonly real_name: string;
  readonly is_bot: boolean;
  /** Their picture, as HTML. */
  readonly avatar: string;
};

export type PageChannel = {
  readonly id: string;
  /** Without the #; of a direct message the bot's name. */
  readonly name: string;
  readonly kind: 'channel' | 'group' | 'im';
  readonly members: number;
  /** Whether the bot is in it. */
  readonly bot: boolean;
};

/** One message, as one person sees it. */
export type Row = {
  readonly channel: string;
  readonly ts: string;
  /** The message it replies to. */
  readonly thread?: string;
  readonly user: string;
  /** "Tuesday, 24 November", in the person's zone. */
  readonly day: string;
  /** The person's own words, to be edited; absent in what others said. */
  readonly typed?: string;
  readonly ephemeral: boolean;
  readonly html: string;
};

export type PageView = { readonly id: string; readonly html: string };

/** One line of the wire panel. */
export type WireLine = {
  readonly id: number;
  readonly toApp: boolean;
  readonly name: string;
  readonly at: string;
  /** Empty while it is not answered. */
  readonly result: string;
  readonly ok: boolean;
  readonly ms?: number;
  readonly faults: number;
};

/** What opens under a line. `text` is plain; the browser sets it as text. */
export type WireDetail = {
  readonly sections: readonly { readonly title: string; readonly text: string }[];
  readonly curl: string;
};

export type Switches = {
  readonly repeatEvents: boolean;
  readonly refuseImages: boolean;
  readonly expireTriggers: boolean;
  readonly slow: boolean;
};

export type PageClock = {
  /** Milliseconds since 1970 when this was sent: the page lets it run on. */
  readonly at: number;
  readonly zone: string;
  readonly moved: boolean;
};

type PageCommand = { readonly command: string; readonly description: string; readonly hint: string };
type PageShortcut = {
  readonly name: string;
  readonly description: string;
  readonly callback_id: string;
  readonly type: 'global' | 'message';
};

export type Snapshot = {
  readonly kind: 'snapshot';
  readonly workspace: string;
  readonly me: PagePerson;
  readonly bot: PagePerson;
  readonly people: readonly PagePerson[];
  readonly channels: readonly PageChannel[];
  readonly rows: readonly Row[];
  /** By channel: the `ts` up to which the person has read. */
  readonly read: Readonly<Record<string, string>>;
  readonly home: string;
  readonly homeTab: boolean;
  readonly views: readonly PageView[];
  readonly commands: readonly PageCommand[];
  readonly shortcuts: readonly PageShortcut[];
  readonly wire: readonly WireLine[];
  readonly switches: Switches;
  /** How the app is reached: by HTTP, or over this many sockets. */
  readonly sockets: number;
  readonly clock: PageClock;
  readonly app: AppState;
  /** The folder of what the app keeps here: a new start empties it. */
  readonly keptIn: string;
};

/** Whether the app can be reached: `gone` is started again by itself, `given up` when someone says so. */
export type AppState = 'up' | 'gone' | 'given up';

export type PageEvent =
  | Snapshot
  | { readonly kind: 'row'; readonly row: Row }
  | { readonly kind: 'gone'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'home'; readonly html: string }
  | { readonly kind: 'views'; readonly views: readonly PageView[] }
  | { readonly kind: 'channels'; readonly channels: readonly PageChannel[] }
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'wire'; readonly line: WireLine }
  | { readonly kind: 'app'; readonly app: AppState }
  | { readonly kind: 'sockets'; readonly open: number }
  | { readonly kind: 'clock'; readonly clock: PageClock }
  | { readonly kind: 'switches'; readonly switches: Switches };

/** Where an element is: on a message, or on a view. */
export type SurfaceId = { readonly channel: string; readonly ts: string } | { readonly view: string };

/** What a person does in the page, as it is posted. */
export type Act =
  | {
      readonly act: 'drop';
      readonly channel: string;
      readonly name: string;
      /** In base 64. */
      readonly content: string;
    }
  | { readonly act: 'say'; readonly channel: string; readonly text: string; readonly thread?: string }
  | { readonly act: 'edit'; readonly channel: string; readonly ts: string; readonly text: string }
  | { readonly act: 'remove'; readonly channel: string; readonly ts: string }
  | { readonly act: 'react'; readonly channel: string; readonly ts: string; readonly name: string }
  | { readonly act: 'read'; readonly channel: string; readonly ts: string }
  | {
      readonly act: 'press';
      readonly surface: SurfaceId;
      readonly block: string;
      readonly action: string;
      readonly value?: string;
    }
  | {
      readonly act: 'select' | 'suggest';
      readonly surface: SurfaceId;
      readonly block: string;
      readonly action: string;
      readonly given?: unknown;
    }
  | { readonly act: 'submit'; readonly fields: readonly Field[] }
  | { readonly act: 'close'; readonly all: boolean }
  | { readonly act: 'home'; readonly tab: 'home' | 'messages' }
  | {
      readonly act: 'shortcut';
      readonly callback_id: string;
      readonly channel?: string;
      readonly ts?: string;
    }
  | { readonly act: 'switch'; readonly name: keyof Switches; readonly on: boolean }
  | { readonly act: 'fail'; readonly what: 'ratelimit' | 'socket' }
  | { readonly act: 'clock'; readonly local?: string }
  | { readonly act: 'restart' }
  | { readonly act: 'start-over' };

export type Field = { readonly block: string; readonly action: string; readonly given: unknown };

export type ActAnswer = {
  readonly ok: boolean;
  /** What went wrong, for a person. */
  readonly error?: string;
  /** Of `submit`: by block, what is wrong. */
  readonly errors?: Readonly<Record<string, string>>;
  /** Of `suggest`. */
  readonly options?: readonly {
    readonly text: string;
    readonly value: string;
    readonly description?: string;
  }[];
};
