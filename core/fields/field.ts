import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodeProperties,
	INodePropertyOptions,
	NodeParameterValue,
	ResourceMapperFields,
} from 'n8n-workflow';

/**
 * One parameter of an operation: what the editor shows and how its value is read. Both live here, so that a label,
 * a limit and the TypeScript type of a parameter have one source. The name is the key in the operation's record.
 */
export interface Field<T = unknown> {
	readonly property: Omit<INodeProperties, 'name' | 'displayOptions'>;
	/**
	 * Turns what n8n hands over into what the operation uses.
	 * @param context absent where there is no workflow, such as in a trigger's filters
	 * @throws BadInput with a problem that stands after the label and a colon
	 */
	read(raw: unknown, context?: ReadContext): T;
	/** Shown, and read, only while fields declared before it have one of these values. */
	readonly shownWhen?: Readonly<Record<string, readonly NodeParameterValue[]>>;
	/** Whether what was given has it read something of the item itself, so that it differs from item to item. */
	readonly readsItem?: (given: unknown) => boolean;
	/** Whether it says whom an item is for. Outputs of items that failed or were skipped repeat it. */
	readonly isRecipient?: true;
	/** Methods the editor calls to fill this field's lists, by the name the property refers to. */
	readonly methods?: FieldMethods;
}

/** What a field may need besides the raw value. */
export interface ReadContext {
	/** The workflow's time zone, such as `Europe/London`. */
	timezone: string;
	/** Shows a doubt to the user; nothing stops because of it. */
	warn?(message: string): void;
	/** The item that the value is read for. */
	item?(): IDataObject;
}

export interface FieldMethods {
	listSearch?: Record<
		string,
		(this: ILoadOptionsFunctions, filter?: string, paginationToken?: string) => Promise<INodeListSearchResult>
	>;
	loadOptions?: Record<string, (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>>;
	resourceMapping?: Record<string, (this: ILoadOptionsFunctions) => Promise<ResourceMapperFields>>;
}

export type FieldRecord = Readonly<Record<string, Field>>;

/** The parameters an operation receives, inferred from its fields. */
export type Values<F extends FieldRecord> = { [K in keyof F]: F[K] extends Field<infer T> ? T : never };

/** A field that is shown, and has a value, only while others have the given values; conditions add up. */
export function when<T>(
	shownWhen: Readonly<Record<string, readonly NodeParameterValue[]>>,
	field: Field<T>,
): Field<T | undefined> {
	return { ...field, shownWhen: { ...shownWhen, ...field.shownWhen } };
}

/** A field that may be left empty; empty means undefined and never reaches the wire. */
export function optional<T>(field: Field<T>): Field<T | undefined> {
	return {
		...field,
		property: { ...field.property, required: undefined },
		read: (raw, context) => (isEmpty(raw) ? undefined : field.read(raw, context)),
	};
}

/** A field whose value is checked further, or made into something else, once it is read. */
export function refined<T, U>(field: Field<T>, then: (value: T) => U): Field<U> {
	return { ...field, read: (raw, context) => then(field.read(raw, context)) };
}

/**
 * A field whose text is taken as it stands, never as an expression: n8n would make one of a pasted text that holds
 * `{{1}}`, and evaluate it away.
 */
export function literal<T>(field: Field<T>): Field<T> {
	return { ...field, property: { ...field.property, noDataExpression: true } };
}

/** What a user leaves when they leave a field alone, or blank; of a resource locator nothing but its mode is left. */
export function isEmpty(raw: unknown): boolean {
	const given = isLocator(raw) ? raw.value : raw;
	return given === undefined || given === null || (typeof given === 'string' && given.trim() === '');
}

const isLocator = (raw: unknown): raw is { value: unknown } =>
	typeof raw === 'object' && raw !== null && 'mode' in raw && 'value' in raw;
