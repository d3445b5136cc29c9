import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const NAMED = /(?:n8n-nodes-whatsapp-bsp|n8n-nodes-base|@n8n\/n8n-nodes-langchain)\.\w+/g;

/**
 * Every node type that an example or a test names, for n8n to offer no others: its editor is loaded two dozen
 * times, and half of what it does then is to read the descriptions of seven hundred.
 */
export function nodeTypesInUse(): string[] {
	const files = globSync(['examples/*.json', 'demo/*.ts', 'test/{browser,e2e}/**/*.ts'], { cwd: ROOT });
	const named = files.flatMap((file) => readFileSync(join(ROOT, file), 'utf8').match(NAMED) ?? []);
	return [...new Set(named)].sort();
}
