import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { isSafeAddress } from '../../core/http/address';
import { BadInput } from '../../core/http/errors';
import { isEmpty, optional, refined, when } from '../../core/operation/field';
import { asText, choice, json, longText, text } from '../../core/operation/fields';
import { rows, rowsOrJson } from '../../core/operation/groups';
import type { Mapped } from '../../core/operation/loaded';
import { mappedFields } from '../../core/operation/loaded';
import { columnsOf } from '../../whatsapp/template';
import type { TemplateDraft } from '../../whatsapp/templateText';
import {
	bodyProblem,
	footerProblem,
	headerProblem,
	nameProblem,
	placesOf,
} from '../../whatsapp/templateText';

/** Greatest lengths of a new template (Meta, "Template components"); three quick replies as in the Hello All collection. */
const LIMITS = { name: 512, header: 60, body: 1024, footer: 60, quickReplies: 3, quickReply: 25 };

const FIXED_MODE =
	'Leave this field on Fixed: in an expression, n8n would calculate {{1}} instead of keeping it.';

/** A check of whatsapp/ as the refinement of a field. @throws BadInput */
const unless = (problemOf: (value: string) => string | undefined) => (value: string) => {
	const problem = problemOf(value);
	if (problem !== undefined) throw new BadInput(problem);
	return value;
};

export const nameField = () =>
	refined(
		text({
			displayName: 'Name',
			placeholder: 'e.g. order_ready',
			description: 'Small letters, digits and underscores',
			maxLength: LIMITS.name,
			trim: true,
		}),
		unless(nameProblem),
	);

export const categoryFields = () => ({
	category: choice({
		displayName: 'Category',
		description: 'What the template is for; WhatsApp checks it',
		default: 'UTILITY',
		options: [
			{ name: 'Alert Update', value: 'ALERT_UPDATE', description: 'The old name for what is now a utility' },
			{ name: 'Authentication', value: 'AUTHENTICATION' },
			{ name: 'Marketing', value: 'MARKETING' },
			{ name: 'Other', value: 'OTHER', description: 'Another category, by its name' },
			{ name: 'Utility', value: 'UTILITY' },
		],
	}),
	otherCategory: when(
		{ category: ['OTHER'] },
		text({
			displayName: 'Other Category',
			placeholder: 'e.g. ACCOUNT_UPDATE',
			description: 'The category as Hello All writes it',
			trim: true,
		}),
	),
});

/** Header, body, footer, quick replies, and a sample for each variable. */
export const draftFields = () => ({
	format: choice({
		displayName: 'Header',
		description: 'What stands above the text',
		options: [
			{ name: 'None', value: 'none' },
			{ name: 'Text', value: 'TEXT' },
			{ name: 'Image', value: 'IMAGE' },
			{ name: 'Document', value: 'DOCUMENT' },
			{ name: 'Video', value: 'VIDEO' },
		],
	}),
	headerText: when(
		{ format: ['TEXT'] },
		refined(
			text({
				displayName: 'Header Text',
				placeholder: 'e.g. Order {{1}}',
				description: `Up to ${LIMITS.header} characters with one variable at most. ${FIXED_MODE}`,
				maxLength: LIMITS.header,
			}),
			unless(headerProblem),
		),
	),
	header_handle: when(
		{ format: ['IMAGE', 'DOCUMENT', 'VIDEO'] },
		refined(
			text({
				displayName: 'Header Example',
				placeholder: 'e.g. https://files.example.com/sample.jpeg',
				description: 'A sample file for the approval: its public https address, or the handle of an upload',
				trim: true,
			}),
			unless(handleProblem),
		),
	),
	body: refined(
		longText({
			displayName: 'Body',
			placeholder: 'e.g. Hello {{1}}, your order {{2}} is ready.',
			description: `The text, up to ${LIMITS.body} characters. ${FIXED_MODE}`,
			maxLength: LIMITS.body,
		}),
		unless(bodyProblem),
	),
	specifyExamples: choice({
		displayName: 'Specify Examples',
		description:
			'Whether to fill in the examples one by one or to give them as JSON, for a text that comes from data',
		options: [
			{ name: 'Using Fields Below', value: 'fields' },
			{ name: 'Using JSON', value: 'json' },
		],
	}),
	examples: when(
		{ specifyExamples: ['fields'] },
		refined(
			mappedFields({
				displayName: 'Examples',
				description: 'A sample value for each variable, which WhatsApp wants for the approval',
				words: { singular: 'example', plural: 'examples' },
				load: {
					name: 'getDraftVariables',
					method: draftVariables,
					dependsOn: ['format', 'headerText', 'body'],
				},
			}),
			samplesOf,
		),
	),
	examplesJson: when(
		{ specifyExamples: ['json'] },
		refined(
			json({
				displayName: 'Examples (JSON)',
				default: '{}',
				description:
					'Sample values by variable, such as <code>{"header.text": "1042", "body.1": "Asha"}</code>, or simply those of the body in a list such as <code>["Asha", "1042"]</code>',
			}),
			samplesInJson,
		),
	),
	footer: optional(
		refined(
			text({
				displayName: 'Footer',
				placeholder: 'e.g. Example Store',
				description: `Small print below the text, up to ${LIMITS.footer} characters without variables`,
				maxLength: LIMITS.footer,
			}),
			unless(footerProblem),
		),
	),
	...rowsOrJson(
		'quickReplies',
		rows({
			displayName: 'Quick Replies',
			description: `Buttons to answer with: up to ${LIMITS.quickReplies}`,
			row: 'Quick Reply',
			max: LIMITS.quickReplies,
			short: 'text',
			fields: {
				text: text({
					displayName: 'Text',
					placeholder: 'e.g. Today',
					description: `What stands on the button, up to ${LIMITS.quickReply} characters`,
					maxLength: LIMITS.quickReply,
					trim: true,
				}),
			},
		}),
		{ example: '["Today", "Tomorrow"]' },
	),
});

function handleProblem(handle: string): string | undefined {
	if (!/^https?:/i.test(handle)) return undefined;
	if (!URL.canParse(handle)) return `is "${handle}", which is not a web address`;
	return isSafeAddress(new URL(handle)) ? undefined : 'must start with https://';
}

type Samples = Map<string, string>;

const samplesOf = (mapped: readonly Mapped[]): Samples =>
	new Map(mapped.filter(({ raw }) => !isEmpty(raw)).map(({ id, raw }) => [id, asText(raw)]));

function samplesInJson(given: unknown): Samples {
	if (typeof given !== 'object' || given === null) throw new BadInput('must be an object or a list');
	const entries = Array.isArray(given)
		? given.map((value: unknown, at) => [`body.${at + 1}`, asText(value)] as const)
		: Object.entries(given).map(([place, value]) => [place, asText(value)] as const);
	return new Map(entries);
}

/** What the fields of a draft say together. @throws BadInput when a variable has no sample */
export function draftOf(values: {
	format: 'none' | 'TEXT' | 'IMAGE' | 'DOCUMENT' | 'VIDEO';
	headerText?: string;
	header_handle?: string;
	body: string;
	footer?: string;
	quickReplies?: ReadonlyArray<{ text: string }>;
	quickRepliesJson?: ReadonlyArray<{ text: string }>;
	examples?: Samples;
	examplesJson?: Samples;
}): TemplateDraft {
	const { format, headerText = '', header_handle: handle = '', body, footer } = values;
	const examples = values.examples ?? values.examplesJson ?? new Map<string, string>();
	const header =
		format === 'none'
			? undefined
			: format === 'TEXT'
				? ({ format, text: headerText } as const)
				: ({ format, handle } as const);
	const missing = placesOf({ header, body }).find((place) => !examples.get(place)?.trim());
	if (missing !== undefined) {
		const label = missing === 'header.text' ? 'Header {{1}}' : `Body {{${missing.slice('body.'.length)}}}`;
		throw new BadInput('is empty', [
			{ name: values.examplesJson ? 'examplesJson' : 'examples', label: 'Examples' },
			{ name: missing, label },
		]);
	}
	return {
		header,
		body,
		footer,
		quickReplies: (values.quickReplies ?? values.quickRepliesJson ?? []).map(({ text: shown }) => shown),
		examples,
	};
}

/** A field for every variable in the texts above it. */
async function draftVariables(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const written = (name: string) => {
		const value = this.getCurrentNodeParameter(name);
		return typeof value === 'string' ? value : '';
	};
	const header = written('format') === 'TEXT' ? written('headerText') : '';
	const body = written('body');
	if ([header, body].some((given) => given.startsWith('='))) {
		return { fields: [], emptyFieldsNotice: 'The text is an expression. Give the examples as JSON.' };
	}
	const found = columnsOf({
		name: '',
		parts: {
			kind: 'components',
			components: [
				{ type: 'HEADER', format: 'TEXT', text: header },
				{ type: 'BODY', text: body },
			],
		},
	});
	const columns = 'columns' in found ? found.columns : [];
	return {
		fields: columns.map(({ id, label }) => ({
			id,
			displayName: label,
			required: true,
			display: true,
			type: 'string',
			defaultMatch: false,
			canBeUsedToMatch: false,
		})),
		...(columns.length === 0 ? { emptyFieldsNotice: 'The texts have no variables.' } : {}),
	};
}
