import type { IDataObject } from 'n8n-workflow';

import { simplify, text } from '../../../../core/fields/basic';
import { returnAllOrLimit } from '../../../../core/fields/returnAll';
import { defineOperation } from '../../../../core/run/operation';
import { isObject, parseStructure } from '../../../../whatsapp/events/json';
import { listOf } from '../../lists';
import { endpoints } from '../../endpoints';

/**
 * Heltar API, "Flow submissions": everything customers sent with a form, at once and in no order. The ID of the form is
 * looked for inside the answers, so a form of one's own has to submit it, or carry it in its token.
 */
export const getFlowResponses = defineOperation({
	value: 'getFlowResponses',
	name: 'Get Flow Responses',
	action: 'Get flow responses',
	description:
		'Get the answers customers gave in a flow. They come in no particular order and without times; to receive new answers, use the trigger.',
	effect: 'read',
	fields: {
		flowId: text({
			displayName: 'Flow ID',
			placeholder: 'e.g. 884112233445566',
			description:
				'ID of the flow. Only responses that contain this ID, in a field or in their flow token, are found.',
			trim: true,
		}),
		...returnAllOrLimit(),
		simplify: simplify(),
	},
	request: ({ flowId }) => ({ endpoint: endpoints.getFlowResponses, params: { flowId } }),
	output: (data, { limit: most, simplify: simple }) => {
		const responses = listOf(data).slice(0, most);
		return simple ? responses.map(simplifyResponse) : responses;
	},
});

/** The fields of a form; they come as JSON text, and stay text where they are none. */
function simplifyResponse({ clientWaNumber, interactive }: IDataObject): IDataObject {
	const reply = isObject(interactive) ? interactive.nfm_reply : undefined;
	const { name, body, response_json } = isObject(reply) ? (reply as IDataObject) : {};
	const filled = parseStructure(response_json) ?? response_json ?? null;
	if (!isObject(filled)) return { clientWaNumber, name, body, response: filled as IDataObject[string] };
	const { flow_token: flowToken, ...response } = filled as IDataObject;
	return { clientWaNumber, name, body, ...(flowToken === undefined ? {} : { flowToken }), response };
}
