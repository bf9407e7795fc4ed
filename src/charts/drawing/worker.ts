/**
 * The drawing process. It draws what it is sent, one picture at a time; the renderer kills it when it takes too long or
 * too much memory. It ends with its parent.
 */
import type { DrawReply, DrawRequest } from './protocol.ts';

type Draw = (request: DrawRequest) => DrawReply;

/** Loaded here and not at the top: a native library that isn't there is a failure to be told, too. */
async function readyToDraw(): Promise<Draw> {
  const { loadFonts } = await import('./fonts.ts');
  const { drawChart } = await import('./draw.ts');
  const { encodePng } = await import('./png.ts');
  loadFonts();
  return ({ id, config, size }) => {
    const png = drawChart(config, size, ({ canvas }) =>
      encodePng({ width: canvas.width, height: canvas.height, rgba: canvas.data() }),
    );
    return { id, png, rss: process.memoryUsage.rss() };
  };
}

function failure(id: number, error: unknown): DrawReply {
  const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return { id, error: reason, rss: process.memoryUsage.rss() };
}

function reply(message: DrawReply): void {
  process.send?.(message);
}

process.on('disconnect', () => process.exit(0));
try {
  const draw = await readyToDraw();
  process.on('message', (request: DrawRequest) => {
    try {
      reply(draw(request));
    } catch (error) {
      reply(failure(request.id, error));
    }
    // Native picture memory is freed with its JavaScript object. Freed at once, it is used again by the next picture,
    // which saves more page faults than the collection costs.
    globalThis.gc?.({ type: 'minor' });
  });
  reply({ id: 0, rss: process.memoryUsage.rss() });
} catch (error) {
  reply(failure(0, error));
}
