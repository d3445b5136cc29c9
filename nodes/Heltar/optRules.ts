import type { Field } from '../../core/fields/field';
import { optional, refined } from '../../core/fields/field';
import { choice, text } from '../../core/fields/basic';
import { rows, rowsOrJson } from '../../core/fields/containers';

/** One rule of a set (Heltar API, "Opt rules"). */
export type OptRule = { condition: string; value: string; nextIs: 'AND' | 'OR' };

/** The last rule has it, too, where it means nothing. */
const nextIs: Field<OptRule['nextIs']> = refined(
	optional(
		choice({
			displayName: 'Combine With Next Rule',
			description:
				'How this rule is combined with the next one. Rules are read strictly from top to bottom, without brackets.',
			options: [
				{ name: 'Or', value: 'OR' },
				{ name: 'And', value: 'AND' },
			],
		}),
	),
	(given) => given ?? 'OR',
);

/** Rules that a customer's message is compared with, row by row or as JSON. */
export const ruleFields = <N extends string>(
	name: N,
	/** `word`: an example. */
	shown: { displayName: string; description: string; word: string },
) =>
	rowsOrJson(
		name,
		rows({
			displayName: shown.displayName,
			description: shown.description,
			row: 'Rule',
			fields: {
				condition: choice({
					displayName: 'Condition',
					description: 'How the message is compared; capital letters make no difference, punctuation does',
					options: [
						{ name: 'Is', value: 'isEqualTo' },
						{ name: 'Contains', value: 'contains' },
						{ name: 'Starts With', value: 'startsWith' },
						{ name: 'Ends With', value: 'endsWith' },
					],
				}),
				value: text({
					displayName: 'Words',
					placeholder: `e.g. ${shown.word}`,
					description: 'What the message, its caption or the tapped option is compared with',
					trim: true,
				}),
				nextIs,
			},
		}),
		{ example: `[{"condition": "isEqualTo", "value": "${shown.word}", "nextIs": "OR"}]` },
	);
