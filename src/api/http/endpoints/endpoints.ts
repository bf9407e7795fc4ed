/** What can be asked of the API. The document is made of these. */
import { ASK, CHART } from './ask.ts';
import type { Endpoint } from './endpoint.ts';
import { MATERIALS, SERIES, SOURCES } from './lists.ts';

export const ENDPOINTS: readonly Endpoint[] = [ASK, SERIES, MATERIALS, SOURCES, CHART];
