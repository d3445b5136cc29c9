import type { JsonObject } from './events/json';
import { isFilledObject, isObject, parseStructure, textIn } from './events/json';
import type { Column, Columns } from './template';
import { variablesOf } from './template';
import type { FilledComponent, FillRules, Parameter } from './templateMessage';
import { textProblem } from './templateMessage';

/** One value of a button: the last part of its column's id says which (`button.1.url`). */
interface ButtonValue {
	/** The kind of button it belongs to, in the words of a message (Meta, "Template messages": `sub_type`). */
	subType: string;
	/** For people, after "Button 2". */
	name: string;
	/** What is wrong with a value, where the rules for texts do not say it. */
	problem?(value: string): string | undefined;
	/** The value as a parameter of its own. */
	parameter?(value: string): Parameter;
	/** The value as a part of the button's action, which is one parameter. */
	action?(value: string): JsonObject;
	/** WhatsApp wants the button in the message even where nothing is filled in (error 131008). */
	sentEmpty?: true;
}

const blankProblem = (value: string) => (value.trim() === '' ? 'nothing is filled in' : undefined);

/** Meta, "Template messages", "Sending a Flow", "Catalog templates" and "Call button messages". */
const VALUES: Readonly<Record<string, ButtonValue>> = {
	url: {
		subType: 'url',
		name: 'address',
		parameter: (text) => ({ type: 'text', text }),
	},
	copy_code: {
		subType: 'copy_code',
		name: 'code',
		parameter: (code) => ({ type: 'coupon_code', coupon_code: code }),
	},
	quick_reply: {
		subType: 'quick_reply',
		name: 'payload',
		problem: blankProblem,
		parameter: (payload) => ({ type: 'payload', payload }),
	},
	flow_token: {
		subType: 'flow',
		name: 'flow token',
		problem: blankProblem,
		action: (token) => ({ flow_token: token }),
		sentEmpty: true,
	},
	flow_action_data: {
		subType: 'flow',
		name: 'flow data',
		problem: (value) =>
			isFilledObject(parseStructure(value)) ? undefined : 'must be a JSON object with at least one value',
		action: (value) => ({ flow_action_data: parseStructure(value) }),
		sentEmpty: true,
	},
	catalog: {
		subType: 'catalog',
		name: 'product',
		problem: blankProblem,
		action: (product) => ({ thumbnail_product_retailer_id: product }),
		sentEmpty: true,
	},
	ttl_minutes: {
		subType: 'voice_call',
		name: 'minutes',
		problem: (value) =>
			/^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 43_200
				? undefined
				: `must be a whole number of minutes from 1 to 43200 (got "${value}")`,
		parameter: (minutes) => ({ type: 'ttl_minutes', ttl_minutes: Number(minutes) }),
	},
	call_payload: {
		subType: 'voice_call',
		name: 'payload',
		problem: blankProblem,
		parameter: (payload) => ({ type: 'payload', payload }),
	},
};

const ID = /^button\.(\d+)\.(\w+)$/;

function read(id: string): { position: number; value: ButtonValue } | undefined {
	const [, position, name] = ID.exec(id) ?? [];
	const value = name !== undefined && Object.hasOwn(VALUES, name) ? VALUES[name] : undefined;
	return value && { position: Number(position), value };
}

/** Whether an id is that of a button's value. */
export const isButtonColumn = (id: string): boolean => read(id) !== undefined;

/** Whether a column goes into the message even where it is empty or was taken out of the form. */
export const isSentEmpty = (id: string): boolean => read(id)?.value.sentEmpty === true;

/** The name of a button's value for people: "Button 2 address". */
export function buttonColumnName(id: string): string {
	const found = read(id);
	return found ? `Button ${found.position + 1} ${found.value.name}` : id;
}

/** What is wrong with what was filled in. */
export function buttonValueProblem(id: string, given: string): string | undefined {
	const found = read(id);
	if (!found || (given === '' && found.value.sentEmpty)) return undefined;
	return (found.value.problem ?? textProblem)(given);
}

/** The buttons of a message out of filled columns, or the column that belongs to another kind of button. */
export function filledButtons(
	columns: ReadonlyMap<string, string>,
	{ buttonIndex }: Pick<FillRules, 'buttonIndex'>,
): { value: FilledComponent[] } | { id: string; problem: string } {
	const buttons = new Map<number, { subType: string; parameters: Parameter[]; action: JsonObject }>();
	for (const [id, given] of columns) {
		const found = read(id);
		if (!found) continue;
		const { position, value } = found;
		const button = buttons.get(position) ?? { subType: value.subType, parameters: [], action: {} };
		if (button.subType !== value.subType) {
			return {
				id,
				problem: `the values of button ${position + 1} belong to two different types of button`,
			};
		}
		buttons.set(position, button);
		if (given === '') continue;
		if (value.parameter) button.parameters.push(value.parameter(given));
		Object.assign(button.action, value.action?.(given));
	}
	const inOrder = [...buttons].sort(([a], [b]) => a - b);
	return {
		value: inOrder.map(([position, { subType, parameters, action }]) => {
			const acts = Object.keys(action).length > 0 ? [{ type: 'action', action }] : [];
			const all = [...parameters, ...acts];
			return {
				type: 'button',
				sub_type: subType,
				index: buttonIndex(position),
				...(all.length > 0 ? { parameters: all } : {}),
			};
		}),
	};
}

/** What a button of a template's definition takes (Meta, "Template components"); undefined where it cannot be read. */
export function buttonColumns(position: number, button: unknown): Columns | undefined {
	const type = isObject(button) ? textIn(button, 'type') : null;
	if (!isObject(button) || type === null) return undefined;
	const text = textIn(button, 'text');
	const title = text === null ? `Button ${position + 1}` : `Button "${text}"`;
	const column = (name: string, label: string, required = false): Column => ({
		id: `button.${position}.${name}`,
		label: `${title} – ${label}`,
		required,
	});
	switch (type.toUpperCase()) {
		case 'PHONE_NUMBER':
		case 'REQUEST_CONTACT_INFO':
			return { columns: [] };
		case 'QUICK_REPLY':
			return { columns: [column('quick_reply', 'Payload')] };
		case 'URL': {
			const url = textIn(button, 'url');
			if (url === null) return undefined;
			return { columns: variablesOf(url).length === 0 ? [] : [column('url', url, true)] };
		}
		// One-time password buttons take the code the way URL buttons take the end of their address.
		case 'OTP':
			return { columns: [column('url', 'Code', true)] };
		case 'COPY_CODE':
			return { columns: [column('copy_code', 'Code to Copy', true)] };
		case 'FLOW':
			return {
				columns: [column('flow_token', 'Flow Token'), column('flow_action_data', 'Flow Data (JSON)')],
			};
		case 'CATALOG':
			return { columns: [column('catalog', 'Product for the Picture')] };
		case 'VOICE_CALL':
			return { columns: [column('ttl_minutes', 'Valid for Minutes'), column('call_payload', 'Payload')] };
		case 'MPM':
		case 'SPM':
			return { onlyAsJson: 'a button that shows products' };
		default:
			return { onlyAsJson: `a button of type ${type}` };
	}
}
