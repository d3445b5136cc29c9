import { statusError, type Refusal } from '../platform/errors.ts';

/** What the on-premises API calls its error codes. */
const TITLES: Record<number, string> = {
	470: 'Message failed to send because more than 24 hours have passed since the customer last replied to this number',
	501: 'Message type is not currently supported',
	1000: 'Generic error',
	1001: 'Message too long',
	1004: 'Resource already exists',
	1005: 'Access denied',
	1006: 'Resource not found',
	1008: 'Required parameter is missing',
	1009: 'Parameter value is not valid',
	1010: 'Parameter is not required',
	1013: 'User is not valid',
	1015: 'Too many requests',
	1026: 'Receiver incapable',
	2000: 'Template param count mismatch',
	2001: 'Template missing',
	2005: 'Template text too long',
};

/**
 * Codes of the on-premises API beside those of the Cloud API. Where a code has several partners the first pair
 * counts. Codes without a pair are the same in both.
 */
const PAIRS: ReadonlyArray<readonly [onPremises: number, cloud: number]> = [
	[470, 131047],
	[501, 131051],
	[1000, 131000],
	[1005, 190],
	[1008, 131008],
	[1009, 131009],
	[1009, 100],
	[1013, 131026],
	[1015, 130429],
	[2000, 132000],
	[2001, 132001],
	[2005, 132005],
	[1001, 100],
	[1004, 100],
	[1006, 100],
	[1010, 100],
];

export const toOnPremises = (code: number) => PAIRS.find(([, cloud]) => cloud === code)?.[0] ?? code;
export const toCloud = (code: number) => PAIRS.find(([onPremises]) => onPremises === code)?.[1] ?? code;

export interface OnPremisesError {
	code: number;
	title: string;
	details: string;
	href: string;
}

/** The error object of the on-premises API. */
export function onPremisesError({ code, details }: Refusal): OnPremisesError {
	const own = toOnPremises(code);
	return {
		code: own,
		title: TITLES[own] ?? statusError({ code, details }).title,
		details,
		href: 'https://developers.facebook.com/docs/whatsapp/api/errors/',
	};
}

/** Further fields of every on-premises answer. */
export const meta = { api_status: 'stable', version: '2.53.3' };
