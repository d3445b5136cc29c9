/** A value as it goes on the wire, or what is wrong with it in words that stand after the field's label and a colon. */
export type Checked<T> = { value: T } | { problem: string; advice?: string };
