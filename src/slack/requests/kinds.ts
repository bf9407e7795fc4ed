/** Who draws and does each intent of a request. */
import type { Intent } from '#src/domain/watching/requests/request.ts';
import { newAlert } from './alert-request.ts';
import { newDigest } from './digest-request.ts';
import { EDITING } from './edit-request.ts';
import { exported } from './export-request.ts';
import { MANAGING } from './manage-request.ts';
import { newQuote } from './quote-request.ts';
import type { RequestKind } from './request-kind.ts';

export const KINDS: Readonly<Record<Intent, RequestKind>> = {
  ...MANAGING,
  ...EDITING,
  'digest.create': newDigest,
  'alert.create': newAlert,
  'quote.add': newQuote,
  export: exported,
};
