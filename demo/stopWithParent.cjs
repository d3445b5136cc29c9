// Loaded into n8n before anything else. n8n is started with a channel to whoever started it; when that
// closes without a word (the parent was killed), nobody is left to stop n8n but n8n itself.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
