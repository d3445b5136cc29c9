import { digitsOf, withoutFormatCharacters } from './phoneNumber';

/**
 * Numbers that are written in two ways, each reaching the same person: with and without Brazil's ninth digit, Mexico's 1
 * and Argentina's 9 (Meta, "Phone numbers: Brazil, Mexico, Argentina"). WhatsApp may deliver either, whichever was sent to.
 * Brazil's ninth digit stands before what was a mobile number, which began with 6 to 9; behind 2 to 5 it tells a mobile
 * number from somebody else's landline.
 */
const SPELLINGS: ReadonlyArray<readonly [longer: RegExp, shorter: string]> = [
	[/^55([1-9][1-9])9([6-9]\d{7})$/, '55$1$2'],
	[/^521(\d{10})$/, '52$1'],
	[/^549(\d{10})$/, '54$1'],
];

const DIGITS = /^[1-9]\d*$/;

/**
 * What an id of a person is compared by: equal for all ways to write the same number. Ids that are no number are compared
 * as they are. For comparing only: a message goes to the number as it was given.
 */
export function comparableId(id: string): string {
	const read = DIGITS.test(id) ? { value: id } : digitsOf(id);
	if (!('value' in read)) return withoutFormatCharacters(id).trim();
	const [longer, shorter] = SPELLINGS.find(([pattern]) => pattern.test(read.value)) ?? [];
	return longer && shorter ? read.value.replace(longer, shorter) : read.value;
}

/** Whether two ids stand for the same person. */
export const isSamePerson = (one: string, other: string): boolean =>
	comparableId(one) === comparableId(other);
