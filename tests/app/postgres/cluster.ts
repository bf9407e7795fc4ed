/** A private PostgreSQL: its own folder, its own port on loopback, gone when it is stopped. */
import { execFile, spawn } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Cluster {
  /** Of the database `postgres`, as a user who may make others. */
  readonly url: string;
  /** Ends every connection, and starts anew. */
  restart(): Promise<void>;
  stop(): Promise<void>;
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

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => void server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Starts a cluster on loopback. It keeps its promises of durability: nothing is turned off to be fast. */
export async function startCluster(): Promise<Cluster> {
  const [binaries, port, other] = [await findBinaries(), await freePort(), await asOther()];
  const folder = await mkdtemp(join(tmpdir(), 'lodestone-postgres-'));
  await chmod(folder, 0o777);
  const data = join(folder, 'data');
  const command = (name: string, ...args: string[]): [string, string[]] => {
    const [file = '', ...rest] = [...other, join(binaries, name), ...args];
    return [file, rest];
  };
  await run(
    ...command('initdb', '-D', data, '-U', 'lodestone', '--auth=trust', '--encoding=UTF8', '--no-sync'),
  );
  const serve = async () => {
    const server = spawn(
      ...command(
        'postgres',
        '-D',
        data,
        '-h',
        '127.0.0.1',
        '-p',
        String(port),
        '-k',
        folder,
        '-c',
        'max_connections=200',
      ),
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const exited = new Promise<void>((resolve) => void server.once('exit', () => resolve()));
    const said: string[] = [];
    await new Promise<void>((resolve, reject) => {
      server.stderr.setEncoding('utf8').on('data', (text: string) => {
        said.push(text);
        if (text.includes('ready to accept connections')) resolve();
      });
      void exited.then(() => reject(new Error(`PostgreSQL did not start:\n${said.join('')}`)));
    });
    return {
      stop: async () => {
        server.kill('SIGINT');
        await exited;
      },
    };
  };
  let server = await serve();
  return {
    url: `postgres://lodestone@127.0.0.1:${port}/postgres`,
    restart: async () => {
      await server.stop();
      server = await serve();
    },
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
