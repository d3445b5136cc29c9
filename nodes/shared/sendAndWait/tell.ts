import type { Caller } from '../../../core/http/request';
import { call } from '../../../core/http/exchange';
import type { Asking } from './ask';

const TELL_TIMEOUT_MS = 5_000;

/** Sends a text, with no workflow behind it. A courtesy: not repeated, and not waited for long. */
export const tell = async (caller: Caller, { dialect, text }: Asking, to: string, words: string) =>
	await call(caller, dialect, { ...text(to, words), effect: 'never', timeoutMs: TELL_TIMEOUT_MS });
