/** Empty stores for tests: SQLite in a folder of its own or, with TEST_DATABASE_URL, a PostgreSQL database of its own. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { onTestFinished } from 'vitest';
import { openStore, type Store, type StoreOptions } from '#src/storage/database/database.ts';

const SERVER = process.env['TEST_DATABASE_URL'];

/** Whether the tests run on PostgreSQL. */
export const ON_POSTGRES = SERVER !== undefined;

/** A place for a database that is empty, and is gone after the test. */
export async function newPlace(): Promise<Omit<StoreOptions, 'as'>> {
  const stateDir = await mkdtemp(join(tmpdir(), 'lodestone-test-'));
  onTestFinished(() => rm(stateDir, { recursive: true, force: true }));
  if (SERVER === undefined) return { stateDir };
  const name = `lodestone_test_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name}`);
  onTestFinished(() => onServer(`drop database if exists ${name} with (force)`));
  const url = new URL(SERVER);
  url.pathname = `/${name}`;
  return { stateDir, databaseUrl: url.href };
}

/** An empty store, closed after the test. */
export async function newStore(): Promise<Store> {
  return await openFor(await newPlace());
}

/** The store of a place, closed after the test. */
export async function openFor(
  place: Omit<StoreOptions, 'as'>,
  as: StoreOptions['as'] = 'bot',
): Promise<Store> {
  const store = await openStore({ ...place, as });
  onTestFinished(() => store.close());
  return store;
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: SERVER });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
