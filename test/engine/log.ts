import type { Container as DependencyContainer } from '@n8n/di';
import type { Logger } from 'n8n-workflow';
import { createRequire } from 'node:module';

/** What n8n-core itself logs with. */
const ofCore = createRequire(require.resolve('n8n-core'));
const { Container } = ofCore('@n8n/di') as { Container: typeof DependencyContainer };
const { Logger: CoreLogger } = ofCore('@n8n/backend-common') as { Logger: new () => Logger };

const LEVELS = ['debug', 'info', 'warn', 'error'] as const;

/** One line that n8n's log got. */
export interface LogLine {
	level: (typeof LEVELS)[number];
	message: string;
	meta: unknown;
}

/** The file that a log's method was called from; the first lines of a stack are the test's own. */
const writer = () =>
	new Error('where').stack
		?.split('\n')
		.find((frame) => /\bat\b/.test(frame) && !/log\.ts:|jest-mock/.test(frame)) ?? '';

/** Keeps what the nodes write to n8n's log, anew for each test of a file. What n8n itself writes is left out. */
export function keepLog(): LogLine[] {
	const lines: LogLine[] = [];
	beforeEach(() => {
		lines.length = 0;
		const logger = Container.get(CoreLogger);
		for (const level of LEVELS) {
			jest.spyOn(logger, level).mockImplementation((message, meta) => {
				if (!writer().includes('node_modules')) lines.push({ level, message, meta });
			});
		}
	});
	return lines;
}

/** Lines that somebody who runs n8n is meant to see. */
export const loud = (lines: readonly LogLine[]) =>
	lines.filter(({ level }) => level === 'warn' || level === 'error');
