import type { INodeTypeDescription, NodeHint } from 'n8n-workflow';

/** What a provider's trigger tells in the editor about its registration. */
export interface RegistrationTexts {
	/** In which case publishing registers the address, as the beginning of a sentence. */
	byItself: string;
	/** In which case the user does. */
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
	{ byItself, byHand, place, parameter }: RegistrationTexts,
): Pick<INodeTypeDescription, 'activationMessage' | 'eventTriggerDescription' | 'triggerPanel' | 'hints'> {
	const registered = `${byItself}, its URL is registered with ${provider} until you unpublish it.`;
	const production = `${byHand}, add the production URL ${place}.`;
	const trying = `<b>To try the workflow</b>, press the button above and write to your WhatsApp number from a phone. The event shows up here. ${byHand}, add the test URL ${place} while the node listens.`;
	const where = `Executions show up in the ${EXECUTIONS}, not in the editor.`;
	return {
		activationMessage: `${registered} ${production} Write to your WhatsApp number to start the workflow.`,
		eventTriggerDescription: 'Write to your WhatsApp number from a phone',
		triggerPanel: {
			header: `Receive WhatsApp events through ${provider}`,
			activationHint: {
				inactive: 'Publish the workflow to receive events at any time.',
				active: `Published. Each event starts an <a data-key='executions'>execution</a>.`,
			},
			executionsHelp: {
				inactive: `${trying}${GAP}<b>When the workflow is done</b>, publish it. ${byItself}, that registers its URL with ${provider}. ${production} ${where}`,
				active: `${trying}${GAP}<b>The workflow is published.</b> ${registered} ${production} ${where}`,
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
