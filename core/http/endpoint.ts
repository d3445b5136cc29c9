import { BadInput } from './errors';

/** A method and a path as the provider's documentation writes them, such as `GET /v1/templates/{name}`. */
export type Route = `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;

/** One endpoint of a provider. */
export interface Endpoint {
	/** Its key in the provider's table, by which another API style of the same provider can have a call of its own. */
	readonly name: string;
	readonly route: Route;
}

/** Values of placeholders, by their name. */
export type Params = Readonly<Record<string, string | number | undefined>>;

/** A provider's endpoints: the one table that says what is called where. */
export const defineEndpoints = <const T extends Readonly<Record<string, Route>>>(
	table: T,
): { readonly [K in keyof T]: Endpoint } =>
	Object.fromEntries(Object.entries(table).map(([name, route]) => [name, { name, route }])) as {
		readonly [K in keyof T]: Endpoint;
	};

/** Method and path template of a route. */
export function splitRoute(route: Route): { method: RouteMethod; path: string } {
	const at = route.indexOf(' ');
	return { method: route.slice(0, at) as RouteMethod, path: route.slice(at + 1) };
}

type RouteMethod = Route extends `${infer M} ${string}` ? M : never;

const PLACEHOLDER = /\{(\w+)\}/g;

/**
 * The path with its placeholders filled in, each value encoded, so that no value can become a second path segment.
 * @throws BadInput naming the placeholder, for an empty value, `.` or `..`
 */
export function fillPath(path: string, params: Params): string {
	return path.replace(PLACEHOLDER, (_, name: string) => {
		const value = params[name];
		assertParams({ [name]: value });
		if (value === undefined) throw new Error(`${path} needs a value for {${name}}`);
		return encodeURIComponent(value);
	});
}

/**
 * Refuses values that would change the path they stand in.
 * @param labelOf what the user knows a placeholder's value by
 * @throws BadInput naming the placeholder
 */
export function assertParams(
	params: Params,
	labelOf: (name: string) => string | undefined = () => undefined,
): void {
	for (const [name, value] of Object.entries(params)) {
		const at = [{ name, label: labelOf(name) ?? name }];
		if (value === '') throw new BadInput('nothing is filled in', at);
		// URL parsers resolve such a segment, also in its encoded form, and the call would reach another endpoint.
		if (value === '.' || value === '..') {
			throw new BadInput(`"${value}" is not valid`, at);
		}
	}
}
