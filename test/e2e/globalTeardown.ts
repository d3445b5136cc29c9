import { keptStage } from './sharedN8n';

export default async function strikeStage(): Promise<void> {
	await keptStage()?.stop();
}
