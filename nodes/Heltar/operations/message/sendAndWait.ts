import { defineSendAndWait } from '../../../shared/sendAndWait/ask';
import { asking } from '../../asking';

/** Heltar API, "Send messages": `interactive` of type `button`, `list` or `cta_url`. */
export const sendAndWait = defineSendAndWait(asking);
