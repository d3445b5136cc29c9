import type { Resource } from '../../../core/run/resources';
import { attribute } from './attribute';
import { business } from './business';
import { campaign } from './campaign';
import { contact } from './contact';
import { custom } from './custom';
import { employee } from './employee';
import { group } from './group';
import { media } from './media';
import { message } from './message';
import { schedule } from './schedule';
import { template } from './template';
import { webhook } from './webhook';

/** Every operation of the node; menus, properties, dispatch, documentation and tests derive from this list. */
export const resources: readonly Resource[] = [
	message,
	media,
	contact,
	template,
	campaign,
	schedule,
	group,
	employee,
	attribute,
	webhook,
	business,
	custom,
];
