import type { TestedProvider } from '../../providers';
import { accountsOf } from '../../providers';
import { describeAnswers } from './answers';
import { describeRequests } from './requests';
import { describeTrigger } from './trigger';

/**
 * Everything that holds for every provider and each of its API styles. What differs comes from the provider's table; outcomes of sends are checked
 * beside it, in bulk/matrix.test.ts.
 */
export function describeProvider(provider: TestedProvider): void {
	describe.each(accountsOf(provider))('$title', (account) => {
		describe('answers', () => describeAnswers(account));
		describe('requests', () => describeRequests(account));
		describe('the trigger', () => describeTrigger(account));
	});
}
