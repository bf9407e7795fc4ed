/**
 * Loaded into the app's process before the app itself: when the local Slack that started it is gone, however it went,
 * the app is told to stop as if by a signal, so that nothing is left running.
 */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// The channel alone must not keep the app alive.
process.channel?.unref();
