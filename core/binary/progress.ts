import type { IExecuteFunctions } from 'n8n-workflow';

/** Smaller files are there before anyone could read about them. */
const WORTH_TELLING = 4 * 1024 * 1024;
const STEP = 0.25;

/**
 * Tells how far a large file has come. n8n offers nodes no progress bar: in a manual run the lines appear in the
 * console of the browser, elsewhere n8n drops them.
 */
export function progressOf(
	context: IExecuteFunctions,
	what: string,
	size: number,
): ((bytes: number) => void) | undefined {
	if (size < WORTH_TELLING) return undefined;
	let next = STEP;
	return (bytes) => {
		if (bytes / size < next) return;
		next = (Math.floor(bytes / size / STEP) + 1) * STEP;
		context.sendMessageToUI(`${what}: ${Math.floor((bytes / size) * 100)}%`);
	};
}
