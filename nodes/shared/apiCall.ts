import type { IDataObject } from 'n8n-workflow';

import type { Endpoint, Route } from '../../core/http/endpoint';
import { splitRoute } from '../../core/http/endpoint';
import { BadInput } from '../../core/http/errors';
import { collectPages } from '../../core/http/pagination';
import type { RequestSpec } from '../../core/http/request';
import { optional, refined, when } from '../../core/fields/field';
import { choice, number, text } from '../../core/fields/basic';
import { collection, rows } from '../../core/fields/containers';
import { json } from '../../core/fields/json';
import { hint } from '../../core/run/hint';
import type { Operation, Tools } from '../../core/run/operation';
import { defineOperation } from '../../core/run/operation';
import { isObject } from '../../whatsapp/events/json';
import { binaryField, describeOwnFile, fileInField } from './media';
import { valueAt } from './valueAt';

const WITH_BODY = ['POST', 'PUT', 'PATCH', 'DELETE'];
const MOST_PAGES = 100;

/**
 * Any call of the provider's API, for what has no operation of its own: with the key, the waits, the masking and the errors
 * of all other calls. Only a GET is repeated, because nobody knows what another call does.
 * @param example whose path stands in the placeholder
 */
export const defineApiCall = (provider: string, example: Endpoint): Operation =>
	defineOperation({
		value: 'apiCall',
		name: 'API Call',
		action: 'Call any other endpoint',
		description: `Make a request to any ${provider} endpoint that has no operation here. Only GET requests are retried.`,
		effect: 'never',
		fields: {
			method: choice({
				displayName: 'Method',
				description: 'HTTP method of the request',
				default: 'GET',
				options: [
					{ name: 'DELETE', value: 'DELETE' },
					{ name: 'GET', value: 'GET' },
					{ name: 'PATCH', value: 'PATCH' },
					{ name: 'POST', value: 'POST' },
					{ name: 'PUT', value: 'PUT' },
				],
			}),
			path: refined(
				text({
					displayName: 'Path',
					placeholder: `e.g. ${splitRoute(example.route).path}`,
					description: 'Path after the base URL, without query parameters',
					trim: true,
				}),
				encodedPath,
			),
			query: rows({
				displayName: 'Query Parameters',
				description: 'Query parameters to add to the URL. You can use the same name more than once.',
				row: 'Parameter',
				fields: {
					name: text({ displayName: 'Name', placeholder: 'e.g. limit', description: 'Its name', trim: true }),
					value: text({ displayName: 'Value', placeholder: 'e.g. 50', description: 'Its value' }),
				},
			}),
			bodyContent: when(
				{ method: WITH_BODY },
				choice({
					displayName: 'Body',
					description: 'Type of request body to send',
					options: [
						{ name: 'None', value: 'none' },
						{ name: 'JSON', value: 'json' },
						{ name: 'Binary File', value: 'binary', description: 'A binary field of the item, as it is' },
					],
				}),
			),
			body: when(
				{ method: WITH_BODY, bodyContent: ['json'] },
				json({
					displayName: 'JSON',
					placeholder: 'e.g. {"name": "Dana"}',
					description: 'An object or a list',
				}),
			),
			binaryPropertyName: when({ method: WITH_BODY, bodyContent: ['binary'] }, binaryField()),
			options: collection({
				fields: {
					itemsIn: optional(
						text({
							displayName: 'List Path',
							placeholder: 'e.g. data.messages',
							description: 'Path of a list in the response. Each entry becomes an item.',
							trim: true,
						}),
					),
					cursorIn: optional(
						text({
							displayName: 'Next Cursor Path',
							placeholder: 'e.g. paging.cursors.after',
							description:
								'Path of the next page’s cursor in the response. Needs Cursor Parameter and the method GET.',
							trim: true,
						}),
					),
					cursorParameter: optional(
						text({
							displayName: 'Cursor Parameter',
							placeholder: 'e.g. after',
							description: 'The query parameter that takes the cursor',
							trim: true,
						}),
					),
					maxPages: number({
						displayName: 'Max Pages',
						default: MOST_PAGES,
						min: 1,
						description: 'Max number of pages to request',
					}),
					timeout: number({
						displayName: 'Timeout',
						default: 60,
						min: 1,
						max: 3600,
						description: 'Seconds to wait for the complete response',
					}),
				},
			}),
		},
		async check(values, tools) {
			const { cursorIn, cursorParameter } = values.options;
			if ((cursorIn === undefined) !== (cursorParameter === undefined)) {
				const found = { name: 'cursorIn', label: 'Next Cursor Path' };
				const sent = { name: 'cursorParameter', label: 'Cursor Parameter' };
				const [empty, given] = cursorIn === undefined ? [found, sent] : [sent, found];
				throw new BadInput(
					`empty, but ${given.label} is not`,
					[{ name: 'options', label: 'Options' }, empty],
					'Pagination needs both: fill in both, or neither.',
				);
			}
			await requestOf(values, tools);
		},
		async run(values, tools) {
			const request = await requestOf(values, tools);
			const { itemsIn, cursorIn, cursorParameter, maxPages = MOST_PAGES } = values.options;
			let pages = 0;
			return await collectPages<IDataObject>(undefined, async (cursor) => {
				const query = cursor === undefined ? {} : { [String(cursorParameter)]: cursor };
				const { body } = await tools.callForResponse({ ...request, query: { ...request.query, ...query } });
				const next = cursorIn === undefined ? undefined : valueAt(body, cursorIn);
				const items = outputs(itemsIn === undefined ? body : valueAt(body, itemsIn));
				const hasMore = (typeof next === 'string' || typeof next === 'number') && next !== '';
				if (!hasMore || values.method !== 'GET') return { items };
				if (++pages < maxPages) return { items, next: String(next) };
				hint(tools.context, `There are more than ${maxPages} pages. Raise Max Pages to get them.`);
				return { items };
			});
		},
	});

interface Call {
	method: string;
	path: string;
	query: Array<{ name: string; value: string }>;
	body?: unknown;
	binaryPropertyName?: string;
	options: { timeout?: number };
}

async function requestOf(values: Call, tools: Tools): Promise<RequestSpec> {
	const { method, path, query, body, binaryPropertyName, options } = values;
	const endpoint: Endpoint = { name: 'apiCall', route: `${method} ${path}` as Route };
	const file = binaryPropertyName === undefined ? undefined : await ownFile(binaryPropertyName, tools);
	return {
		endpoint,
		query: queryOf(query),
		...(body === undefined ? {} : { body: jsonBody(body) }),
		...(file && { file }),
		effect: method === 'GET' ? 'read' : 'never',
		...(options.timeout === undefined ? {} : { timeoutMs: options.timeout * 1000 }),
	};
}

async function ownFile(property: string, tools: Tools) {
	const file = await fileInField(tools, property);
	const { mimeType } = await describeOwnFile({}, file);
	return { mimeType, size: file.size, open: async () => await file.open() };
}

/** A name that comes several times is repeated. */
function queryOf(given: Call['query']): Record<string, string | string[]> {
	const query: Record<string, string | string[]> = {};
	for (const { name, value } of given) {
		const before = query[name];
		query[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
	}
	return query;
}

function jsonBody(body: unknown): IDataObject | IDataObject[] {
	if (isObject(body) || Array.isArray(body)) return body as IDataObject | IDataObject[];
	throw new BadInput('must be an object or a list', [{ name: 'body', label: 'JSON' }]);
}

/**
 * A path as it goes out: each segment encoded, none of them a step upwards. What is encoded already stays so.
 * @throws BadInput
 */
function encodedPath(typed: string): string {
	if (!typed.startsWith('/')) throw new BadInput(`"${typed}" must start with /`);
	if (/[?#]/.test(typed)) throw new BadInput('must not hold a query: use Query Parameters');
	const segments = typed.slice(1).split('/').map(decoded);
	const bad = segments.find((segment) => segment === '' || segment === '.' || segment === '..');
	if (bad !== undefined) throw new BadInput(`no segment may be empty, "." or ".."`);
	return `/${segments.map(encodeURIComponent).join('/')}`;
}

function decoded(segment: string): string {
	// Otherwise decoding throws.
	if (/%(?![0-9a-f]{2})/i.test(segment))
		throw new BadInput(`"${segment}" has a % that is not followed by two hex digits`);
	return segment.replace(/(%[0-9a-f]{2})+/gi, (bytes) =>
		Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8'),
	);
}

/** An answer as outputs: an object as it is, a list as one for each entry, anything else in `data`. */
function outputs(answer: unknown): IDataObject[] {
	const list = Array.isArray(answer) ? (answer as unknown[]) : [answer ?? {}];
	return list.map((entry) => (isObject(entry) ? (entry as IDataObject) : { data: entry as string }));
}
