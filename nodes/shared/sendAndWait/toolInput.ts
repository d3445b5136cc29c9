import type { IExecuteFunctions } from 'n8n-workflow';

import { cut, lengthOf } from '../../../whatsapp/characters';
import { limits } from '../../../whatsapp/limits';

/** What n8n makes of an object inside a text. */
const OBJECT = '[object Object]';
const LEAST_ROOM = 200;

/**
 * n8n's own wording of a human review ends in the arguments the model gave the tool, which come out as
 * "[object Object]". Whoever decides has to see them: one a line, as many as a message with buttons takes.
 */
export function withToolInput(context: IExecuteFunctions, message: string): string {
	if (!context.getNode().type.endsWith('HitlTool') || !message.includes(OBJECT)) return message;
	const given = context.evaluateExpression('{{ $tool.parameters }}', 0) as unknown;
	const others = message.split(OBJECT);
	const room = limits.interactive.body - lengthOf(others.join(''));
	const each = Math.max(LEAST_ROOM, Math.floor(room / (others.length - 1)));
	return others.join(cut(inLines(given), each));
}

function inLines(given: unknown): string {
	if (typeof given !== 'object' || given === null) return inWords(given);
	return Object.entries(given)
		.map(([name, value]) => `${name}: ${inWords(value)}`)
		.join('\n');
}

const inWords = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
