import { keptEnvironment } from './sharedN8n';

export default async function stopEnvironment(): Promise<void> {
	await keptEnvironment()?.stop();
}
