import type { IDataObject } from 'n8n-workflow';

import { UnexpectedResponseShape } from '../../../../core/http/errors';
import { defineOperation } from '../../../../core/run/operation';
import { isObject } from '../../../../whatsapp/events/json';
import { isNothing } from '../../lists';
import { endpoints } from '../../endpoints';

/** Heltar API, "Business profile": a list with the one profile. */
export const getProfile = defineOperation({
	value: 'getProfile',
	name: 'Get Profile',
	action: 'Get the business profile',
	description:
		'Get what customers see about the business in WhatsApp; the address of its picture is temporary',
	effect: 'read',
	fields: {},
	request: () => ({ endpoint: endpoints.getBusinessProfile }),
	output: (data): IDataObject => {
		const profile: unknown = Array.isArray(data) ? (data[0] ?? {}) : isNothing(data) ? {} : data;
		if (!isObject(profile)) throw new UnexpectedResponseShape('Heltar', data);
		return profile as IDataObject;
	},
});
