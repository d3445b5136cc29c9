import type { IExecuteFunctions } from 'n8n-workflow';

import { withToolInput } from '../../../../nodes/shared/sendAndWait/toolInput';
import { charactersOf, lengthOf } from '../../../../whatsapp/characters';

const FAMILY = '👨‍👩‍👧‍👦';
const QUESTION = 'The agent wants to call refund with [object Object]';

/** As n8n runs a node that reviews another tool's input. */
const reviewOf = (parameters: unknown, message = QUESTION, type = 'n8n-nodes-whatsapp-bsp.heltarHitlTool') =>
	withToolInput(
		{ getNode: () => ({ type }), evaluateExpression: () => parameters } as unknown as IExecuteFunctions,
		message,
	);

test('the arguments stand where n8n would write an object', () => {
	expect(reviewOf({ order: 1042, reason: `late ${FAMILY}` })).toBe(
		`The agent wants to call refund with order: 1042\nreason: late ${FAMILY}`,
	);
});

test.each([0, 1, 2, 3, 4, 5, 6, 7])(
	'what is too long is cut between characters (%i before them)',
	(before) => {
		const reason = 'x'.repeat(before) + FAMILY.repeat(200);
		const shown = reviewOf({ reason });
		expect(lengthOf(shown)).toBeLessThanOrEqual(1024);
		expect(lengthOf(shown)).toBeGreaterThan(1024 - lengthOf(FAMILY) - 1);
		const families = charactersOf(shown.slice(shown.indexOf('x'.repeat(before) + '👨') + before));
		expect(new Set(families)).toEqual(new Set([FAMILY, '…']));
	},
);

test('several objects in a question share its room', () => {
	const shown = reviewOf({ reason: '👍'.repeat(2000) }, '[object Object] or [object Object]?');
	expect(lengthOf(shown)).toBeLessThanOrEqual(1024);
	expect(shown.match(/…/g)).toHaveLength(2);
});

test('other nodes keep their text', () => {
	expect(reviewOf({ a: 1 }, QUESTION, 'n8n-nodes-whatsapp-bsp.heltar')).toBe(QUESTION);
});
