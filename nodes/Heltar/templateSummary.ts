import type { JsonObject } from '../../whatsapp/events/json';
import { toText } from '../../whatsapp/events/json';
import type { Column } from '../../whatsapp/template';
import { isNamed, variablesOf } from '../../whatsapp/template';
import { around, bodyColumns, FILE_NAME, fileColumn } from '../../whatsapp/templateColumns';
import { HEADER_FILES } from '../../whatsapp/templateMessage';
import type { OwnColumns } from '../../whatsapp/templateVersion';

/**
 * What older servers tell of a template (Heltar API, "Fetch template list"): all texts in one, how many variables the body
 * has and how many buttons there are. What the header and the buttons take is offered, not shown at once.
 */
export const summaryColumns: OwnColumns = (entry) => {
	const content = toText(entry.content) ?? '';
	const { ofHeader, ofBody } = variables(content, count(entry, 'numVariables'));
	return {
		columns: [
			...bodyColumns(content, ofBody),
			...[
				{
					id: 'header.text',
					label: `Header – ${ofHeader === undefined ? 'Text' : around(content, ofHeader)}`,
				},
				...HEADER_FILES.map(fileColumn),
				FILE_NAME,
				...Array.from({ length: count(entry, 'numButtons') }, (_, at) => ({
					id: `button.${at}.url`,
					label: `Button ${at + 1} – End of Its Address`,
				})),
			].map((column): Column => ({ ...column, required: false, uncertain: true })),
		],
	};
};

/** More than fit into a text of 1,024 characters. */
const MOST = 200;

const count = (entry: JsonObject, key: string) =>
	Math.min(MOST, Math.max(0, Math.trunc(Number(entry[key]) || 0)));

/**
 * Which variables are the body's, of which the server counts so many. Names stand in the texts, of which the header's comes
 * first and is not counted; a server that counts no names at all gives 0.
 */
function variables(content: string, counted: number): { ofHeader?: string; ofBody: string[] } {
	const named = variablesOf(content).filter(isNamed);
	if (named.length === 0) return { ofBody: Array.from({ length: counted }, (_, at) => String(at + 1)) };
	const ofHeader = counted === 0 ? [] : named.slice(0, -counted);
	return { ofHeader: ofHeader.length === 1 ? ofHeader[0] : undefined, ofBody: named.slice(ofHeader.length) };
}
