import { toggle } from '../../core/fields/basic';
import { comparableId } from '../../whatsapp/sameNumber';

/** Options about whom of a run's recipients a message goes to. */
export const recipientOptions = () => ({
	skipDuplicates: toggle({
		displayName: 'Skip Duplicates',
		description:
			'Whether to send only the first message to each person in a run of this node. The others are marked as skipped.',
	}),
});

/** `Definition.onlyFirst` of a message. */
export const onlyFirstTo = (recipient: unknown, options: unknown): string | undefined =>
	(options as { skipDuplicates?: boolean } | undefined)?.skipDuplicates
		? comparableId(String(recipient))
		: undefined;
