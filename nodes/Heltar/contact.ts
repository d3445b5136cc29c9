import type { IDataObject } from 'n8n-workflow';

/** A contact as Heltar gives it, with `attributes` parsed; a text that is no JSON stays as it is. */
export function readContact(contact: unknown): IDataObject {
	const given = (contact ?? {}) as IDataObject;
	const { attributes } = given;
	if (typeof attributes !== 'string') return given;
	try {
		return { ...given, attributes: JSON.parse(attributes) as IDataObject };
	} catch {
		return given;
	}
}
