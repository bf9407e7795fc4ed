/** Why a picture could not be drawn. */

/** `lost`: killed for time or memory, or died. `failed`: could not be drawn. `busy`: too many wait. */
export class RenderError extends Error {
  override readonly name = 'RenderError';
  readonly kind: 'lost' | 'failed' | 'busy' | 'closed';

  constructor(kind: RenderError['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}
