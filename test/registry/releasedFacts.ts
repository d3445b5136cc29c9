import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What saved workflows rely on: a place in the words of the workflow's JSON, and what is true there. */
export type Facts = Record<string, unknown>;

/** The data in `released/`, a file a node or credential: what was released, to which is only ever added. */
const folder = join(__dirname, 'released');
const UPDATE = process.env.UPDATE_RELEASED === '1';

const fileOf = (name: string) => join(folder, `${name}.json`);

/** The names of the data files in a folder of `released/`. */
export const releasedIn = (kind: string): string[] =>
	readdirSync(join(folder, kind)).map((file) => file.replace(/\.json$/, ''));

/** What was read already: up to a megabyte, which a hundred tests ask for. */
const known = new Map<string, Facts>();

/** @param name path below `released/`, without its ending */
export function readReleased(name: string): Facts {
	if (!known.has(name)) {
		const text = existsSync(fileOf(name)) ? readFileSync(fileOf(name), 'utf8') : '{}';
		known.set(name, JSON.parse(text) as Facts);
	}
	return known.get(name)!;
}

/** One fact a line, so that a diff shows which were added. */
function write(name: string, facts: Facts): void {
	const lines = Object.keys(facts)
		.sort()
		.map((place) => `\t${JSON.stringify(place)}: ${JSON.stringify(facts[place])}`);
	mkdirSync(dirname(fileOf(name)), { recursive: true });
	writeFileSync(fileOf(name), `{\n${lines.join(',\n')}\n}\n`);
	known.delete(name);
}

/** Equal values have equal texts, whatever the order of their keys. */
export const inOrder = (value: unknown): string =>
	JSON.stringify(value, (_key, inner: unknown) =>
		typeof inner === 'object' && inner !== null && !Array.isArray(inner)
			? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
			: inner,
	);

/** What of the released facts is gone or differs, in words. */
export function broken(released: Facts, given: Facts): string[] {
	const conditional = Object.keys(newConditions(released, given));
	const current = { ...given, ...Object.fromEntries(conditional.map((place) => [place, released[place]])) };
	const paths = new Set(Object.keys(current).map(pathOf));
	return Object.entries(released).flatMap(([place, before]) => {
		// What was always null may be filled one day.
		if (!(place in current) && place.endsWith(NULL) && paths.has(pathOf(place))) return [];
		if (!(place in current))
			return [before === true ? `${place}: is gone` : `${place}: was ${inOrder(before)}, is gone`];
		const now = current[place];
		return inOrder(now) === inOrder(before) || isEased(before, now)
			? []
			: [`${place}: was ${inOrder(before)}, is ${inOrder(now)}`];
	});
}

/**
 * Whether all that differs is that a parameter need not be filled in any more. What was saved holds a value, and stays right;
 * the other way round, what was saved without one would fail.
 */
function isNoLongerRequired(before: unknown, now: unknown): boolean {
	const [was, is] = [before, now] as Array<Record<string, unknown>>;
	return (
		was.required === true && is.required === undefined && inOrder({ ...is, required: true }) === inOrder(was)
	);
}

/**
 * Parameters that are shown as before unless somebody chooses otherwise in a parameter that was not there, by their place: what
 * was saved does not hold that parameter, so its default counts.
 */
function newConditions(released: Facts, current: Facts): Facts {
	const entries = Object.entries(released).filter(([place, before]) => {
		const [was, is] = [before, current[place]] as Array<{ dependsOn?: string[] } | undefined>;
		const added = (is?.dependsOn ?? []).filter((other) => !was?.dependsOn?.includes(other));
		const operation = place.slice(0, place.indexOf(' › ') + ' › '.length);
		const isNewAndShows = (other: string) => {
			const choice = current[operation + other] as { default?: unknown } | undefined;
			return (
				!(operation + other in released) &&
				current[`${place} (shown when ${other} is ${String(choice?.default)})`] === true
			);
		};
		const without = (is?.dependsOn ?? []).filter((other) => !added.includes(other));
		const asBefore = { ...is, dependsOn: without.length === 0 ? undefined : without };
		return added.length > 0 && added.every(isNewAndShows) && inOrder(asBefore) === inOrder(was);
	});
	return Object.fromEntries(entries.map(([place]) => [place, current[place]]));
}

/**
 * Whether all that differs is that a text can also be chosen from a list. n8n hands what was saved, a text or an expression,
 * to a resource locator as it is, finds it filled in, and shows it; a field made by `locator` reads it (core/fields).
 */
function isNowChosen(before: unknown, now: unknown): boolean {
	const [was, is] = [before, now] as Array<Record<string, unknown>>;
	const asText = { ...is, type: 'string', default: '' };
	return (
		was.type === 'string' &&
		was.default === '' &&
		is.type === 'resourceLocator' &&
		inOrder(is.default) === inOrder({ mode: 'list', value: '' }) &&
		inOrder(asText) === inOrder(was)
	);
}

/** Whether all that differs is that fields can also be mapped by their names: what was saved says how its own are. */
function isNowMapped(before: unknown, now: unknown): boolean {
	const withoutMapping = (facts: unknown) =>
		inOrder(facts).replace('"supportAutoMap":true', '"supportAutoMap":false');
	const can = (facts: unknown) => inOrder(facts)?.includes('"supportAutoMap":true') ?? false;
	return !can(before) && can(now) && withoutMapping(now) === inOrder(before);
}

/** How the editor shows a parameter or loads its choices: nothing of it is saved in a workflow. */
const ONLY_SHOWN = new Set([
	'loadOptionsDependsOn',
	'maxAllowedFields',
	'ndvHideUrl',
	'refreshStaleSchemaOnOpen',
]);

function isShownOtherwise(before: unknown, now: unknown): boolean {
	const saved = (facts: unknown) =>
		inOrder(
			JSON.parse(
				JSON.stringify(facts ?? null, (key, value: unknown) => (ONLY_SHOWN.has(key) ? undefined : value)),
			),
		);
	return inOrder(now) !== inOrder(before) && saved(now) === saved(before);
}

const isEased = (before: unknown, now: unknown) =>
	isNoLongerRequired(before, now) ||
	isNowChosen(before, now) ||
	isNowMapped(before, now) ||
	isShownOtherwise(before, now);

/** How the place of a part of an output ends that is null. */
const NULL = ' (null)';

/** A place in an output without its type. */
const pathOf = (place: string) => place.replace(/ \(\w+\)$/, '');

/**
 * Throws unless what was released is still there unchanged and the data knows everything that is there now. With
 * UPDATE_RELEASED=1 additions are written to the data; what was there before stays as it is, or this throws all the same.
 * @param name path of the data below `released/`, without its ending
 * @param about only released facts whose place this accepts are compared
 */
export function holdReleased(
	name: string,
	current: Facts,
	about: (place: string) => boolean = () => true,
): void {
	const all = readReleased(name);
	const released = Object.fromEntries(Object.entries(all).filter(([place]) => about(place)));
	const changes = broken(released, current);
	if (changes.length > 0) {
		throw new Error(
			`Saved workflows rely on what was released, so it must stay as it was (test/registry/released/${name}.json):\n` +
				list(changes),
		);
	}
	const eased = Object.keys(released).filter((place) => isEased(released[place], current[place]));
	const added = [...Object.keys(current).filter((place) => !(place in all)), ...eased];
	if (added.length === 0) return;
	// What is eased once must stay so.
	const now = Object.fromEntries(eased.map((place) => [place, current[place]]));
	if (UPDATE) return write(name, { ...current, ...all, ...now, ...newConditions(released, current) });
	throw new Error(
		`${added.length} additions are not in test/registry/released/${name}.json. If they are to be released, write them ` +
			`with\n  UPDATE_RELEASED=1 npx jest --selectProjects registry engine -w 1 --testPathPatterns released\n` +
			`and commit the data.\n${list(added.map((place) => (current[place] === true ? place : `${place}: ${inOrder(current[place])}`)))}`,
	);
}

const list = (lines: string[]) =>
	[...lines.slice(0, 40), ...(lines.length > 40 ? [`… and ${lines.length - 40} more`] : [])]
		.map((line) => `  - ${line}`)
		.join('\n');
