import { z } from 'zod';

const USER_ID = /^[A-Za-z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;
const NUMBER = /^[1-9]\d{6,14}$/;
/** Groups go by long base64-like ids. */
const GROUP_ID = /^(?=.*[A-Za-z])[A-Za-z0-9+/_-]{20,}={0,2}$/;
/** Conversations over RCS and on web pages, which today's API sends to as well. */
const OTHER_CHANNEL = /^([1-9]\d{6,14}@rcs|[^\s@]+@web)$/;

export const INVALID_RECIPIENT =
	'Invalid format. Expected a phone number with country code, a WhatsApp user ID or a group ID';

/** What a message may be sent to. Today's API strips `+`, spaces and dashes; the one of 2023 did not. */
export function recipientSchema(generation: 2023 | 2026): z.ZodType<string> {
	return z
		.string(INVALID_RECIPIENT)
		.transform((value) =>
			generation === 2026 && /^[+\d\s-]+$/.test(value) ? value.replace(/[+\s-]/g, '') : value,
		)
		.refine(
			(value) =>
				NUMBER.test(value) ||
				USER_ID.test(value) ||
				GROUP_ID.test(value) ||
				(generation === 2026 && OTHER_CHANNEL.test(value)),
			INVALID_RECIPIENT,
		);
}

export const isUserId = (value: string) => USER_ID.test(value);
export const isGroupId = (value: string) =>
	!NUMBER.test(value) && !USER_ID.test(value) && GROUP_ID.test(value);
