import type { IDataObject } from 'n8n-workflow';

import { simplify } from '../../../../core/fields/basic';
import { defineOperation } from '../../../../core/run/operation';
import { simplifiedCallRecord } from '../../callRecord';
import { voiceCall } from '../../botLocators';
import { endpoints } from '../../endpoints';

/** Heltar API, "AI voice call records". */
export const getRecord = defineOperation({
	value: 'getRecord',
	name: 'Get Record',
	action: 'Get the record of a call',
	description:
		'Get the transcript, length and recording of a recorded call. They become available in two steps after the call: get it again while parts are missing.',
	effect: 'read',
	fields: { callId: voiceCall(), simplify: simplify() },
	request: ({ callId }) => ({ endpoint: endpoints.getCallRecord, params: { callId } }),
	output: (data, { simplify: simple }) =>
		simple ? simplifiedCallRecord(data as IDataObject) : (data as IDataObject),
});
