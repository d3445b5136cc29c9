import type { Values } from '../../../core/fields/field';
import { choice, commaList, number } from '../../../core/fields/basic';
import { collection } from '../../../core/fields/containers';
import { contactNumber } from '../fields';

const DEFAULT_CHARACTERS = 20_000;

/** The contact and the message come from the trigger's item, also where several messages were collected into one. */
const CONTACT = '={{ $json.groupId ?? $json.from }}';
const PROMPT = '={{ ($json.messages ?? [$json]).map((message) => message.id) }}';

const contact = contactNumber();
const prompt = commaList({
	displayName: 'Message ID',
	placeholder: 'e.g. wamid.HBgMNDQ3NzAwOTAwMTIz',
	description:
		'ID of the customer message that the agent replies to, or several separated by commas. The memory leaves out this message, which is already the agent’s prompt, and any later messages of the customer. Clear this field if no message started the workflow.',
});

export const memoryFields = {
	clientWaNumber: {
		...contact,
		property: {
			...contact.property,
			default: CONTACT,
			description:
				'Whose conversation the agent remembers: the phone number with country code, a WhatsApp user ID or a group ID. The default takes it from the Heltar Trigger directly before the agent.',
		},
	},
	messageId: {
		...prompt,
		property: { ...prompt.property, default: PROMPT, required: undefined },
		// An expression that finds no ID is a mistake: the prompt would be in the memory, too.
		read: (raw: unknown) => (raw === '' ? [] : prompt.read(raw)),
	},
	windowSize: number({
		displayName: 'Messages',
		default: 20,
		min: 1,
		max: 500,
		description: 'Max number of messages the agent remembers, counted from the newest',
	}),
	options: collection({
		fields: {
			maxCharacters: number({
				displayName: 'Max Characters',
				default: DEFAULT_CHARACTERS,
				min: 100,
				max: 1_000_000,
				description:
					'Max number of characters of all remembered messages together. The oldest messages are dropped first.',
			}),
			onReadError: choice({
				displayName: 'If the Conversation Cannot Be Read',
				options: [
					{
						name: 'Continue Without Memory',
						value: 'continue',
						description: 'The agent answers without the conversation, and the memory shows a warning',
					},
					{ name: 'Stop', value: 'stop', description: 'The agent fails' },
				],
				description: 'What happens when Heltar does not answer or refuses',
			}),
		},
	}),
};

export type MemoryValues = Values<typeof memoryFields>;

/** The options with their defaults, as a collection holds only what was chosen. */
export const optionsOf = ({ options }: Pick<MemoryValues, 'options'>) => ({
	maxCharacters: options.maxCharacters ?? DEFAULT_CHARACTERS,
	onReadError: options.onReadError ?? ('continue' as const),
});
