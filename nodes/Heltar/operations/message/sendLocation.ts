import { optional } from '../../../../core/fields/field';
import { number, text } from '../../../../core/fields/basic';
import { envelope, messageOptions, person } from '../../fields';
import { defineMessage } from '../../defineMessage';

/** Heltar API, "Send messages": `messageType` `location`. */
export const sendLocation = defineMessage({
	value: 'sendLocation',
	name: 'Send Location',
	action: 'Send a location',
	description: 'Send a place on the map inside the 24-hour window',
	fields: {
		clientWaNumber: person(),
		latitude: number({
			displayName: 'Latitude',
			placeholder: 'e.g. 51.5007',
			description: 'Degrees north of the equator, from -90 to 90',
			min: -90,
			max: 90,
			decimals: 'any',
		}),
		longitude: number({
			displayName: 'Longitude',
			placeholder: 'e.g. -0.1246',
			description: 'Degrees east of Greenwich, from -180 to 180',
			min: -180,
			max: 180,
			decimals: 'any',
		}),
		name: optional(
			text({
				displayName: 'Name',
				placeholder: 'e.g. Meeting point',
				description: 'What the place is called',
			}),
		),
		address: optional(
			text({
				displayName: 'Address',
				placeholder: 'e.g. Bridge Street, London',
				description: 'Stands below the name',
			}),
		),
		options: messageOptions(),
	},
	entry: ({ clientWaNumber, latitude, longitude, name, address, options }) => ({
		...envelope(clientWaNumber, options),
		messageType: 'location',
		location: { latitude, longitude, ...(name ? { name } : {}), ...(address ? { address } : {}) },
	}),
});
