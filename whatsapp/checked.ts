/** A value as it goes on the wire, or what is wrong with it in words that read on after the field's label. */
export type Checked<T> = { value: T } | { problem: string; advice?: string };
