/** What a terminal shows of what happens in the workspace, to the one who sits there. */
import type { Change } from '../state/changes.ts';
import type { Exchange } from '../wire/exchange-log.ts';
import type { Surface } from '../state/form-memory.ts';
import { wordsOf, type Interactive } from '../people/interactive-elements.ts';
import { nameOf } from '../state/message-store.ts';
import { renderText } from './render-text.ts';
import type { Simulator, User } from '../simulator-handle.ts';
import type { Message, View } from '../wire/wire-types.ts';

type Screen = {
  say: (text: string) => void;
  /** How often something has been shown. */
  count: () => number;
  /** The message or view shown last that has something to press: its first choice is number 1. */
  last: { readonly surface: Surface; readonly choices: readonly Interactive[] } | undefined;
  /** The thread in which the bot spoke last in a place (`#general`). */
  threadIn: (place: string) => string | undefined;
  close: () => void;
};

export type ScreenOptions = {
  readonly write: (text: string) => void;
  /** How the address of a picture is shown; as it is unless given. */
  readonly link?: (url: string) => string;
};

/** @param reader who sits there just now */
export function createScreen(slack: Simulator, reader: () => User, { write, link }: ScreenOptions): Screen {
  const { workspace } = slack;
  const threads = new Map<string, string>();
  let shown = 0;
  const screen: Screen = {
    say: (text) => {
      shown += 1;
      write(text);
    },
    count: () => shown,
    last: undefined,
    threadIn: (place) => threads.get(place),
    close: slack.subscribe(show),
  };

  function show(change: Change): void {
    const mine = 'user' in change && change.user === reader().id;
    if (change.kind === 'message') showMessage(change.message, false);
    else if (change.kind === 'message-changed') {
      const { before, message } = change;
      // A reaction changes a message too, but says nothing.
      if (before.text !== message.text || before.blocks !== message.blocks) showMessage(message, true);
    } else if (change.kind === 'exchange' && isLost(change.exchange))
      screen.say('(The app did not take it.)');
    else if (change.kind === 'home' && mine) showView(slack.homeOf(reader()), 'Tab');
    else if (change.kind === 'views' && mine) showView(slack.openViews(reader()).at(-1), 'Dialog');
    else if (change.kind === 'notice' && mine) screen.say(`Slack: ${change.text}`);
  }

  function showMessage(message: Message, edited: boolean): void {
    const { channel: id, visible_to: only, thread_ts: thread } = message;
    const me = reader().id;
    const channel = workspace.channels.get(id);
    if (message.bot_id === undefined || (only ?? me) !== me) return;
    if (channel?.kind === 'im' && !channel.members.includes(me)) return;
    const place = channel?.kind === 'im' ? 'dm' : `#${channel?.name ?? id}`;
    const { text, choices } = renderText(workspace, message.blocks, message.text, link);
    const notes = [
      place,
      thread === undefined ? '' : 'in the thread',
      edited ? 'changed' : '',
      only === undefined ? '' : 'only visible to you',
    ];
    const files = message.files.map((file) => `[file: ${workspace.files.get(file)?.name ?? file}]`);
    const said = [text, ...files].filter(Boolean).join('\n');
    screen.say(`\n${nameOf(workspace, message.user)} (${notes.filter(Boolean).join(', ')})\n${said}\n`);
    if (choices.length > 0) screen.last = { surface: message, choices };
    if (only === undefined) threads.set(place, thread ?? message.ts);
  }

  function showView(view: View | undefined, what: string): void {
    if (!view) return;
    const { text, choices } = renderText(workspace, view.blocks, '', link);
    const button = wordsOf(view['submit']);
    const title = view.type === 'home' ? 'Home' : wordsOf(view['title']);
    screen.say(`\n${what}: ${title}\n${text}\n${button === '' ? '' : `("submit" is "${button}")\n`}`);
    screen.last = { surface: view, choices };
  }

  return screen;
}

/** A first attempt that failed; people don't see the repetitions. */
const isLost = (exchange: Exchange): boolean =>
  exchange.direction === 'to-app' && exchange.ack?.ok === false && !('x-slack-retry-num' in exchange.headers);
