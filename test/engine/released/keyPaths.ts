/**
 * The places of all parts of a value with their types: `contact.name (string)`, `rows[].id (number)`.
 * @param dataKeys paths of objects whose keys are data, such as the names a user gave; they stand as `<key>`
 */
export function keyPaths(value: unknown, at: string, dataKeys: RegExp = /$^/): string[] {
	const all = new Set<string>();
	const walk = (part: unknown, path: string) => {
		all.add(`${path} (${typeOf(part)})`);
		if (Array.isArray(part)) return part.forEach((inner) => walk(inner, `${path}[]`));
		if (typeof part !== 'object' || part === null) return;
		for (const [key, inner] of Object.entries(part))
			walk(inner, `${path}.${dataKeys.test(path) ? '<key>' : key}`);
	};
	// As n8n stores it: without what is undefined.
	walk(value === undefined ? undefined : JSON.parse(JSON.stringify(value)), at);
	return [...all];
}

function typeOf(part: unknown): string {
	if (part === null) return 'null';
	return Array.isArray(part) ? 'array' : typeof part;
}
