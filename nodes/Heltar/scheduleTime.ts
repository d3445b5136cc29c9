import { BadInput } from '../../core/http/errors';
import { dateTime } from '../../core/fields/dateTime';
import { refined } from '../../core/fields/field';

const TWO_YEARS_S = 2 * 365 * 24 * 60 * 60;

/** When something goes out, in Unix seconds: in the future and at most two years away (Heltar API, "Schedule"). */
export const scheduleTime = () =>
	refined(
		dateTime({
			displayName: 'Time',
			description: 'When it goes out, at most two years from now; in the time zone of the workflow',
		}),
		(seconds) => {
			const now = Math.floor(Date.now() / 1000);
			const shown = new Date(seconds * 1000).toISOString();
			if (seconds <= now) throw new BadInput(`${shown} is in the past`);
			if (seconds > now + TWO_YEARS_S) throw new BadInput(`${shown} is more than two years away`);
			return seconds;
		},
	);
