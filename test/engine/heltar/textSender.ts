import type { IDataObject } from 'n8n-workflow';

import { runNode } from '../harness';
import { useJumpingClock } from '../../jumpingClock';
import { KEY, useFixture } from './fixture';

/** A sandbox of a test file's own, and Send Text, which takes recipient and text from the items. */
export function useTextSender() {
	useJumpingClock();
	const fixture = useFixture();

	const send = async (
		items: IDataObject[],
		given: {
			onError?: 'continueRegularOutput' | 'continueErrorOutput';
			apiKey?: string;
			baseUrl?: string;
			options?: IDataObject;
			retry?: boolean;
		} = {},
	) =>
		await runNode({
			type: 'heltar',
			credentials: {
				heltarApi: { apiKey: given.apiKey ?? KEY, baseUrl: given.baseUrl ?? fixture.baseUrl },
			},
			parameters: {
				resource: 'message',
				operation: 'sendText',
				clientWaNumber: '={{ $json.to }}',
				message: '={{ $json.text }}',
				options: given.options ?? {},
			},
			items,
			node: {
				onError: given.onError,
				// n8n takes 0 for its default of a second.
				...(given.retry ? { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } : {}),
			},
		});

	/** What reached a customer, in order. */
	const received = async (number: string) =>
		(await fixture.conversation(number).catch(() => []))
			.filter(({ direction }) => direction === 'out')
			.map(({ text }) => text);

	return { fixture, send, received };
}
