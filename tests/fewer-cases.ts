/** What properties are tried that say nothing of how often. */
import { configureGlobal } from 'fast-check';
import { cases } from './cases.ts';

configureGlobal({ numRuns: cases(100) });
