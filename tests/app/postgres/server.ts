/** Runs PostgreSQL's programs: as another user than root, from wherever they are. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The programs of the newest PostgreSQL on this machine. */
export interface Programs {
  /** Runs one to its end. */
  run(name: string, ...args: string[]): Promise<void>;
  /** Serves a folder of data on a port of loopback; resolves once it takes connections. */
  serve(data: string, port: number, settings?: readonly string[]): Promise<Server>;
}

export interface Server {
  /** `SIGINT` shuts down in order, `SIGQUIT` drops everything as it is, as a crash does. */
  stop(signal?: 'SIGINT' | 'SIGQUIT'): Promise<void>;
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made, or as nobody. */
async function asOther(): Promise<readonly string[]> {
  if (process.getuid?.() !== 0) return [];
  const user = await run('id', ['-u', 'postgres']).then(
    () => 'postgres',
    () => 'nobody',
  );
  const { stdout: group } = await run('id', ['-gn', user]);
  return ['setpriv', `--reuid=${user}`, `--regid=${group.trim()}`, '--clear-groups'];
}

/** The folder of `initdb` and `postgres`: Debian keeps them out of the path. */
async function findBinaries(): Promise<string> {
  const debian = '/usr/lib/postgresql';
  const versions = await readdir(debian).catch(() => []);
  const [newest] = versions.toSorted((a, b) => Number(b) - Number(a));
  if (newest !== undefined) return join(debian, newest, 'bin');
  const { stdout } = await run('pg_config', ['--bindir']).catch(() => {
    throw new Error(
      'There is no PostgreSQL on this machine: install it (apt-get install postgresql), or set DATABASE_URL.',
    );
  });
  return stdout.trim();
}

/** @throws Where there is no PostgreSQL on this machine. */
export async function findPrograms(): Promise<Programs> {
  const [binaries, other] = [await findBinaries(), await asOther()];
  const command = (name: string, args: readonly string[]): [string, string[]] => {
    const [file = '', ...rest] = [...other, join(binaries, name), ...args];
    return [file, rest];
  };
  return {
    run: async (name, ...args) => void (await run(...command(name, args))),
    serve: async (data, port, settings = []) => {
      const args = ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', join(data, '..')];
      const server = spawn(
        ...command('postgres', [
          ...args,
          ...['max_connections=200', ...settings].flatMap((one) => ['-c', one]),
        ]),
        { stdio: ['ignore', 'ignore', 'pipe'] },
      );
      const exited = once(server, 'exit');
      const said: string[] = [];
      await new Promise<void>((resolve, reject) => {
        server.stderr.setEncoding('utf8').on('data', (text: string) => {
          said.push(text);
          if (/ready to accept (?:read-only )?connections/.test(text)) resolve();
        });
        void exited.then(() => reject(new Error(`PostgreSQL did not start:\n${said.join('')}`)));
      });
      return {
        stop: async (signal = 'SIGINT') => {
          server.kill(signal);
          await exited;
        },
      };
    },
  };
}

/** A folder that the user who serves may write to. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lodestone-postgres-'));
  await chmod(folder, 0o777);
  return folder;
}

/** A port of loopback that nobody uses now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => void server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
