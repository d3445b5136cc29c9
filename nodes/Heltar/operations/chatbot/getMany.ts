import { choice, simplify, toggle } from '../../../../core/fields/basic';
import { collection } from '../../../../core/fields/containers';
import { returnAllOrLimit } from '../../../../core/fields/returnAll';
import { defineOperation } from '../../../../core/run/operation';
import { chatbotList } from '../../lists';
import { simplifiedChatbot } from '../../simplified';

/** Heltar API, "List chatbots": all at once. */
export const getMany = defineOperation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many chatbots',
	description: 'Get the chatbots of the account and those shared across the organization, the newest first',
	effect: 'read',
	fields: {
		...returnAllOrLimit(),
		simplify: simplify(),
		filters: collection({
			displayName: 'Filters',
			placeholder: 'Add filter',
			fields: {
				createdBy: choice({
					displayName: 'Created By',
					description: 'Only bots that were made this way',
					options: [
						{ name: 'Any', value: 'any' },
						{ name: 'API', value: 'api' },
						{ name: 'Copilot', value: 'copilot' },
						{ name: 'Person', value: 'human' },
					],
				}),
			},
		}),
		options: collection({
			fields: {
				includeFunctionNames: toggle({
					displayName: 'Include Function Names',
					description: 'Whether to get the names of the functions of each bot instead of how many there are',
				}),
			},
		}),
	},
	request: ({ filters: { createdBy }, options: { includeFunctionNames } }) =>
		chatbotList.request({
			createdBy: createdBy === 'any' ? undefined : createdBy,
			includeFunctionNames: includeFunctionNames ? true : undefined,
		}),
	output: (data, { limit: most, simplify: simple }) => {
		const bots = chatbotList.entries(data).slice(0, most);
		return simple ? bots.map(simplifiedChatbot) : bots;
	},
});
