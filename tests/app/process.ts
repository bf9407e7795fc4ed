/** The product as a process of its own: `node src/main.ts` with an environment. */
import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readDataOptions } from '#src/platform/settings/config.ts';

const SRC = join(import.meta.dirname, '../../src');
const MAIN = join(SRC, 'main.ts');

/** What `node` is given for a command of the terminal, as package.json gives it, but for the words that follow. */
export const commandLine = (name: string): readonly string[] => [join(SRC, 'command.ts'), name];

export interface Started {
  readonly pid: number | undefined;
  /** All that it has written to standard output and error so far. */
  output(): string;
  /** Resolves with what the pattern's first group matches, once it is written. Rejects when the process ends without. */
  says(pattern: RegExp): Promise<string>;
  /** Ends its standard input. */
  endInput(): void;
  /** Types into its standard input. */
  input(text: string): void;
  kill(signal: NodeJS.Signals): void;
  /** Resolves with the exit code; `null` where a signal ended it. */
  readonly exited: Promise<number | null>;
}

/** What a process gets of the tests' own environment: where programs are, and what is cached. */
export function bareEnv(): Readonly<Record<string, string>> {
  const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
  return { PATH, NODE_COMPILE_CACHE, CACHE_DIR: readDataOptions({}).cacheDir };
}

/**
 * Starts it, or another entry, with nothing of this process's environment but the path; in a folder of its own, with the
 * tests' cache.
 */
export function startProcess(
  env: Readonly<Record<string, string>>,
  main = MAIN,
  args: readonly string[] = [],
): Started {
  const cwd = mkdtempSync(join(tmpdir(), 'lodestone-process-'));
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...bareEnv(), ...env },
    cwd,
  });
  child.once('exit', () => rmSync(cwd, { recursive: true, force: true }));
  let output = '';
  const written = new EventEmitter();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      written.emit('more');
    });
  }
  const says = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(output);
        if (!match) return;
        written.off('more', look);
        resolve(match[1] ?? match[0]);
      };
      child.once('close', () => reject(new Error(`it ended without ${String(pattern)}: ${output}`)));
      written.on('more', look);
      look();
    });
  return {
    pid: child.pid,
    output: () => output,
    says,
    endInput: () => child.stdin.end(),
    input: (text) => void child.stdin.write(text),
    kill: (signal) => child.kill(signal),
    exited: once(child, 'exit').then(([code]: (number | null)[]) => code ?? null),
  };
}

/** A port that is free now, below those that the system hands out by itself: nobody is given it before the process takes it. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const server = createServer().listen(port);
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}

/** The status of its health check; 0 where nothing listens. */
export async function healthOf(port: number): Promise<number> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(2000) });
    return response.status;
  } catch {
    return 0;
  }
}

/** Asks until it is healthy. Rejects with its output when it ends before, or takes longer than 40 s. */
export async function untilHealthy(started: Started, port: number): Promise<void> {
  let ended = false;
  void started.exited.then(() => (ended = true));
  const until = Date.now() + 40_000;
  while ((await healthOf(port)) !== 200) {
    if (ended || Date.now() > until) throw new Error(`it did not come up: ${started.output()}`);
    // Asked without a pause, it comes up later.
    await pause(20);
  }
}
