/**
 * The local Slack in a terminal: lines in, messages out. It works with a keyboard and with a pipe; in a pipe each line
 * waits for its answer. The end of input stops nothing.
 */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Simulator } from '../simulator-handle.ts';
import { createTerminalSession } from './terminal-session.ts';

type TerminalOptions = {
  readonly slack: Simulator;
  readonly input: Readable;
  readonly output: Writable;
  /** A person types: show a prompt, and keep it below what comes in. */
  readonly interactive: boolean;
  /** What `quit` does. */
  readonly quit: () => void;
  /** What `restart` does. */
  readonly restart: () => void;
};

export type Terminal = {
  /** Shows a line from elsewhere. */
  readonly tell: (text: string) => void;
  readonly close: () => void;
  /** Resolves when the input has ended and each line of it is answered. */
  readonly ended: Promise<void>;
};

export function startTerminal({
  slack,
  input,
  output,
  interactive,
  quit,
  restart,
}: TerminalOptions): Terminal {
  const lines = createInterface({ input, ...(interactive && { output }), terminal: interactive });
  const session = createTerminalSession(slack, {
    quit,
    restart,
    // A chart's address is longer than a screen: terminals that know links show words for it.
    ...(interactive && {
      link: (url: string) => `\u001B]8;;${url}\u001B\\open the picture\u001B]8;;\u001B\\`,
    }),
    write: (text) => {
      // Off the prompt's line first: what comes in may come while someone types.
      output.write(`${interactive ? '\r\u001B[K' : ''}${text}\n`);
      prompt();
    },
  });
  function prompt(): void {
    if (!interactive) return;
    lines.setPrompt(session.prompt());
    lines.prompt(true);
  }

  // A terminal in raw mode sends no signal for Ctrl-C: readline gets the key.
  lines.on('SIGINT', quit);
  let work = Promise.resolve();
  lines.on('line', (line) => {
    work = work
      .then(() => session.run(line))
      .catch((error: unknown) => {
        output.write(`${error instanceof Error ? error.message : String(error)}\n`);
      })
      .finally(prompt);
  });
  const ended = new Promise<void>((resolve) => {
    lines.once('close', () => void work.then(resolve));
  });
  prompt();
  return {
    tell: session.tell,
    close: () => {
      session.close();
      lines.close();
    },
    ended,
  };
}
