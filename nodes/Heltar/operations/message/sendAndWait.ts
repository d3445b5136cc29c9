import { defineSendAndWait } from '../../../shared/sendAndWait/ask';
import { questions } from '../../questions';

/** Heltar API, "Send messages": `interactive` of type `button`, `list` or `cta_url`. */
export const sendAndWait = defineSendAndWait(questions);
