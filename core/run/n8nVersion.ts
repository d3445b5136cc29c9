import { BadInput } from '../http/errors';

/** The oldest n8n the nodes were run in, which has everything they call (docs/compatibility.md). */
export const OLDEST_N8N = '2.0';

/**
 * Says in words that an older n8n cannot do something, where calling it would end in "is not a function".
 *
 * @param methods of n8n's that are needed
 * @throws BadInput before anything was done
 */
export function demandOfN8n(context: object, what: string, ...methods: string[]): void {
	const missing = methods.filter((name) => typeof Reflect.get(context, name) !== 'function');
	if (missing.length === 0) return;
	throw new BadInput(
		`This n8n is too old for ${what}: it lacks ${missing.join(' and ')}`,
		[],
		`Update n8n to ${OLDEST_N8N} or newer.`,
	);
}

/** Older versions check the signature of a waiting execution's address only where they are asked to, newer ones always. */
export function demandSignedAddress(context: object): void {
	(context as { setSignatureValidationRequired?(): void }).setSignatureValidationRequired?.();
}
