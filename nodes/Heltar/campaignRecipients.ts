import type { IDataObject } from 'n8n-workflow';

import type { Values } from '../../core/fields/field';
import { choices } from '../../core/fields/basic';
import { collection } from '../../core/fields/containers';
import { returnAllOrLimit } from '../../core/fields/returnAll';
import { judgeMessage } from './judgement';
import { campaign } from './locators';

/** Milliseconds for an answer that holds every recipient of a campaign, which may be hundreds of thousands. */
export const ALL_RECIPIENTS_MS = 300_000;

/** What an operation that reads the recipients of a campaign asks for. */
export const recipientFields = () => ({
	campaignId: campaign(),
	...returnAllOrLimit(),
	filters: collection({
		displayName: 'Filters',
		placeholder: 'Add filter',
		fields: {
			retry: choices({
				displayName: 'Send Again Advice',
				description:
					'Only recipients with the chosen advice. The output has it in the field "retry". If empty, all recipients are returned.',
				options: [
					{ name: 'Later', value: 'later' },
					{ name: 'Never', value: 'never' },
					{ name: 'Now', value: 'now' },
				],
			}),
			status: choices({
				displayName: 'Status',
				description:
					'Only recipients whose message has one of these statuses. If empty, all recipients are returned.',
				options: [
					{ name: 'Canceled', value: 'cancelled' },
					{ name: 'Clicked', value: 'clicked' },
					{ name: 'Clicked and Responded', value: 'clicked_responded' },
					{ name: 'Delivered', value: 'delivered' },
					{ name: 'Expired', value: 'expired' },
					{ name: 'Failed', value: 'failed' },
					{ name: 'Read', value: 'read' },
					{ name: 'Responded', value: 'responded' },
					{ name: 'Sent', value: 'sent' },
					{ name: 'Waiting', value: 'waiting' },
				],
			}),
		},
	}),
});

/** The recipients that were asked for, each with what became of its message and whether to send it again. */
export function judgedRecipients(
	recipients: readonly IDataObject[],
	{ filters, limit: most }: Pick<Values<ReturnType<typeof recipientFields>>, 'filters' | 'limit'>,
): IDataObject[] {
	const { status: statuses = [], retry: retries = [] } = filters;
	const chosen: IDataObject[] = [];
	for (const recipient of recipients) {
		if (chosen.length === most) break;
		const judgement = judgeMessage(recipient.status, recipient.failureReason);
		if (!fits(statuses, recipient.status) || !fits(retries, judgement.retry)) continue;
		// Heltar writes an empty text for "no reason" in one list and null in the other.
		chosen.push({ ...recipient, failureReason: recipient.failureReason || null, ...judgement });
	}
	return chosen;
}

const fits = (wanted: readonly string[], value: unknown) =>
	wanted.length === 0 || wanted.includes(String(value).toLowerCase());
