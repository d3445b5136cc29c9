/** Lengths in Unicode code points, counts in pieces. WhatsApp's own, unless a provider's documentation is stricter. */
export const limits = {
	text: 4096,
} as const;
