import { defineSendAndWait } from '../../../shared/sendAndWait/ask';
import { questions } from '../../questions';

/** Hello All collection: Session Reply Button, List and Text Message. */
export const sendAndWait = defineSendAndWait(questions);
