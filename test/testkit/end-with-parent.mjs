// Loaded into the servers that tests start: they end with the tests, also when those are killed.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.channel?.unref();
