import { BadInput } from '../../core/http/errors';
import type { Field } from '../../core/fields/field';
import { refined } from '../../core/fields/field';
import { asWord, choice, number, text } from '../../core/fields/basic';

/** What a short link is made of (Heltar API, "Link tracker"). */
export const shortLinkFields = () => ({
	destinationLink: destination,
	hashLength: number({
		displayName: 'Code Length',
		default: 8,
		min: 8,
		max: 12,
		description: 'How many characters the code of the short link has',
	}),
	redirectType: choice({
		displayName: 'Redirect',
		description:
			'Type of redirect to the destination. Heltar does not document the difference, so keep the default if unsure.',
		options: [
			{ name: 'Static', value: 'static' },
			{ name: 'Dynamic', value: 'dynamic' },
		],
	}),
});

/** An address with its scheme; whoever taps the link opens it, so it may be any scheme, such as that of an app. */
const destination: Field<string> = refined(
	text({
		displayName: 'Destination',
		placeholder: 'e.g. https://example.org/spring',
		description: 'Where the short link leads, with https:// or another scheme',
	}),
	(typed) => {
		const given = asWord(typed);
		if (URL.canParse(given)) return given;
		throw new BadInput(`"${given}" is not a web address`, [], 'Write it with https:// before it.');
	},
);
