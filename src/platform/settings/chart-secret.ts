/** The secret that signs charts' addresses, kept in the state folder where none is set: links live as long as messages. */
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The file in the state folder. */
export const SECRET_FILE = 'chart.secret';

/** Reads the kept secret, or makes one. @throws What the file system says, where it can be neither read nor written. */
export async function keepChartSecret(stateDir: string): Promise<string> {
  const file = join(stateDir, SECRET_FILE);
  await mkdir(stateDir, { recursive: true, mode: 0o700 });
  try {
    await writeFile(file, randomBytes(24).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    // There is one already.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    // It may have come here by a copy that anybody could read; somebody else's stays as they made it.
    await chmod(file, 0o600).catch(() => undefined);
  }
  const secret = (await readFile(file, 'utf8')).trim();
  if (secret.length < 16) throw new Error(`${file} holds no secret: delete it, and a new one is made`);
  return secret;
}
