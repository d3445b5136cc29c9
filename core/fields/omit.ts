/** The properties that are not undefined. */
export const withoutUndefined = <T extends object>(given: T): T =>
	Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;

/** The same without null, and without objects and lists that hold nothing. */
export const withoutEmpty = <T extends object>(given: T): Partial<T> =>
	Object.fromEntries(
		Object.entries(withoutUndefined(given)).filter(
			([, value]) => typeof value !== 'object' || (value !== null && Object.keys(value).length > 0),
		),
	) as Partial<T>;
