/** A process of the product with the meter in it. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const WATCH = join(import.meta.dirname, 'watch.ts');
const ROOT = join(import.meta.dirname, '../..');

export interface Measured {
  /** Does something, and gives the milliseconds for which the process let nothing else run at most, meanwhile. */
  worst(act: () => Promise<unknown>): Promise<number>;
  /** Milliseconds of processor that it has used since its start. */
  used(): Promise<number>;
  /** Types a line into its standard input. */
  type(line: string): void;
  /** Resolves with the next line of its output that has these words. Rejects when it ends without. */
  says(words: string): Promise<string>;
  end(): Promise<void>;
}

/** @param env All that it gets of an environment, beside the path. @param args After the file, as typed. */
export function startMeasured(
  file: string,
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Measured {
  const child = fork(join(ROOT, file), args, {
    execArgv: ['--import', WATCH],
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
  });
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error('the process has no pipes');
  const lines = createInterface({ input: stdout });
  const gone = once(child, 'exit');
  const tell = async (what: string): Promise<number> => {
    const answer = once(child, 'message');
    child.send(what);
    const [worst]: unknown[] = await answer;
    return Number(worst);
  };
  return {
    worst: async (act) => {
      await tell('begin');
      await act();
      return await tell('end');
    },
    used: () => tell('used'),
    type: (line) => void stdin.write(`${line}\n`),
    says: (words) =>
      new Promise((resolve, reject) => {
        const end = () => reject(new Error(`${file} ended without “${words}”`));
        const look = (line: string) => {
          if (!line.includes(words)) return;
          lines.off('line', look).off('close', end);
          resolve(line);
        };
        lines.on('line', look).once('close', end);
      }),
    end: async () => {
      if (child.exitCode === null) child.kill('SIGTERM');
      await gone;
    },
  };
}
