import type { Caller } from '../../../core/http/request';
import { call } from '../../../core/http/exchange';
import { BEST_EFFORT } from '../webhook/bestEffort';
import type { QuestionChannel } from './ask';

/** Sends a text, with no workflow behind it. */
export const sendNotice = async (
	caller: Caller,
	{ http, text }: QuestionChannel,
	to: string,
	words: string,
) => await call(caller, http, { ...text(to, words), ...BEST_EFFORT });
