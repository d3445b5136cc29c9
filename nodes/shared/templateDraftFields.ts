import type { INodePropertyOptions } from 'n8n-workflow';

import { linkProblem } from '../../core/http/address';
import { BadInput } from '../../core/http/errors';
import { literal, optional, refined, when } from '../../core/fields/field';
import type { FieldRecord, Values } from '../../core/fields/field';
import { choice, longText, number, text, toggle } from '../../core/fields/basic';
import { rows } from '../../core/fields/containers';
import { json } from '../../core/fields/json';
import { limits } from '../../whatsapp/limits';
import type { DraftProblem, MediaFormat, TemplateDraft } from '../../whatsapp/templateDraft';
import { authenticationComponents, draftComponents, parameterFormat } from '../../whatsapp/templateDraft';
import { componentsProblem } from '../../whatsapp/templateComponents';
import { nameProblem } from '../../whatsapp/templateText';
import { draftButton } from './templateDraftButton';

const { template } = limits;

/** The name of a new template. */
export const templateNameField = () =>
	refined(
		text({
			displayName: 'Name',
			placeholder: 'e.g. delivery_slot',
			description: 'Name of the new template: lowercase letters, digits and underscores',
			maxLength: template.name,
			trim: true,
		}),
		(name) => {
			const problem = nameProblem(name);
			if (problem) throw new BadInput(problem);
			return name;
		},
	);

const AUTHENTICATION = 'AUTHENTICATION';

/**
 * Shown while a template of one of these categories is built from fields. The category comes last, after every other
 * condition: where it is an expression, n8n stops there and shows, and demands, what is left.
 */
export const builtFor = (...category: string[]) => ({ specifyComponents: ['fields'], category });

/** What differs between providers, and between a new template and a change of one. */
interface DraftDifferences<E extends FieldRecord> {
	/** What the sample of a header's file is, as the end of a sentence. */
	fileSample: string;
	/** Whether the header may be a place. */
	takesLocation?: true;
	/** Further ways to say what the template is made of, beside fields and JSON. */
	ways?: ReadonlyArray<INodePropertyOptions & { value: string }>;
	/** Fields right after the sample of the header. */
	afterHeaderSample?: E;
}

/** Formats of a header that is a file. */
export const FILE_HEADERS = ['IMAGE', 'VIDEO', 'DOCUMENT'] as const;

/**
 * What a new template is made of: built from fields, or given as WhatsApp's own JSON.
 * @param built the condition for the fields of a text of one's own: every category but authentication
 */
export const templateDraftFields = <E extends FieldRecord = Record<never, never>>(
	built: ReturnType<typeof builtFor>,
	{ fileSample, takesLocation, ways = [], afterHeaderSample = {} as E }: DraftDifferences<E>,
) =>
	({
		specifyComponents: choice({
			displayName: 'Specify Components',
			description: 'Where the content of the template comes from',
			options: [
				{ name: 'Using Fields Below', value: 'fields' },
				{ name: 'Using JSON', value: 'json' },
				...ways,
			],
		}),
		headerFormat: when(
			built,
			choice({
				displayName: 'Header',
				description: 'Type of header to show above the text',
				options: [
					{ name: 'None', value: 'none' },
					{ name: 'Text', value: 'TEXT' },
					{ name: 'Image', value: 'IMAGE' },
					{ name: 'Video', value: 'VIDEO' },
					{ name: 'Document', value: 'DOCUMENT' },
					...(takesLocation
						? [{ name: 'Location', value: 'LOCATION', description: 'A place, given with every message' }]
						: []),
				],
			}),
		),
		headerText: when(
			{ headerFormat: ['TEXT'], ...built },
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
			{ headerFormat: ['TEXT', ...FILE_HEADERS], ...built },
			optional(
				text({
					displayName: 'Header Sample',
					placeholder: 'e.g. 88',
					description: `Sample value for the header’s variable, or ${fileSample}. WhatsApp checks it during approval.`,
					trim: true,
				}),
			),
		),
		...afterHeaderSample,
		bodyText: when(
			built,
			literal(
				longText({
					displayName: 'Body',
					placeholder: 'e.g. Hello {{1}}, we deliver on {{2}}.',
					description: `Up to ${template.body} characters; {{1}}, {{2}} and so on, or {{first_name}}, are filled in with every message`,
					maxLength: template.body,
				}),
			),
		),
		bodyExamples: when(
			built,
			rows({
				displayName: 'Body Samples',
				description: 'A sample for each variable of the body, in their order',
				row: 'Sample',
				short: 'value',
				fields: {
					value: text({
						displayName: 'Value',
						placeholder: 'e.g. Dana',
						description: 'Sample value for this variable',
					}),
				},
			}),
		),
		footerText: when(
			built,
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
			built,
			rows({
				displayName: 'Buttons',
				description: `Up to ${template.quickReplies} quick replies, ${template.actions} buttons that open a web page or call a number, and ${template.copyCodes} that copies a code`,
				row: 'Button',
				fields: draftButton,
			}),
		),
		add_security_recommendation: when(
			builtFor(AUTHENTICATION),
			toggle({
				displayName: 'Security Recommendation',
				default: true,
				description:
					'Whether the message says that the code must not be shared. The text of authentication templates is WhatsApp’s own.',
			}),
		),
		code_expiration_minutes: when(
			builtFor(AUTHENTICATION),
			optional(
				number({
					displayName: 'Code Expires After (Minutes)',
					placeholder: 'e.g. 10',
					description:
						'How many minutes the code is valid, from 1 to 90. If empty, the message does not mention it.',
					min: 1,
					max: 90,
				}),
			),
		),
		copyButtonText: when(
			builtFor(AUTHENTICATION),
			optional(
				text({
					displayName: 'Copy Button Text',
					placeholder: 'e.g. Copy code',
					description: `Text of the button that copies the code, up to ${template.buttonText} characters. If empty, WhatsApp’s own text is used.`,
					maxLength: template.buttonText,
					trim: true,
				}),
			),
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
					const problem = componentsProblem(given);
					if (problem) throw new BadInput(problem);
					return given as Array<Record<string, unknown>>;
				},
			),
		),
	}) satisfies FieldRecord;

type Draft = Values<ReturnType<typeof templateDraftFields>>;

/**
 * What the provider is sent of the new template beside its name, category and language.
 * @param handle of the header's file, where it was uploaded instead of entered
 * @throws BadInput
 */
export function draftFrom(
	category: string,
	values: Draft,
	handle?: string,
): { components: Array<Record<string, unknown>>; parameter_format?: 'named' } {
	const components = componentsOf(category, values, handle);
	const format = parameterFormat(components);
	if ('problem' in format) {
		throw new BadInput(format.problem, [{ name: 'components', label: 'Components (JSON)' }]);
	}
	return { ...format.value, components };
}

function componentsOf(
	category: string,
	values: Draft,
	handle: string | undefined,
): Array<Record<string, unknown>> {
	if (values.components) return values.components;
	const { add_security_recommendation: securityRecommendation } = values;
	if (securityRecommendation !== undefined) {
		return authenticationComponents({
			securityRecommendation,
			expirationMinutes: values.code_expiration_minutes,
			buttonText: values.copyButtonText,
		});
	}
	if (category.toUpperCase() === AUTHENTICATION) {
		throw new BadInput(
			'WhatsApp does not allow your own text in authentication templates',
			[{ name: 'category', label: 'Category' }],
			'In Category, choose Authentication from the list instead of using an expression. The fields for your own text then disappear. Or give the components as JSON.',
		);
	}
	const result = draftComponents({
		header: headerOf({ ...values, headerExample: handle ?? values.headerExample }),
		body: values.bodyText ?? '',
		bodyExamples: values.bodyExamples ?? [],
		footer: values.footerText,
		buttons: values.buttons ?? [],
	});
	if ('value' in result) return result.value;
	throw new BadInput(result.problem, [FIELD_OF[result.part]]);
}

function headerOf({ headerFormat, headerText = '', headerExample }: Draft): TemplateDraft['header'] {
	if (headerFormat === undefined || headerFormat === 'none') return undefined;
	if (headerFormat === 'LOCATION') return { format: headerFormat };
	if (headerFormat === 'TEXT') return { format: headerFormat, text: headerText, example: headerExample };
	if (headerExample === undefined) {
		throw new BadInput('none added, but a header with a file needs one', [FIELD_OF.headerExample]);
	}
	// Anything but a web address is the handle of an upload.
	const problem = /^https?:/i.test(headerExample) ? linkProblem(headerExample) : undefined;
	if (problem) throw new BadInput(problem, [FIELD_OF.headerExample]);
	return { format: headerFormat as MediaFormat, example: headerExample };
}

const FIELD_OF: Record<DraftProblem['part'], { name: string; label: string }> = {
	header: { name: 'headerText', label: 'Header Text' },
	headerExample: { name: 'headerExample', label: 'Header Sample' },
	body: { name: 'bodyText', label: 'Body' },
	bodyExamples: { name: 'bodyExamples', label: 'Body Samples' },
	footer: { name: 'footerText', label: 'Footer' },
	buttons: { name: 'buttons', label: 'Buttons' },
};
