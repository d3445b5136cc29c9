/** How things are called on the page. */

/** Digits with their plus; ids of people and groups as they are. */
export const shownNumber = (number: string) => (/^\d+$/.test(number) ? `+${number}` : number);

export const shownName = ({ name, number }: { name: string; number: string }) =>
	name || (/^\d+$/.test(number) || number.includes('.') ? shownNumber(number) : 'Group');

/** What the sandbox calls people who wrote without saying who they are (platform/inbound.ts). */
const NAMELESS = 'Customer';

/** What somebody's face is made of: the name that tells them apart, else the number. */
export const faceOf = ({ name, number }: { name: string; number: string }) =>
	name === NAMELESS ? shownNumber(number) : shownName({ name, number });

const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const shortDay = new Intl.DateTimeFormat(undefined, { day: '2-digit', month: '2-digit', year: '2-digit' });

export const shownTime = (at: string) => time.format(new Date(at));
export const shownClock = (at: string) => clock.format(new Date(at));

const dayOf = (at: Date) => at.toDateString();

export function shownDay(at: string): string {
	const date = new Date(at);
	if (dayOf(date) === dayOf(new Date())) return 'Today';
	if (dayOf(date) === dayOf(new Date(Date.now() - 86_400_000))) return 'Yesterday';
	return day.format(date);
}

export const shownWhen = (at: string) =>
	dayOf(new Date(at)) === dayOf(new Date()) ? shownTime(at) : shortDay.format(new Date(at));

const STATUSES: Record<string, string> = {
	waiting: 'Waiting to be sent',
	sent: 'Sent',
	delivered: 'Delivered',
	read: 'Read',
	failed: 'Failed',
	received: 'Received by the business',
};
export const statusWords = (status: string) => STATUSES[status] ?? status;

export function errorWords(
	errors: ReadonlyArray<{ code: number; title: string; error_data?: { details: string } }> | null,
) {
	return (errors ?? [])
		.map(({ code, title, error_data: data }) =>
			[code ? `${code}` : '', title, data && data.details !== title ? data.details : '']
				.filter(Boolean)
				.join(': '),
		)
		.join('; ');
}
