/** Takes the pictures in README and docs/delivery.md anew: `npm run page:pictures`. */
import { env } from 'node:process';
import { startVitest } from 'vitest/node';

env['RENEW_PICTURES'] = 'yes';
const vitest = await startVitest('test', ['tests/app/browser/pictures.test.ts'], { watch: false });
await vitest.close();
