/** Who draws and does each intent of a request. */
import type { Intent } from '#src/domain/watching/requests/request.ts';
import { newDigest } from './digest-request.ts';
import type { RequestKind } from './request-kind.ts';

const KINDS: Readonly<Partial<Record<Intent, RequestKind>>> = { 'digest.create': newDigest };

export const isKnown = (intent: Intent): boolean => KINDS[intent] !== undefined;

export function kindOf(intent: Intent): RequestKind {
  const kind = KINDS[intent];
  if (kind === undefined) throw new Error(`nothing does ${intent}`);
  return kind;
}
