import { ACCOUNT_TITLES } from './titles/account';
import { CUSTOM_FIELD_TITLES } from './titles/customFields';
import { MESSAGE_TITLES } from './titles/messages';
import { TEMPLATE_TITLES } from './titles/templates';
import type { Title } from './titles/title';

export { HOOK, TO } from './titles/title';
export type { Ids, Title } from './titles/title';

/** The titles of the provider's collection, in its order (names of its own examples in brackets). */
export const TITLES: Record<string, Title> = {
	...MESSAGE_TITLES,
	...TEMPLATE_TITLES,
	...ACCOUNT_TITLES,
	...CUSTOM_FIELD_TITLES,
};
