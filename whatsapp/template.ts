/** A value a template needs. Its id says where the value belongs, so that nothing else is needed to send it. */
export interface Column {
	/**
	 * `header.text`, `header.image`, `header.filename`, `body.2`, `body.first_name`, `button.1.url`,
	 * `button.0.copy_code`… They are saved in workflows: never change one. `header.text` says nothing of the variable's
	 * name, which the label shows; a message takes it as `header.text.first_name` (see `headerColumnId`).
	 */
	id: string;
	/** Shows the template's own words around the value. */
	label: string;
	required: boolean;
	/** The answer does not say whether the template has such a value: offered, not shown at once. */
	uncertain?: true;
}

/** A template's values, or the part of it that only raw components can fill. */
export type Columns =
	| {
			columns: Column[];
			/** Parts of the answer that could not be read, for people: "Component 2". */
			unread?: string[];
	  }
	| { onlyAsJson: string };

/** Every variable of a text once, in its order: `1`, `2`…, or names. */
export function variablesOf(text: string | undefined): string[] {
	return [...new Set([...(text ?? '').matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = '']) => name))];
}

/** Whether a variable has a name instead of a number. */
export const isNamed = (variable: string): boolean => !/^\d+$/.test(variable);
