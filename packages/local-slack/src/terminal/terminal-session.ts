/** What each line typed in the terminal does, and what is shown of what happens. */
import { optionsOf, wordsOf } from '../people/interactive-elements.ts';
import type { Manifest } from '../state/manifest-type.ts';
import type { Simulator, User } from '../simulator-handle.ts';
import { createScreen, type ScreenOptions } from './terminal-screen.ts';
import type { Json } from '../wire/wire-types.ts';

type TerminalSession = {
  /** Does what a line says, and resolves when its answer has been shown. */
  run: (line: string) => Promise<void>;
  prompt: () => string;
  /** Shows a line from elsewhere; who waits for an answer waits no longer. */
  tell: (text: string) => void;
  close: () => void;
};

/** What can be typed, with the names of the app that the manifest describes. */
export function helpText(manifest: Manifest): string {
  const command = manifest.features?.slash_commands?.[0]?.command;
  const bot = (manifest.features?.bot_user?.display_name ?? manifest.display_information.name).toLowerCase();
  return [
    ...(command === undefined ? [] : [[`${command} ...`, 'a slash command']]),
    [`@${bot} ...`, 'a mention, in a channel'],
    ['any words', 'to the bot in the direct message; to everyone in a channel'],
    ['> any words', "a mention in the thread of the bot's last answer"],
    ['1', 'presses number 1; "2 words" chooses or fills in number 2'],
    ['submit, close', 'a dialog'],
    ['#general, dm, home', 'goes to a channel, to the direct message, to the Home tab'],
    ['as Planner', 'makes you someone else'],
    ['restart, help, quit', ''],
  ]
    .map(([typed = '', does = '']) => `${typed.padEnd(22)} ${does}`.trimEnd())
    .join('\n');
}

/** An answer that takes longer is not waited for. */
const PATIENCE_MS = 10_000;
/** After the first answer, more may follow: this long without a word means that all has been said. */
const QUIET_MS = 60;

export function createTerminalSession(
  slack: Simulator,
  outside: ScreenOptions & { readonly quit: () => void; readonly restart: () => void },
): TerminalSession {
  const { workspace } = slack;
  const [first] = slack.users;
  if (!first) throw new Error('The playground has no people.');
  let user: User = first;
  let place = 'dm';
  /** What has been filled into the open dialog, by `action_id`. */
  let filled: Record<string, string> = {};

  const screen = createScreen(slack, () => user, outside);
  const { say } = screen;

  /** Asks something new: what could be pressed before can't be any more. */
  function ask(act: () => Promise<unknown>): Promise<void> {
    screen.last = undefined;
    filled = {};
    return expectAnswer(act);
  }

  /** Does something that the bot answers, and waits until it has. */
  async function expectAnswer(act: () => Promise<unknown>): Promise<void> {
    const before = screen.count();
    await act();
    try {
      await slack.waitFor(() => screen.count() > before, { timeoutMs: PATIENCE_MS });
      await slack.settled({ quietMs: QUIET_MS, timeoutMs: PATIENCE_MS });
    } catch {
      if (screen.count() === before) say('(no answer)');
    }
  }

  /** Whether a number stands for what is chosen or filled in: "10 kg in 2024" presses no button. */
  function takesWords(number: number): boolean {
    const target = screen.last?.choices[number - 1];
    return target !== undefined && target.element['type'] !== 'button';
  }

  async function pressNumber(number: number, given: string): Promise<void> {
    const { last } = screen;
    const target = last?.choices[number - 1];
    if (!last || !target) return say(`There is no number ${number} to press.`);
    const { surface } = last;
    const which = { action_id: target.action_id, ...valueOf(target.element) };
    if (target.input) {
      filled = { ...filled, [target.action_id]: given };
      return say(`${target.action_id}: ${given}`);
    }
    if (target.element['type'] === 'button') return expectAnswer(() => user.press(surface, which));
    if (given === '') {
      const words = optionsOf(target.element).map((option) => wordsOf(option['text']));
      return say(`Say which, such as "${number} words": ${words.join(', ')}`);
    }
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
    const number = /^(\d{1,2})(?:\s+(\S.*))?$/.exec(line);
    if (line === '') return undefined;
    if (number && (number[2] === undefined || takesWords(Number(number[1])))) {
      return pressNumber(Number(number[1]), number[2] ?? '');
    }
    if (line.startsWith('/')) return ask(() => user.command(line, place));
    if (line.startsWith('#')) return goTo(line);
    if (line.startsWith('>')) return reply(line.slice(1).trim());
    const [word, ...rest] = line.toLowerCase().split(/\s+/);
    if (word === 'as' && rest.length === 1) return become(rest[0] ?? '');
    const action = Object.hasOwn(actions, line.toLowerCase()) ? actions[line.toLowerCase()] : undefined;
    if (action) return action();
    // In a channel the bot is silent unless it is named.
    const named = place === 'dm' || line.toLowerCase().includes(`@${workspace.bot.name.toLowerCase()}`);
    if (named) return ask(() => user.say(place, line));
    await user.say(place, line);
    return undefined;
  }

  const actions: Readonly<Record<string, () => Promise<void> | void>> = {
    help: () => say(helpText(workspace.manifest)),
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
    screen.last = undefined;
    say(`You are ${user.real_name}.`);
  }

  function reply(text: string): Promise<void> {
    if (place === 'dm') return ask(() => user.dm(text));
    const thread_ts = screen.threadIn(place);
    return ask(() => user.mention(place, text, thread_ts === undefined ? {} : { thread_ts }));
  }

  return { run, tell: say, prompt: () => `${user.real_name} in ${place}> `, close: screen.close };
}

const valueOf = (element: Json): { value?: string } =>
  typeof element['value'] === 'string' ? { value: element['value'] } : {};
