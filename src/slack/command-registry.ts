/** Finds the commands: every file of `commands/` is one. */
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Command } from './command.ts';

const FOLDER = join(import.meta.dirname, 'commands');

const aFunction = z.custom((member) => typeof member === 'function');

const commandFile = z.object({
  command: z.custom<Command>(
    (value) =>
      z
        .object({
          name: z.string().regex(/^[a-z]+$/),
          summary: z.string().min(1),
          usage: z.string(),
          examples: z.array(z.string()).min(1),
        })
        .and(z.union([z.object({ toQuestion: aFunction }), z.object({ run: aFunction })]))
        .safeParse(value).success,
    'it exports no "command"',
  ),
});

/**
 * All commands by name, `help` last.
 * @throws Error naming the file that is no command, or is not named after it.
 */
export async function loadCommands(folder: string = FOLDER): Promise<readonly Command[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts')).toSorted();
  const commands = await Promise.all(
    files.map(async (file) => {
      const parsed = commandFile.safeParse(await import(pathToFileURL(join(folder, file)).href));
      const command = parsed.data?.command;
      if (command?.name !== basename(file, '.ts')) {
        throw new Error(`${join(folder, file)} must export a command of its own name`);
      }
      return command;
    }),
  );
  return commands.toSorted((a, b) => Number(a.name === 'help') - Number(b.name === 'help'));
}
