/** Runs a command of the terminal, `node src/command.ts ask …`, from the bundle or, where there is none of just these sources, from `cli/`. */
import { findBundle } from './platform/bundle.ts';

const [name = ''] = process.argv.splice(2, 1);
await import(findBundle(name) ?? `./cli/${name}.ts`);
