const SEEN = ['read', 'responded', 'clicked', 'clicked_responded'];

/**
 * How many messages came how far. Heltar counts cumulatively: what was read was also delivered and sent.
 *
 * @param count how many messages have one of these statuses
 */
export const cumulativeCounts = (count: (...statuses: string[]) => number) => ({
	waiting: count('waiting'),
	sent: count('sent', 'delivered', ...SEEN),
	delivered: count('delivered', ...SEEN),
	read: count(...SEEN),
	responded: count('responded', 'clicked_responded'),
	clicked: count('clicked', 'clicked_responded'),
	clickedResponded: count('clicked_responded'),
	failed: count('failed', 'expired'),
});
