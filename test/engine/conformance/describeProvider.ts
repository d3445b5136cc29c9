import type { TestedProvider } from '../../providers';
import { describeAnswers } from './answers';
import { describeRequests } from './requests';
import { describeTrigger } from './trigger';

/**
 * Everything that holds for every provider. What differs comes from the provider's table; outcomes of sends are checked
 * beside it, in bulk/matrix.test.ts.
 */
export function describeProvider(provider: TestedProvider): void {
	describe(provider.contract.name, () => {
		describe('answers', () => describeAnswers(provider));
		describe('requests', () => describeRequests(provider));
		describe('the trigger', () => describeTrigger(provider));
	});
}
