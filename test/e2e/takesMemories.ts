import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Older versions of n8n take no memories from packages like this one (scripts/compatibility.js tries them, too). */
const n8nFolder = process.env.WHATSAPP_BSP_N8N ?? join(__dirname, '..', '..', 'demo');
export const takesMemories = existsSync(join(n8nFolder, 'node_modules', '@n8n', 'ai-node-sdk'));
