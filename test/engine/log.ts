import { LoggerProxy } from 'n8n-workflow';

/** One line that n8n's log got. */
export interface LogLine {
	level: string;
	message: string;
	meta: unknown;
}

/** Keeps what the nodes of a test file write to n8n's log. */
export function keepLog(): LogLine[] {
	const lines: LogLine[] = [];
	const write = (level: string) => (message: string, meta?: unknown) =>
		void lines.push({ level, message, meta });
	beforeAll(() =>
		LoggerProxy.init({
			debug: write('debug'),
			info: write('info'),
			warn: write('warn'),
			error: write('error'),
		} as never),
	);
	beforeEach(() => void lines.splice(0));
	return lines;
}

/** Lines that somebody who runs n8n is meant to see. */
export const loud = (lines: readonly LogLine[]) =>
	lines.filter(({ level }) => level === 'warn' || level === 'error');
