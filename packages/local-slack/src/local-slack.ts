/** What the package gives: a local Slack for tests, one with an app, a terminal and a page for people, and what both are made of. */
export { AppFailure } from './process/child-app.ts';
export { checkManifest } from './state/check-manifest.ts';
export type { MethodFault } from './wire/faults.ts';
export type { Manifest } from './state/manifest-type.ts';
export { addMessage } from './state/message-store.ts';
export { startPlayground, usualNames, type GivenToApp, type Playground } from './process/parent.ts';
export { startSimulator, type Simulator, type SimulatorOptions, type User } from './simulator.ts';
export { richTextOf } from './people/typed-text.ts';
export type { Json, Message, View } from './wire/wire-types.ts';
export { changeChannel, directMessage } from './state/workspace.ts';
