/** Stops the start, or a terminal command: what is wrong with the storage, and what to do. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly fix: string;

  constructor(reason: string, fix: string, options?: ErrorOptions) {
    super(reason, options);
    this.fix = fix;
  }
}
