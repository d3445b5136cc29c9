import type { IDataObject } from 'n8n-workflow';

/** The output of a call that answers with words only, if at all. */
export function successOutput(data: unknown): IDataObject {
	const { message } = (data ?? {}) as { message?: unknown };
	return { success: true, ...(typeof message === 'string' ? { message } : {}) };
}
