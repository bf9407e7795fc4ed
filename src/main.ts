/** Starts Lodestone from the bundle that `npm run bundle` made of these sources, or, where there is none of just these, from the sources themselves. */
import { findBundle } from './platform/bundle.ts';

await import(findBundle('start') ?? './start.ts');
