import { simplify } from '../fields/basic';

/** The option of everything that sends: whether the provider's own record of the message is left out of the output. */
export const simplifyOption = () => ({ simplify: simplify() });

export const isSimplified = ({ options }: Record<string, unknown>): boolean =>
	(options as { simplify?: boolean } | undefined)?.simplify ?? true;

/** Options that change what comes out, and nothing of what is sent. */
export const OUTPUT_OPTIONS = ['simplify'] as const;
