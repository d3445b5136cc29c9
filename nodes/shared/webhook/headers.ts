import { BadInput } from '../../../core/http/errors';
import { refined } from '../../../core/fields/field';
import { text } from '../../../core/fields/basic';
import { rows } from '../../../core/fields/containers';

/** RFC 9110, "Field names". */
const HEADER_NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;

/** The headers a provider is asked to send with every delivery, as an object. */
export const headersField = (description: string) =>
	refined(
		rows({
			displayName: 'Headers',
			description,
			row: 'Header',
			fields: {
				name: text({
					displayName: 'Name',
					placeholder: 'e.g. X-Hook-Secret',
					description: 'Name of the header',
					trim: true,
				}),
				value: text({
					displayName: 'Value',
					placeholder: 'e.g. f3a9c1e07d',
					description: 'Value of the header',
					trim: true,
				}),
			},
		}),
		(list): Record<string, string> => {
			const names = list.map(({ name }) => name.toLowerCase());
			list.forEach(({ name }, at) => {
				if (!HEADER_NAME.test(name)) throw wrongName(at, `"${name}" is not a header name`);
				const first = names.indexOf(name.toLowerCase());
				// Names count without their case; of two values the first would be lost.
				if (first !== at) throw wrongName(at, `"${name}" is already the name of Header ${first + 1}`);
			});
			return Object.fromEntries(list.map(({ name, value }) => [name, value]));
		},
	);

const wrongName = (at: number, problem: string) =>
	new BadInput(problem, [
		{ name: String(at), label: `Header ${at + 1}` },
		{ name: 'name', label: 'Name' },
	]);
