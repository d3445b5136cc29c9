import type { IHookFunctions } from 'n8n-workflow';

import { toNodeError } from '../../../core/http/nodeError';

/** A step of a webhook's life; what it throws is told to the user. */
type Step = (hook: IHookFunctions) => Promise<boolean>;

/** n8n's webhook methods out of a provider's steps. */
export const lifecycle = (steps: { isRegistered: Step; register: Step; unregister: Step }) => ({
	default: {
		checkExists: shown(steps.isRegistered),
		create: shown(steps.register),
		delete: shown(steps.unregister),
	},
});

/** Shows what goes wrong as n8n shows errors. */
function shown(step: Step) {
	return async function (this: IHookFunctions): Promise<boolean> {
		try {
			return await step(this);
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		}
	};
}
