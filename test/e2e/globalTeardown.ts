import { keptStage } from './stage';

export default async function strikeStage(): Promise<void> {
	await keptStage()?.stop();
}
