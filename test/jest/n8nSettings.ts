/* n8n reads these when its packages are first used, which may be in any suite: a worker loads them once for all. */
import 'reflect-metadata';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** One folder a worker, reused: n8n keeps its settings there. */
const folder = join(__dirname, '../../.cache/n8n-engine', process.env.JEST_WORKER_ID ?? '1');
mkdirSync(folder, { recursive: true });

process.env.N8N_LOG_LEVEL = 'silent';
process.env.N8N_USER_FOLDER = folder;
process.env.N8N_ENCRYPTION_KEY = 'engine-tests';
