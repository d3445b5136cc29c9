import { optional } from '../../../../core/fields/field';
import { number, text } from '../../../../core/fields/basic';
import { beyond } from '../../fields';
import { defineMessage, session } from '../../message';

/** WhatsApp's own form; the Hello All collection has no location message. */
export const sendLocation = defineMessage({
	value: 'sendLocation',
	name: 'Send Location',
	action: 'Send a location',
	description: beyond('Send a place on the map inside the 24-hour window'),
	fields: {
		latitude: number({
			displayName: 'Latitude',
			placeholder: 'e.g. 18.5204',
			description: 'Degrees north of the equator; negative in the south',
			min: -90,
			max: 90,
			decimals: 'any',
		}),
		longitude: number({
			displayName: 'Longitude',
			placeholder: 'e.g. 73.8567',
			description: 'Degrees east of Greenwich; negative in the west',
			min: -180,
			max: 180,
			decimals: 'any',
		}),
		name: optional(
			text({ displayName: 'Name', placeholder: 'e.g. Head Office', description: 'Name of the place' }),
		),
		address: optional(
			text({
				displayName: 'Address',
				placeholder: 'e.g. 12 Park Road, Pune',
				description: 'Address of the place, shown below its name',
			}),
		),
	},
	content: ({ latitude, longitude, name, address }) =>
		session('location', {
			latitude,
			longitude,
			...(name === undefined ? {} : { name }),
			...(address === undefined ? {} : { address }),
		}),
});
