import type { Resource } from '../../../core/operation/registry';
import { get } from './contact/get';
import { getMany } from './contact/getMany';
import { sendText } from './message/sendText';

/** Every operation of the node; menus, properties, dispatch, documentation and tests derive from this list. */
export const resources: readonly Resource[] = [
	{ value: 'message', name: 'Message', operations: [sendText], startWith: sendText },
	{ value: 'contact', name: 'Contact', operations: [get, getMany], startWith: getMany },
];
