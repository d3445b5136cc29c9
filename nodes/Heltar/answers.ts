import type { IDataObject } from 'n8n-workflow';

import { Refused } from '../../core/http/errors';

/** The output of a call that answers with words only, if at all. @throws Refused when these say that it was not done */
export function successOutput(data: unknown): IDataObject {
	const { message, success } = (data ?? {}) as { message?: unknown; success?: unknown };
	const said = typeof message === 'string' ? message : undefined;
	if (success === false) {
		throw new Refused(said ?? 'Heltar reported that this failed, without a reason');
	}
	return { success: true, ...(said === undefined ? {} : { message: said }) };
}
