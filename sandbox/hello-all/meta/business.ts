import type { BusinessNumber } from '../../platform/envelope.ts';
import { business } from '../business.ts';

/** The seeded number under the ids that Meta has for it. */
export const metaBusiness: BusinessNumber = {
	phoneNumberId: '100000000000001',
	wabaId: '200000000000002',
	displayPhoneNumber: business.displayPhoneNumber,
};
