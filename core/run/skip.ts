import type { IDataObject } from 'n8n-workflow';

import type { ItemResult } from './result';

/** Thrown for an item that is not to be sent, which is no failure. The item comes out with `skipped` and the reason. */
export class Skip extends Error {
	readonly result: Extract<ItemResult, { ok: true }>;

	/** @param facts what else the output says, such as the recipient */
	constructor(reason: string, facts: IDataObject = {}) {
		super(reason);
		const json = { outcome: 'untouched', skipped: true, ...facts, reason };
		this.result = { ok: true, skipped: true, items: [{ json }] };
	}
}
