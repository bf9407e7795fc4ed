/**
 * Loaded into the process that is measured, before it: tells its parent how long at most nothing else could run. What counts is the
 * processor's time of the main thread between two turns of the event loop: what other processes take on a busy machine does not.
 */

let [watching, last, worst] = [false, 0, 0];

/** Milliseconds. */
function used(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function turn(): void {
  const now = used();
  worst = Math.max(worst, now - last);
  last = now;
  if (watching) setImmediate(turn);
}

/** Of all threads: what collects garbage is paid for, too. Milliseconds. */
function usedByAll(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

process.on('message', (what) => {
  if (what === 'used') return void process.send?.(usedByAll());
  watching = what === 'begin';
  if (watching) {
    [last, worst] = [used(), 0];
    setImmediate(turn);
  }
  process.send?.(worst);
});
process.channel?.unref();
