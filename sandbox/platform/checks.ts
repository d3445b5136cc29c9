import { RefusedByWhatsApp } from './errors.ts';

export type Fields = Record<string, unknown>;

/** WhatsApp's codes for a parameter that is not there, and for one that is not as it should be. */
export const MISSING = 131008;
export const WRONG = 131009;

/** Characters as WhatsApp counts them: code points. */
const length = (value: string) => [...value].length;

export function fields(value: unknown, where: string): Fields {
	if (!value || typeof value !== 'object' || Array.isArray(value))
		throw new RefusedByWhatsApp(MISSING, `${where} is required and must be an object`);
	return value as Fields;
}

export function items(value: unknown, where: string, most: number): Fields[] {
	if (!Array.isArray(value) || value.length === 0)
		throw new RefusedByWhatsApp(MISSING, `${where} must hold at least one entry`);
	if (value.length > most) throw new RefusedByWhatsApp(WRONG, `${where} must hold at most ${most} entries`);
	return value.map((one, index) => fields(one, `${where}[${index}]`));
}

export function text(value: unknown, where: string, most: number): string {
	if (typeof value !== 'string' || value === '') throw new RefusedByWhatsApp(MISSING, `${where} is required`);
	if (length(value) > most) throw new RefusedByWhatsApp(WRONG, `${where} must be at most ${most} characters`);
	return value;
}

export function optionalText(value: unknown, where: string, most: number): void {
	if (value !== undefined) text(value, where, most);
}

export function unique(values: string[], where: string): void {
	const twice = values.find((value, index) => values.indexOf(value) !== index);
	if (twice !== undefined)
		throw new RefusedByWhatsApp(WRONG, `${where} must be unique: ${twice} occurs twice`);
}
