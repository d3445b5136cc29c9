const ISO = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/**
 * A time as services send it: 10 digits are seconds and 13 milliseconds since 1970, as text or number; ISO
 * text is taken as UTC unless it names its zone.
 *
 * @returns ISO 8601, UTC, with milliseconds; `null` for anything else
 */
export function readTime(value: unknown): string | null {
	const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
	if (/^\d{10}$/.test(text)) return toIso(Number(text) * 1000);
	if (/^\d{13}$/.test(text)) return toIso(Number(text));
	const [, date, clock = '00:00', zone = 'Z'] = ISO.exec(text) ?? [];
	return date ? toIso(Date.parse(`${date}T${clock}${fullZone(zone)}`)) : null;
}

function fullZone(zone: string): string {
	if (zone.toUpperCase() === 'Z') return 'Z';
	const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
	return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

function toIso(milliseconds: number): string | null {
	return Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString();
}
