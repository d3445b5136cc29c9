import type { IHookFunctions } from 'n8n-workflow';

/**
 * Whether n8n itself says that nothing is registered at one of its addresses. Asked with a method that no workflow is
 * started by; anything but n8n's own words counts as alive.
 */
export async function isUnregisteredHere(hook: IHookFunctions, address: string): Promise<boolean> {
	const { origin, pathname } = new URL(address);
	try {
		const answer = (await hook.helpers.httpRequest({
			method: 'PATCH',
			url: origin + pathname,
			timeout: 5_000,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		})) as { statusCode: number; body: unknown };
		const { message } = (answer.body ?? {}) as { message?: unknown };
		return answer.statusCode === 404 && /^The requested webhook .* is not registered/.test(String(message));
	} catch {
		return false;
	}
}
