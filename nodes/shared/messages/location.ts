import { number, text } from '../../../core/fields/basic';
import { optional } from '../../../core/fields/field';
import { withoutUndefined } from '../../../core/fields/omit';
import { defineKind } from './kind';

/** A place on the map. */
export const location = defineKind({
	fields: {
		latitude: number({
			displayName: 'Latitude',
			placeholder: 'e.g. 51.5007',
			description: 'Degrees north of the equator, from -90 to 90; negative in the south',
			min: -90,
			max: 90,
			decimals: 'any',
		}),
		longitude: number({
			displayName: 'Longitude',
			placeholder: 'e.g. -0.1246',
			description: 'Degrees east of Greenwich, from -180 to 180; negative in the west',
			min: -180,
			max: 180,
			decimals: 'any',
		}),
		name: optional(
			text({ displayName: 'Name', placeholder: 'e.g. Meeting point', description: 'Name of the place' }),
		),
		address: optional(
			text({
				displayName: 'Address',
				placeholder: 'e.g. Bridge Street, London',
				description: 'Address of the place, shown below its name',
			}),
		),
	},
	message: (place) => ({ type: 'location', part: withoutUndefined(place) }),
});
