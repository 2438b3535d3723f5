// Preloaded into a process that is started with an IPC channel: when the other end is gone, however it ended, so is this.
if (process.channel) {
  process.on('disconnect', () => process.exit(1));
  process.channel.unref();
}
