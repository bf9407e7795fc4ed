/** Tells when files below some folders change, once for all that change together, as an editor or a checkout does. */
import { globSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** How long nothing more must change. */
const QUIET_MS = 150;

/**
 * Calls back after a change; changes that come while the call is under way are told when it is done.
 *
 * ```ts
 * const stop = watchFiles(['src', 'data'], () => app.restart());
 * ```
 *
 * @returns stops it
 */
export function watchFiles(folders: readonly string[], onChange: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  let again = false;
  const tell = async (): Promise<void> => {
    again = busy;
    if (busy) return;
    busy = true;
    watchAll();
    await onChange();
    busy = false;
    if (again) await tell();
  };
  const noticed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void tell(), QUIET_MS);
  };
  const watchers = new Map<string, FSWatcher>();
  /** Each folder by itself: a recursive watch loses sight of a file that an editor has replaced by a new one. */
  function watchAll(): void {
    const below = folders.flatMap((folder) =>
      globSync('**/', { cwd: folder }).map((inner) => join(folder, inner)),
    );
    for (const path of below) if (!watchers.has(path)) watchers.set(path, watch(path, noticed));
  }
  watchAll();
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  };
}
