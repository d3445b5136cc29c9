import type { IDataObject } from 'n8n-workflow';

import { Refused } from '../../core/http/errors';
import { commaList, longText, text } from '../../core/fields/basic';
import { isObject } from '../../whatsapp/events/json';
import { limits } from '../../whatsapp/limits';

const { subject, description } = limits.group;

export const subjectField = () =>
	text({
		displayName: 'Subject',
		placeholder: 'e.g. Kitchen project',
		description: `The name of the group, up to ${subject} characters`,
		maxLength: subject,
		trim: true,
	});

export const descriptionField = () =>
	longText({
		displayName: 'Description',
		placeholder: 'e.g. Everything about the new kitchen',
		description: `What the group is about, up to ${description} characters`,
		maxLength: description,
	});

export const joinRequestsField = () =>
	commaList({
		displayName: 'Join Requests',
		placeholder: 'e.g. req-17, req-18',
		description:
			'IDs of the requests, separated by commas, or an expression that returns a list. Each is the join_request_id that Get Join Requests and the Account Change event give.',
	});

/** A group as it came, with its time as ISO text beside Unix seconds. */
export function groupOutput(group: IDataObject): IDataObject {
	const { creation_timestamp: seconds } = group;
	return typeof seconds === 'number'
		? { ...group, createdAt: new Date(seconds * 1000).toISOString() }
		: group;
}

/**
 * Which of the requests were dealt with, under the provider's own key; all of them where the answer does not say.
 * @throws Refused when it was none
 */
export function joinRequestsOutput(
	data: unknown,
	key: 'approved_join_requests' | 'rejected_join_requests',
	{ groupId, joinRequests }: { groupId: string; joinRequests: string[] },
): IDataObject {
	const given = isObject(data) ? (data as IDataObject) : {};
	const done = given[key];
	if (Array.isArray(done) && done.length === 0) {
		throw new Refused('None of these join requests exist anymore', {
			advice: 'They may have been answered or withdrawn. Get the join requests again.',
		});
	}
	return { groupId, [key]: joinRequests, ...given };
}
