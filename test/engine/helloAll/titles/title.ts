import type { IDataObject } from 'n8n-workflow';

import type { DIALECTS } from '../fixture';
import { json } from '../fixture';

export const TO = '910000000123';
export const HOOK = 'https://hooks.example.com/wa';

type Dialect = (typeof DIALECTS)[number];

/** Ids of what the sandbox has, which the items carry in. */
export interface Ids {
	media: string;
	chat: string;
	namespace: string;
}

/** One request of the provider's collection: how it is filled in, and every call it makes. */
export interface Title {
	parameters: IDataObject;
	/** In order; by dialect where the attempts differ. */
	calls(ids: Ids): unknown[] | Record<Dialect, unknown[]>;
	/** Ends in an error there, by design. */
	failsIn?: Dialect;
}

/** The one call of an operation that sends. */
export const message = (body: unknown) => [json('POST', '/v1/messages', body)];
