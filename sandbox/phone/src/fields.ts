/** Reading what any workflow may have sent: every field may be missing or of another type than expected. */

export type Fields = Record<string, unknown>;

export const fields = (value: unknown): Fields =>
	value && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : {};
export const list = (value: unknown): Fields[] => (Array.isArray(value) ? value.map(fields) : []);
export const text = (value: unknown): string =>
	typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
export const number = (value: unknown): number | null => {
	const parsed = typeof value === 'string' && value !== '' ? Number(value) : value;
	return typeof parsed === 'number' && Number.isFinite(parsed) ? parsed : null;
};
