/** What nobody caught: logged with a reference, so that a fault in one corner is found and does not end the rest. */
import { newReference } from './errors.ts';
import type { Log } from './log.ts';

/**
 * Catches what falls through everything else. A promise that nobody awaited is logged, and the process goes on: what it
 * was of is lost, but nothing else is in doubt. After an exception that nobody caught the state is in doubt: it is
 * logged, and `stop` is called.
 * @param stop Ends the process in order, with a code that makes a supervisor start it again.
 */
export function spreadNet(log: Log, stop: () => void): void {
  process.on('unhandledRejection', (error) => {
    log.error({ reference: newReference(), error }, 'a failure that nobody waited for: the process goes on');
  });
  process.on('uncaughtException', (error) => {
    log.fatal({ reference: newReference(), error }, 'a failure that nobody caught: the process stops');
    stop();
  });
}
