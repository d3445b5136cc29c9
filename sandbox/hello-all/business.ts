/** The business account and number this sandbox plays towards Hello All. */
export const business = {
	name: 'Example Stores',
	wabaId: '204500200300400',
	phoneNumberId: '206600700800900',
	displayPhoneNumber: '918000000002',
	namespace: '6c1f2a90_4b7d_4e35_9a68_2d5e80f1c3b7',
};
