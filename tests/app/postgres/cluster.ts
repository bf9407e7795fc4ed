/** A private PostgreSQL: its own folder, its own port on loopback, gone when it is stopped. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findPrograms, freePort, newFolder } from './server.ts';

export interface Cluster {
  /** Of the database `postgres`, as a user who may make others. */
  readonly url: string;
  /** Ends every connection, and starts anew. */
  restart(): Promise<void>;
  /** Crashes, and is gone for so many milliseconds. */
  crash(goneMs: number): Promise<void>;
  stop(): Promise<void>;
}

/** What `initdb` is told. */
export const NEW_CLUSTER = ['-U', 'lodestone', '--auth=trust', '--encoding=UTF8', '--no-sync'];

/** Starts a cluster on loopback. It keeps its promises of durability: nothing is turned off to be fast. */
export async function startCluster(): Promise<Cluster> {
  const [programs, port, folder] = [await findPrograms(), await freePort(), await newFolder()];
  const data = join(folder, 'data');
  await programs.run('initdb', '-D', data, ...NEW_CLUSTER);
  let server = await programs.serve(data, port);
  const again = async (signal: 'SIGINT' | 'SIGQUIT', goneMs: number) => {
    await server.stop(signal);
    await wait(goneMs);
    server = await programs.serve(data, port);
  };
  return {
    url: `postgres://lodestone@127.0.0.1:${port}/postgres`,
    restart: () => again('SIGINT', 0),
    crash: (goneMs) => again('SIGQUIT', goneMs),
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
