/** The processes that deliver, and what is done to them. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readDataOptions } from '#src/platform/settings/config.ts';
import type { BotOrders, Trap } from './bot.ts';

/** A trap that was taken away may hit all the same; then the process has stopped itself by now. */
const LATE_MS = 500;

interface Running {
  readonly child: ChildProcess;
  /** What it wrote to its error output. */
  readonly said: readonly string[];
}

/** One process after another: while one delivers, the next has loaded its code and waits for its orders. */
export class Bot {
  /** What those said that ended by themselves. */
  readonly deaths: string[] = [];
  #running: Running | undefined;
  #next: Running;
  readonly #main: string;
  #trapped: (() => void) | undefined;
  #mayEnd = false;

  /** @param main What node is to run */
  constructor(main: string) {
    this.#main = main;
    this.#next = startBot(main);
  }

  /** Starts it, unless it runs. */
  async run(orders: BotOrders): Promise<void> {
    if (this.#running !== undefined) return;
    const running = this.#next;
    const { child, said } = running;
    this.#next = startBot(this.#main);
    this.#running = running;
    this.#mayEnd = false;
    child.stdin?.end(JSON.stringify(orders));
    const ready = Promise.withResolvers<void>();
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('ready')) ready.resolve();
      if (!text.includes('trapped')) return;
      const wanted = this.#trapped;
      this.#trapped = undefined;
      // It went in before it heard that the trap was taken away: it goes on.
      if (wanted === undefined) setTimeout(() => child.kill('SIGCONT'), LATE_MS);
      else wanted();
    });
    child.once('exit', () => {
      ready.resolve();
      if (this.#running?.child !== child) return;
      this.#running = undefined;
      if (!this.#mayEnd) this.deaths.push(said.join('').slice(-2_000));
    });
    await ready.promise;
  }

  /** Sets a trap. @returns resolves when it has gone in */
  trap(trap: Trap): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#trapped = resolve;
    this.#mayEnd = trap.signal === 'SIGKILL';
    this.#tell(trap);
    return promise;
  }

  /** Takes the trap away. */
  free(): void {
    this.#trapped = undefined;
    this.#tell('none');
  }

  async kill(): Promise<void> {
    const child = this.#running?.child;
    this.#running = undefined;
    this.#mayEnd = false;
    if (child !== undefined) await end(child);
  }

  /** Stops it where it is, for good. */
  stop(): void {
    this.#running?.child.kill('SIGSTOP');
  }

  /** Stops it where it is, unless it has stopped itself, and lets it go on after a while. */
  async freeze(ms: number): Promise<void> {
    const child = this.#running?.child;
    this.stop();
    await wait(ms);
    child?.kill('SIGCONT');
  }

  /** Kills the one that waits, too. */
  async dismiss(): Promise<void> {
    await Promise.all([this.kill(), end(this.#next.child)]);
  }

  #tell(trap: Trap | 'none'): void {
    const child = this.#running?.child;
    // It may have gone in the meantime.
    if (child?.connected === true) child.send(trap, () => {});
  }
}

function startBot(main: string): Running {
  const child = spawn(process.execPath, [main], {
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(readDataOptions({}).cacheDir, 'code') },
  });
  const said: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => said.push(text));
  return { child, said };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
