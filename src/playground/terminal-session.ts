/** What each line typed in the terminal does, and what is shown of what happens. */
import type { Change } from './changes.ts';
import type { Exchange } from './exchange-log.ts';
import type { Surface } from './form-memory.ts';
import { nameOf } from './message-store.ts';
import { renderText } from './render-text.ts';
import type { Simulator, User } from './simulator-handle.ts';
import type { Json, Message, View } from './wire-types.ts';
import { optionsOf, wordsOf, type Interactive } from './interactive-elements.ts';

export type TerminalSession = {
  /** Does what a line says, and resolves when its answer has been shown. */
  run: (line: string) => Promise<void>;
  prompt: () => string;
  /** Shows a line from elsewhere; who waits for an answer waits no longer. */
  tell: (text: string) => void;
  close: () => void;
};

export const HELP = `/nd price 2024         a slash command
@lodestone why did..?  a mention, in a channel
price 2024             to the bot in a direct message; to everyone in a channel
> and 2025?            a mention in the thread of the last answer
1                      presses button 1; "2 terbium" chooses or fills in number 2
submit, close          a dialog
#general, dm, home     go to a channel, to the direct message, to the Home tab
as Planner             be someone else
restart, help, quit`;

/** An answer that takes longer is not waited for. */
const PATIENCE_MS = 10_000;
/** After the first answer, more may follow: this long without a word means that all has been said. */
const QUIET_MS = 60;

export function createTerminalSession(
  slack: Simulator,
  outside: {
    write: (text: string) => void;
    quit: () => void;
    restart: () => void;
    /** How the address of a picture is shown; as it is unless given. */
    link?: (url: string) => string;
  },
): TerminalSession {
  const { workspace } = slack;
  const [first] = slack.users;
  if (!first) throw new Error('The playground has no people.');
  let user: User = first;
  let place = 'dm';
  let last: { surface: Surface; choices: readonly Interactive[] } | undefined;
  /** By channel: where the bot spoke last. */
  const threads = new Map<string, string>();
  let shown = 0;
  /** What has been filled into the open dialog, by `action_id`. */
  let filled: Record<string, string> = {};

  const say = (text: string): void => {
    shown += 1;
    outside.write(text);
  };
  const where = (message: Message): string => {
    const name = workspace.channels.get(message.channel)?.name;
    return name === undefined || name === '' ? 'dm' : `#${name}`;
  };

  function showMessage(message: Message, edited: boolean): void {
    if (message.bot_id === undefined || (message.visible_to ?? user.id) !== user.id) return;
    const channel = workspace.channels.get(message.channel);
    if (channel?.kind === 'im' && !channel.members.includes(user.id)) return;
    const { text, choices } = renderText(workspace, message.blocks, message.text, outside.link);
    const notes = [
      where(message),
      message.thread_ts === undefined ? '' : 'in the thread',
      edited ? 'changed' : '',
      message.visible_to === undefined ? '' : 'only visible to you',
    ];
    say(`\n${nameOf(workspace, message.user)} (${notes.filter(Boolean).join(', ')})\n${text}\n`);
    if (choices.length > 0) last = { surface: message, choices };
    if (message.visible_to === undefined) threads.set(where(message), message.thread_ts ?? message.ts);
  }

  function showView(view: View | undefined, what: string): void {
    if (!view) return;
    const { text, choices } = renderText(workspace, view.blocks, '', outside.link);
    const button = wordsOf(view['submit']);
    const title = view.type === 'home' ? 'Home' : wordsOf(view['title']);
    say(`\n${what}: ${title}\n${text}\n${button === '' ? '' : `("submit" is "${button}")\n`}`);
    last = { surface: view, choices };
    filled = {};
  }

  function onChange(change: Change): void {
    if (change.kind === 'message') showMessage(change.message, false);
    else if (change.kind === 'message-changed') {
      if (change.before.text !== change.message.text || change.before.blocks !== change.message.blocks)
        showMessage(change.message, true);
    } else if (change.kind === 'home' && change.user === user.id) showView(slack.homeOf(user), 'Tab');
    else if (change.kind === 'views' && change.user === user.id)
      showView(slack.openViews(user).at(-1), 'Dialog');
    else if (change.kind === 'exchange' && isLost(change.exchange)) say('(The app did not take it.)');
    else if (change.kind === 'notice' && change.user === user.id) say(`Slack: ${change.text}`);
  }
  const unsubscribe = slack.subscribe(onChange);

  /** Asks something new: what could be pressed before can't be any more. */
  function ask(act: () => Promise<unknown>): Promise<void> {
    last = undefined;
    return expectAnswer(act);
  }

  /** Does something that the bot answers, and waits until it has. */
  async function expectAnswer(act: () => Promise<unknown>): Promise<void> {
    const before = shown;
    await act();
    try {
      await slack.waitFor(() => shown > before, { timeoutMs: PATIENCE_MS });
      await slack.settled({ quietMs: QUIET_MS, timeoutMs: PATIENCE_MS });
    } catch {
      if (shown === before) say('(no answer)');
    }
  }

  async function pressNumber(number: number, given: string): Promise<void> {
    const target = last?.choices[number - 1];
    if (!last || !target) return say(`There is no number ${number} to press.`);
    const { surface } = last;
    const which = { action_id: target.action_id, ...valueOf(target.element) };
    if (target.input) {
      filled = { ...filled, [target.action_id]: given };
      return say(`${target.action_id}: ${given}`);
    }
    if (target.element['type'] === 'button') return expectAnswer(() => user.press(surface, which));
    if (given === '')
      return say(
        `Say which: ${optionsOf(target.element)
          .map((o) => wordsOf(o['text']))
          .join(', ')}`,
      );
    if (target.element['type'] === 'external_select') await user.typeAhead(surface, which, given);
    return expectAnswer(() => user.select(surface, which, given));
  }

  async function submit(): Promise<void> {
    const { errors } = await user.submitView(filled);
    for (const [field, error] of Object.entries(errors)) say(`${field}: ${error}`);
    await slack.settled({ quietMs: QUIET_MS, timeoutMs: PATIENCE_MS });
  }

  async function run(typed: string): Promise<void> {
    const line = typed.trim();
    const number = /^(\d{1,2})(?:\s+(.+))?$/.exec(line);
    if (line === '') return undefined;
    if (number && (last || number[2] === undefined)) return pressNumber(Number(number[1]), number[2] ?? '');
    if (line.startsWith('/')) return ask(() => user.command(line, place));
    if (line.startsWith('#')) return goTo(line);
    if (line.startsWith('>')) return reply(line.slice(1).trim());
    const [word, ...rest] = line.toLowerCase().split(/\s+/);
    if (word === 'as' && rest.length === 1) return become(rest[0] ?? '');
    const action = actions[line.toLowerCase()];
    if (action) return action();
    // In a channel the bot is silent unless it is named.
    const named = place === 'dm' || line.toLowerCase().includes(`@${workspace.bot.name.toLowerCase()}`);
    if (named) return ask(() => user.say(place, line));
    await user.say(place, line);
    return undefined;
  }

  const actions: Readonly<Record<string, () => Promise<void> | void>> = {
    help: () => say(HELP),
    quit: outside.quit,
    exit: outside.quit,
    restart: outside.restart,
    dm: () => goTo('dm'),
    home: () => ask(() => user.openHome()),
    submit,
    close: async () => void (await user.closeView()),
  };

  function goTo(name: string): void {
    if (name !== 'dm' && ![...workspace.channels.values()].some((channel) => `#${channel.name}` === name)) {
      return say(`There is no ${name}.`);
    }
    place = name;
    return say(`You are in ${name}.`);
  }

  function become(name: string): void {
    user = slack.user(name);
    last = undefined;
    say(`You are ${user.real_name}.`);
  }

  function reply(text: string): Promise<void> {
    if (place === 'dm') return ask(() => user.dm(text));
    const thread_ts = threads.get(place);
    return ask(() => user.mention(place, text, thread_ts === undefined ? {} : { thread_ts }));
  }

  return { run, tell: say, prompt: () => `${user.real_name} in ${place}> `, close: unsubscribe };
}

/** A first attempt that failed; people don't see the repetitions. */
const isLost = (exchange: Exchange): boolean =>
  exchange.direction === 'to-app' && exchange.ack?.ok === false && !('x-slack-retry-num' in exchange.headers);

const valueOf = (element: Json): { value?: string } =>
  typeof element['value'] === 'string' ? { value: element['value'] } : {};
