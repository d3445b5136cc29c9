import type { IDataObject } from 'n8n-workflow';

import { Refused } from '../../core/http/errors';
import { isObject, type JsonObject } from '../../whatsapp/events/json';

/** The output of a call that answers with words only, if at all. @throws Refused when these say that it was not done */
export function successOutput(data: unknown): IDataObject {
	assertSuccess(data, 'Heltar reported that this failed, without a reason');
	const said = saidIn(data);
	return { success: true, ...(said === undefined ? {} : { message: said }) };
}

/** @throws Refused when an answer says that it was not done, with `otherwise` where it does not say why */
export function assertSuccess(data: unknown, otherwise: string): void {
	if (fieldsOf(data).success === false) throw new Refused(saidIn(data) ?? otherwise);
}

function saidIn(data: unknown): string | undefined {
	const { message } = fieldsOf(data);
	return typeof message === 'string' ? message : undefined;
}

const fieldsOf = (data: unknown): JsonObject => (isObject(data) ? data : {});
