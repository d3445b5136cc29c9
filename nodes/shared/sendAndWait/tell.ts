import type { Caller } from '../../../core/http/request';
import { call } from '../../../core/http/exchange';
import { BEST_EFFORT } from '../webhook/bestEffort';
import type { Asking } from './ask';

/** Sends a text, with no workflow behind it. */
export const tell = async (caller: Caller, { dialect, text }: Asking, to: string, words: string) =>
	await call(caller, dialect, { ...text(to, words), ...BEST_EFFORT });
