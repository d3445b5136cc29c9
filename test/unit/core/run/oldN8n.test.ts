import type { IExecuteFunctions } from 'n8n-workflow';

import { BadInput } from '../../../../core/http/errors';
import { hint } from '../../../../core/run/hint';
import { demandOfN8n, demandSignedAddress } from '../../../../core/run/n8nVersion';

describe('on an n8n that lacks something', () => {
	test('what cannot be done without it is refused in words', () => {
		const old = { putExecutionToWait: () => undefined };
		const ask = () => demandOfN8n(old, 'Send and Wait', 'getSignedResumeUrl', 'putExecutionToWait');
		expect(ask).toThrow(BadInput);
		expect(ask).toThrow('This n8n is too old for Send and Wait: it lacks getSignedResumeUrl');
	});

	test('the address of a waiting execution is asked to be checked, where it is not anyway', () => {
		const setSignatureValidationRequired = jest.fn();
		demandSignedAddress({ setSignatureValidationRequired });
		expect(setSignatureValidationRequired).toHaveBeenCalledTimes(1);
		expect(() => demandSignedAddress({})).not.toThrow();
	});

	test('hints are left out', () => {
		expect(() => hint({} as IExecuteFunctions, 'The caption was left out')).not.toThrow();
	});
});

test('an n8n that has everything is not refused', () => {
	const current = { getSignedResumeUrl: () => '', putExecutionToWait: () => undefined };
	expect(() =>
		demandOfN8n(current, 'Send and Wait', 'getSignedResumeUrl', 'putExecutionToWait'),
	).not.toThrow();
});
