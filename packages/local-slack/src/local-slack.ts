/** What the package gives: a local Slack for tests, one with an app, a terminal and a page for people, and what both are made of. */
export { AppFailure } from './child-app.ts';
export { checkManifest } from './check-manifest.ts';
export type { MethodFault } from './faults.ts';
export type { Manifest } from './manifest-type.ts';
export { addMessage } from './message-store.ts';
export { startPlayground, usualNames, type GivenToApp, type Playground } from './parent.ts';
export { startSimulator, type Simulator, type SimulatorOptions, type User } from './simulator.ts';
export { richTextOf } from './typed-text.ts';
export type { Json, Message, View } from './wire-types.ts';
export { changeChannel, directMessage } from './workspace.ts';
