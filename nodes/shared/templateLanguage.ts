import { BadInput, Cancelled } from '../../core/http/errors';
import type { Tools } from '../../core/run/operation';
import type { TemplateVersion } from '../../whatsapp/templateVersion';
import { isUsable } from './templateLists';

/** Reads the versions of a template during a run. */
export type ReadVersions = (name: string, tools: Tools) => Promise<TemplateVersion[]>;

const at = (name: string, label: string) => [{ name, label }];

/**
 * `Definition.complete` of what sends a template: the language of one that has only one, where none was chosen. Where several
 * items are sent, a language in which the template does not exist is refused before any of them goes out. For that the template is
 * read once for a run; an answer that does not tell enough refuses nothing.
 * @throws BadInput
 */
export async function withLanguage<V extends Record<string, unknown>>(
	values: V,
	tools: Tools,
	readVersions: ReadVersions,
): Promise<V> {
	const { templateName: name, languageCode: language } = values;
	if (typeof name !== 'string' || language === undefined) return values;
	const isOne = tools.context.getInputData().length === 1;
	if (language !== '' && isOne) return values;
	const versions = await tools.shared(
		`versions of ${name}`,
		async () => await readVersions(name, tools).catch(nothingKnown),
	);
	if (language === '') return { ...values, languageCode: onlyLanguage(name, versions) };
	const codes = codesOf(versions);
	if (versions.length === 0 || codes.length < versions.length || codes.includes(language as string)) {
		return values;
	}
	throw new BadInput(
		`"${String(language)}" is not a language of ${name}, which exists in ${codes.join(', ')}`,
		at('languageCode', 'Language Name or ID'),
	);
}

/** The key may not be allowed to read templates; the provider then says what it thinks of the message. */
function nothingKnown(error: unknown): [] {
	if (error instanceof Cancelled) throw error;
	return [];
}

const codesOf = (versions: readonly TemplateVersion[]) =>
	versions.flatMap(({ language }) => (language ? [language] : []));

function onlyLanguage(name: string, versions: readonly TemplateVersion[]): string {
	const codes = codesOf(versions);
	const [only, ...others] = codes;
	if (only !== undefined && others.length === 0) return only;
	const usable = codesOf(versions.filter(isUsable));
	const [sendable] = usable;
	if (sendable !== undefined && usable.length === 1) return sendable;
	throw new BadInput(
		only === undefined
			? 'nothing is filled in, and the languages of the template are not known'
			: `nothing is filled in, and ${name} exists in ${codes.join(', ')}`,
		at('languageCode', 'Language Name or ID'),
	);
}
