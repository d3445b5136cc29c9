import { linkProblem } from '../../core/http/address';
import { BadInput } from '../../core/http/errors';
import { literal, optional, refined, when } from '../../core/fields/field';
import type { FieldRecord, Values } from '../../core/fields/field';
import { choice, json, link, longText, text } from '../../core/fields/basic';
import { rows } from '../../core/fields/containers';
import { limits } from '../../whatsapp/limits';
import type { DraftProblem } from '../../whatsapp/templateDraft';
import { draftComponents } from '../../whatsapp/templateDraft';
import { nameProblem } from '../../whatsapp/templateText';

const { template } = limits;

/** The name of a new template. */
export const templateNameField = () =>
	refined(
		text({
			displayName: 'Name',
			placeholder: 'e.g. delivery_slot',
			description: 'Name of the new template: lower-case letters, digits and underscores',
			maxLength: template.name,
			trim: true,
		}),
		(name) => {
			const problem = nameProblem(name);
			if (problem) throw new BadInput(problem);
			return name;
		},
	);

const BUILT = { specifyComponents: ['fields'] };

const button = {
	type: choice({
		displayName: 'Type',
		description: 'What the button does',
		options: [
			{ name: 'Quick Reply', value: 'QUICK_REPLY', description: 'Sends its text back as an answer' },
			{ name: 'Open Web Page', value: 'URL' },
			{ name: 'Call', value: 'PHONE_NUMBER' },
			{ name: 'Copy Code', value: 'COPY_CODE' },
		],
	}),
	text: text({
		displayName: 'Text',
		placeholder: 'e.g. Track',
		description: `What stands on the button, up to ${template.buttonText} characters`,
		maxLength: template.buttonText,
		trim: true,
	}),
	url: when(
		{ type: ['URL'] },
		literal(
			link({
				displayName: 'URL',
				placeholder: 'e.g. https://example.org/orders/{{1}}',
				description: 'The address; {{1}} at its end is filled in with every message',
			}),
		),
	),
	phone_number: when(
		{ type: ['PHONE_NUMBER'] },
		text({
			displayName: 'Phone Number',
			placeholder: 'e.g. +447700900123',
			description: 'The number to call, with its country code',
			trim: true,
		}),
	),
	example: when(
		{ type: ['URL', 'COPY_CODE'] },
		optional(
			text({
				displayName: 'Sample',
				placeholder: 'e.g. https://example.org/orders/88',
				description: 'A sample of the whole address with its variable filled in, or of the code',
				trim: true,
			}),
		),
	),
};

/** What a new template is made of: built from fields, or given as WhatsApp's own JSON. */
export const templateDraftFields = () =>
	({
		specifyComponents: choice({
			displayName: 'Specify Components',
			description: 'Whether to build the template from fields or to give its components as JSON',
			options: [
				{ name: 'Using Fields Below', value: 'fields' },
				{ name: 'Using JSON', value: 'json' },
			],
		}),
		headerFormat: when(
			BUILT,
			choice({
				displayName: 'Header',
				description: 'What stands above the text',
				options: [
					{ name: 'None', value: 'none' },
					{ name: 'Text', value: 'TEXT' },
					{ name: 'Image', value: 'IMAGE' },
					{ name: 'Video', value: 'VIDEO' },
					{ name: 'Document', value: 'DOCUMENT' },
				],
			}),
		),
		headerText: when(
			{ ...BUILT, headerFormat: ['TEXT'] },
			literal(
				text({
					displayName: 'Header Text',
					placeholder: 'e.g. Order {{1}}',
					description: `Up to ${template.header} characters with at most one variable`,
					maxLength: template.header,
				}),
			),
		),
		headerExample: when(
			{ ...BUILT, headerFormat: ['TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT'] },
			optional(
				text({
					displayName: 'Header Sample',
					placeholder: 'e.g. 88',
					description:
						'A sample of the header’s variable; for a file its upload handle or a public link. WhatsApp looks at it before it approves the template.',
					trim: true,
				}),
			),
		),
		bodyText: when(
			BUILT,
			literal(
				longText({
					displayName: 'Body',
					placeholder: 'e.g. Hello {{1}}, we deliver on {{2}}.',
					description: `Up to ${template.body} characters; {{1}}, {{2}} and so on are filled in with every message`,
					maxLength: template.body,
				}),
			),
		),
		bodyExamples: when(
			BUILT,
			rows({
				displayName: 'Body Samples',
				description: 'A sample for each variable of the body, in their order',
				row: 'Sample',
				short: 'value',
				fields: {
					value: text({
						displayName: 'Value',
						placeholder: 'e.g. Dana',
						description: 'What could stand there',
					}),
				},
			}),
		),
		footerText: when(
			BUILT,
			optional(
				text({
					displayName: 'Footer',
					placeholder: 'e.g. Example Ltd',
					description: `Up to ${template.footer} characters without variables`,
					maxLength: template.footer,
				}),
			),
		),
		buttons: when(
			BUILT,
			rows({
				displayName: 'Buttons',
				description: `Up to ${template.quickReplies} quick replies and ${template.actions} buttons that open a page or call`,
				row: 'Button',
				fields: button,
			}),
		),
		components: when(
			{ specifyComponents: ['json'] },
			refined(
				json({
					displayName: 'Components (JSON)',
					default: '[]',
					description:
						'The components as WhatsApp knows them, such as <code>[{"type": "BODY", "text": "We are open again."}]</code>',
				}),
				(given) => {
					if (!Array.isArray(given) || given.length === 0) throw new BadInput('must be a list of components');
					return given as Array<Record<string, unknown>>;
				},
			),
		),
	}) satisfies FieldRecord;

/** The components of the new template. @throws BadInput */
export function draftFrom(
	values: Values<ReturnType<typeof templateDraftFields>>,
): Array<Record<string, unknown>> {
	if (values.components) return values.components;
	const result = draftComponents({
		header: headerOf(values),
		body: values.bodyText ?? '',
		bodyExamples: (values.bodyExamples ?? []).map(({ value }) => value),
		footer: values.footerText,
		buttons: values.buttons ?? [],
	});
	if ('value' in result) return result.value;
	throw new BadInput(result.problem, [FIELD_OF[result.part]]);
}

function headerOf({
	headerFormat,
	headerText = '',
	headerExample,
}: Values<ReturnType<typeof templateDraftFields>>) {
	if (headerFormat === undefined || headerFormat === 'none') return undefined;
	if (headerFormat === 'TEXT') return { format: headerFormat, text: headerText, example: headerExample };
	if (headerExample === undefined) {
		throw new BadInput('is empty, but a header with a file needs one', [FIELD_OF.headerExample]);
	}
	// Anything but a web address is the handle of an upload.
	const problem = /^https?:/i.test(headerExample) ? linkProblem(headerExample) : undefined;
	if (problem) throw new BadInput(problem, [FIELD_OF.headerExample]);
	return { format: headerFormat, example: headerExample };
}

const FIELD_OF: Record<DraftProblem['part'], { name: string; label: string }> = {
	header: { name: 'headerText', label: 'Header Text' },
	headerExample: { name: 'headerExample', label: 'Header Sample' },
	body: { name: 'bodyText', label: 'Body' },
	bodyExamples: { name: 'bodyExamples', label: 'Body Samples' },
	footer: { name: 'footerText', label: 'Footer' },
	buttons: { name: 'buttons', label: 'Buttons' },
};
