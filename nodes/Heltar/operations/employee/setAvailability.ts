import type { IDataObject } from 'n8n-workflow';

import { NoUsableResponse, Refused } from '../../../../core/http/errors';
import { toggle } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import type { Tools } from '../../../../core/run/operation';
import { isObject } from '../../../../whatsapp/events/json';
import { employeeList, listOf } from '../../lists';
import { teamMember } from '../../locators';
import { endpoints } from '../../endpoints';

/** Heltar API, "Toggle employee status". */
export const setAvailability = defineOperation({
	value: 'setAvailability',
	name: 'Set Availability',
	action: 'Set availability of a team member',
	description:
		'Set whether a team member is available for chats. Automatic assignment skips unavailable members, but they can still use Heltar.',
	effect: 'send',
	fields: {
		email: teamMember({
			displayName: 'Team Member',
			description: 'The team member whose availability to set',
		}),
		isActive: toggle({
			displayName: 'Available',
			default: true,
			description: 'Whether the team member is available for chats (on) or not (off)',
		}),
	},
	run: async ({ email, isActive }, { call }): Promise<IDataObject> => {
		const data = await call({ endpoint: endpoints.setAvailability, body: { email, isActive } }).catch(
			async (error: unknown) => {
				throw (await isUnknown(error, email, call)) ? unknownMember(email) : error;
			},
		);
		return { email, isActive, ...(isObject(data) && 'email' in data ? (data as IDataObject) : {}) };
	},
});

/** Heltar answers 500 for an email it does not know. The team tells that from a failure that leaves open what happened. */
async function isUnknown(error: unknown, email: string, call: Tools['call']): Promise<boolean> {
	if (!(error instanceof NoUsableResponse) || error.details.call?.status !== 500) return false;
	const team = await call({ ...employeeList(), effect: 'read' }).then(listOf, () => []);
	return team.length > 0 && team.every((one) => String(one.email).toLowerCase() !== email);
}

const unknownMember = (email: string) =>
	new Refused(`Nobody in the team has the email ${email}`, {
		httpStatus: 500,
		advice: 'Choose the team member from the list, or see "Get Many" for the addresses.',
	});
