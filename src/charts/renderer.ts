/**
 * The built-in renderer: pictures drawn in a process of their own, with a limit of time and of memory. Native canvas
 * memory is outside of what a worker thread could be limited to, and a crash there would take the bot with it.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { DrawSize } from './drawing/draw.ts';
import type { DrawReply, DrawRequest } from './drawing/protocol.ts';
import { RenderError } from './render-error.ts';
import type { ChartConfig } from './theme/config.ts';

export interface RendererOptions {
  /** For one picture, from when its drawing starts; milliseconds. */
  readonly timeLimitMs?: number;
  /** Of the drawing process; megabytes. */
  readonly memoryLimitMb?: number;
  /** For the drawing process to start; milliseconds. */
  readonly startLimitMs?: number;
  /** Pictures that may wait; more are turned away at once. */
  readonly mostWaiting?: number;
  /** Told of each drawing process that was killed or died, and why. */
  readonly onLoss?: (reason: string) => void;
}

export interface Renderer {
  /** Draws a config. @throws RenderError */
  draw(config: ChartConfig, size: DrawSize): Promise<Buffer>;
  /** Starts the drawing process if it isn't running, and proves that it has its fonts. @throws RenderError */
  check(): Promise<void>;
  /** Ends the drawing process; what waits is rejected. */
  close(): Promise<void>;
  /** Of the drawing process, while there is one. */
  readonly pid: number | undefined;
  /** Whether a picture is being drawn now. */
  readonly drawing: boolean;
}

interface Job {
  readonly request: DrawRequest;
  readonly resolve: (png: Buffer) => void;
  readonly reject: (error: RenderError) => void;
}

const WORKER = new URL('./drawing/worker.ts', import.meta.url);
/**
 * Its small heap is collected after each picture, by the one thread: others only wait for each other. No limit of the heap
 * itself, for a small one is collected so often that a picture takes a third longer; memory is watched from outside.
 */
export const DRAWING_FLAGS: readonly string[] = ['--expose-gc', '--single-threaded-gc'];
const MEMORY_CHECK_MS = 50;
const PAGE = 4096;

export function createRenderer(options: RendererOptions = {}): Renderer {
  const {
    timeLimitMs = 5000,
    memoryLimitMb = 600,
    startLimitMs = 15_000,
    mostWaiting = 200,
    onLoss,
  } = options;
  const waiting: Job[] = [];
  let current: Job | undefined;
  let child: ChildProcess | undefined;
  let ready: Promise<void> | undefined;
  let watch: NodeJS.Timeout | undefined;
  let closed = false;
  let lastId = 0;

  function start(): Promise<void> {
    ready ??= new Promise((resolve, reject) => {
      const started = fork(WORKER, [], {
        serialization: 'advanced',
        // Warnings and crashes of the drawing process are told by `onLoss`, not by a second voice in the log.
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        execArgv: [...DRAWING_FLAGS],
      });
      child = started;
      const limit = setTimeout(() => lose(`no start within ${startLimitMs} ms`), startLimitMs);
      started.on('message', (message: DrawReply) => {
        if (message.id !== 0) return finish(message);
        clearTimeout(limit);
        if (message.error === undefined) resolve();
        else {
          reject(new RenderError('failed', message.error));
          stop();
        }
      });
      started.on('exit', (code, signal) => {
        clearTimeout(limit);
        reject(new RenderError('lost', 'the drawing process ended before it was ready'));
        if (child === started) lose(`ended (${signal ?? `exit code ${code}`})`);
      });
      started.on('error', (error) => {
        clearTimeout(limit);
        reject(new RenderError('lost', error.message));
        if (child === started) lose(error.message);
      });
    });
    return ready;
  }

  function stop(): ChildProcess | undefined {
    const old = child;
    child = undefined;
    ready = undefined;
    clearInterval(watch);
    old?.kill('SIGKILL');
    return old;
  }

  /** Costs the picture that is being drawn; the next one starts a new process. */
  function lose(reason: string): void {
    stop();
    const job = current;
    current = undefined;
    onLoss?.(`charts: the drawing process was lost: ${reason}`);
    job?.reject(new RenderError('lost', `the picture was given up: ${reason}`));
    void next();
  }

  function finish(message: DrawReply): void {
    const job = current;
    if (job === undefined || job.request.id !== message.id) return;
    clearInterval(watch);
    current = undefined;
    if (message.png === undefined) job.reject(new RenderError('failed', message.error ?? 'no picture came'));
    else job.resolve(message.png);
    if (message.rss > memoryLimitMb * 1e6) lose(`${Math.round(message.rss / 1e6)} MB of memory`);
    else void next();
  }

  async function next(): Promise<void> {
    if (current !== undefined || closed) return;
    const job = waiting.shift();
    if (job === undefined) return;
    current = job;
    try {
      await start();
    } catch (error) {
      if (current === job) current = undefined;
      job.reject(error instanceof RenderError ? error : new RenderError('failed', String(error)));
      void next();
      return;
    }
    if (current !== job || child === undefined) return;
    const drawer = child;
    const since = performance.now();
    watch = setInterval(
      () => {
        const memory = residentBytes(drawer.pid);
        if (performance.now() - since > timeLimitMs) lose(`not drawn within ${timeLimitMs} ms`);
        else if (memory > memoryLimitMb * 1e6) lose(`${Math.round(memory / 1e6)} MB of memory`);
      },
      Math.min(MEMORY_CHECK_MS, timeLimitMs),
    );
    drawer.send(job.request);
  }

  return {
    draw(config, size) {
      return new Promise((resolve, reject) => {
        if (closed) return reject(new RenderError('closed', 'the renderer is closed'));
        if (waiting.length >= mostWaiting)
          return reject(new RenderError('busy', 'too many pictures are waiting'));
        lastId += 1;
        waiting.push({ request: { id: lastId, config, size }, resolve, reject });
        void next();
      });
    },
    check: start,
    async close() {
      closed = true;
      const gone = new RenderError('closed', 'the renderer was closed');
      for (const job of [...(current === undefined ? [] : [current]), ...waiting.splice(0)]) job.reject(gone);
      current = undefined;
      const old = stop();
      if (old !== undefined && old.exitCode === null && old.signalCode === null)
        await new Promise<void>((resolve) => {
          old.once('exit', () => resolve());
        });
    },
    get pid() {
      return child?.pid;
    },
    get drawing() {
      return current !== undefined;
    },
  };
}

/** Memory of a process; 0 where the system doesn't tell (then it is checked when a picture is done). */
function residentBytes(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * PAGE;
  } catch {
    return 0;
  }
}
