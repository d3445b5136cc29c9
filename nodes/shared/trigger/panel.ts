import type { INodeTypeDescription, NodeHint } from 'n8n-workflow';

/** What a provider's trigger tells in the editor about its registration. Whole sentences. */
export interface RegistrationTexts {
	/** What publishing and unpublishing do, which is said behind "publish it". */
	publishing: string;
	/** In which case the user registers the address, as the beginning of a sentence. */
	byHand: string;
	/** The place where they do, as the end of one. */
	place: string;
	/** The parameter that decides who registers, if one does, with its value for "the user". */
	parameter?: { name: string; byHand: string };
}

const EXECUTIONS = "<a data-key='executions'>executions list</a>";
const GAP = '<br /><br />';

/**
 * What n8n shows of a trigger beside its parameters: how to try it, and what publishing does. Of the panel's texts n8n knows
 * two states, published or not; it takes no expressions in them. What depends on a parameter is a hint. Nothing can depend
 * on what is in the credential.
 */
export function panelOf(
	provider: string,
	{ publishing, byHand, place, parameter }: RegistrationTexts,
): Pick<INodeTypeDescription, 'activationMessage' | 'eventTriggerDescription' | 'triggerPanel' | 'hints'> {
	const production = `${byHand}, add the production URL ${place}.`;
	const trying = `<b>To try the workflow</b>, press the button above and write to your WhatsApp number from a phone. The event shows up here. ${byHand}, add the test URL ${place} while the node listens.`;
	const later = `${publishing} ${production} Executions are then in the ${EXECUTIONS}, not in the editor.`;
	return {
		activationMessage: `Write to your WhatsApp number to start the workflow. ${production}`,
		eventTriggerDescription: 'Write to your WhatsApp number from a phone',
		triggerPanel: {
			header: `Receive WhatsApp events over ${provider}`,
			activationHint: {
				inactive: 'Publish the workflow to have every event start it.',
				active: `The workflow is published: every event starts it. See the ${EXECUTIONS}.`,
			},
			executionsHelp: {
				inactive: `${trying}${GAP}<b>When the workflow is done</b>, publish it. ${later}`,
				active: `${trying}${GAP}<b>The workflow is published.</b> ${later}`,
			},
		},
		...(parameter === undefined ? {} : { hints: hintsOf(provider, place, parameter) }),
	};
}

/** One hint for each way to register, shown until there is output. */
function hintsOf(
	provider: string,
	place: string,
	{ name, byHand }: NonNullable<RegistrationTexts['parameter']>,
): NodeHint[] {
	const hint = (comparison: string, message: string): NodeHint => ({
		message,
		displayCondition: `={{ $parameter["${name}"] ${comparison} "${byHand}" }}`,
		whenToDisplay: 'beforeExecution',
		location: 'outputPane',
	});
	return [
		hint(
			'!==',
			`Publishing registers the production URL with ${provider}. A test registers the test URL for as long as it listens.`,
		),
		hint(
			'===',
			`Nothing is registered for you. Add the production URL ${place}; for a test, add the test URL while the node listens.`,
		),
	];
}
