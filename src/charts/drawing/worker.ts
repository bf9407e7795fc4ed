/**
 * The drawing process. It draws what it is sent, one picture at a time; the renderer kills it when it takes too long or
 * too much memory. It ends with its parent.
 */
import { drawChart } from './draw.ts';
import { loadFonts } from './fonts.ts';
import { encodePng } from './png.ts';
import type { DrawReply, DrawRequest } from './protocol.ts';

function draw({ id, config, size }: DrawRequest): DrawReply {
  try {
    const png = drawChart(config, size, ({ canvas }) =>
      encodePng({ width: canvas.width, height: canvas.height, rgba: canvas.data() }),
    );
    return { id, png, rss: process.memoryUsage.rss() };
  } catch (error) {
    return {
      id,
      error: error instanceof Error ? error.message : String(error),
      rss: process.memoryUsage.rss(),
    };
  }
}

function reply(message: DrawReply): void {
  process.send?.(message);
}

process.on('disconnect', () => process.exit(0));
process.on('message', (request: DrawRequest) => {
  reply(draw(request));
  // Native picture memory is freed with its JavaScript object. Freed at once, it is used again by the next picture,
  // which saves more page faults than the collection costs.
  globalThis.gc?.({ type: 'minor' });
});

try {
  loadFonts();
  reply({ id: 0, rss: process.memoryUsage.rss() });
} catch (error) {
  reply({ id: 0, error: error instanceof Error ? error.message : String(error), rss: 0 });
}
