import { defineSendAndWait } from '../../../shared/sendAndWait/ask';
import { asking } from '../../asking';

/** Hello All collection: Session Reply Button, List and Text Message. */
export const sendAndWait = defineSendAndWait(asking);
