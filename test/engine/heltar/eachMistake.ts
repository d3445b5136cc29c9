import type { IDataObject } from 'n8n-workflow';

import type { Fixture } from './fixture';
import { GENERATIONS, useFixture } from './fixture';

/** What a user did wrong, and what they read then. */
export interface Mistake {
	resource: string;
	operation: string;
	parameters: IDataObject;
	/** The headline of the error as n8n shows it. */
	message: string;
	/** What stands below it. */
	advice?: RegExp;
	/** Makes the account such that it is a mistake; gives the key to use where it is about that. */
	given?(fixture: Fixture): Promise<unknown>;
	/** Only the provider can know: the call is made. */
	onTheWire?: true;
}

/** Makes each of the mistakes, with both generations. */
export function eachMistake(mistakes: Record<string, Mistake>): void {
	const fixture = useFixture();
	describe.each(GENERATIONS)('generation %i', (generation) => {
		beforeEach(async () => void (await fixture.settings({ generation })));

		test.each(Object.entries(mistakes))('%s', async (_name, mistake) => {
			const { resource, operation, parameters, message, advice, given, onTheWire } = mistake;
			const key = await given?.(fixture);
			const apiKey = typeof key === 'string' ? key : undefined;
			const { error, outputs } = await fixture.run({ resource, operation, ...parameters }, { apiKey });
			expect(error?.message).toBe(message);
			expect(error?.context.itemIndex).toBe(0);
			if (advice) expect(error?.description).toMatch(advice);
			expect(outputs.flat()).toEqual([]);
			expect(await fixture.requests()).toHaveLength(onTheWire ? 1 : 0);
		});
	});
}
