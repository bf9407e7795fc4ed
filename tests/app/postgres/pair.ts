/**
 * Two PostgreSQL servers behind one address: what one commits is on the other's disk before it says so, and when the first
 * crashes, the other takes over. Then it gets a second one of its own.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { NEW_CLUSTER } from './cluster.ts';
import { startFront } from './front.ts';
import { findPrograms, freePort, newFolder, type Server } from './server.ts';

export interface Pair {
  /** Of the database `postgres` of whichever server is the first. */
  readonly url: string;
  /** The first crashes, and the second takes over. */
  failOver(): Promise<void>;
  stop(): Promise<void>;
}

interface Member {
  readonly port: number;
  readonly data: string;
  readonly server: Server;
}

const urlOf = (port: number): string => `postgres://lodestone@127.0.0.1:${port}/postgres`;

export async function startPair(): Promise<Pair> {
  const [programs, folder] = [await findPrograms(), await newFolder()];
  const front = await startFront();
  let count = 0;
  const serve = async (data: string): Promise<Member> => {
    const port = await freePort();
    return { port, data, server: await programs.serve(data, port) };
  };
  const newData = (): string => join(folder, `data-${(count += 1)}`);

  async function standbyOf(primary: Member): Promise<Member> {
    const data = newData();
    const from = `host=127.0.0.1 port=${primary.port} user=lodestone application_name=standby`;
    await programs.run(
      'pg_basebackup',
      '-d',
      from,
      '-D',
      data,
      '-R',
      '-X',
      'stream',
      '-c',
      'fast',
      '--no-sync',
    );
    const standby = await serve(data);
    // From now on a commit waits until the other has it on its disk.
    await ask(primary.port, `alter system set synchronous_standby_names = 'standby'`);
    await ask(primary.port, 'select pg_reload_conf()');
    for (;;) {
      const rows = await ask(primary.port, `select 1 from pg_stat_replication where sync_state = 'sync'`);
      if (rows.length > 0) return standby;
      await wait(50);
    }
  }

  const first = newData();
  await programs.run('initdb', '-D', first, ...NEW_CLUSTER);
  let primary = await serve(first);
  let standby = await standbyOf(primary);
  front.leadTo(primary.port);

  return {
    url: urlOf(front.port),
    failOver: async () => {
      const old = primary;
      front.leadTo(undefined);
      await old.server.stop('SIGQUIT');
      await ask(standby.port, 'alter system reset synchronous_standby_names');
      await ask(standby.port, 'select pg_promote()');
      primary = standby;
      front.leadTo(primary.port);
      await rm(old.data, { recursive: true, force: true });
      standby = await standbyOf(primary);
    },
    stop: async () => {
      front.close();
      await standby.server.stop('SIGQUIT');
      await primary.server.stop('SIGQUIT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function ask(port: number, statement: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: urlOf(port) });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
