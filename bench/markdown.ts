import type { BenchSandbox } from './sandbox.ts';
import type { BenchEnvironment } from './environment.ts';
import { inTurn } from './bulk.ts';
import { heltar, items } from './nodes.ts';
import type { Figure } from './report.ts';
import { figure, median } from './report.ts';

const COUNT = 1000;
const TIMES = 5;
const CHARACTERS = 2000;

/** What a language model answers, with every sort of formatting in it. */
const ANSWER = `## Your order

Hello **Dana**, your *parcel* is ~~packed~~ **on its way**. See [the tracking page](https://example.org/t/88).

1. **Today**: it leaves the \`depot\`
2. *Tomorrow*: it reaches you
   - between 9 and 12
   - or **after 17**

| Item | Price |
| --- | --- |
| Cup | 3.49 |
| Plate | 5.00 |

> Prices include delivery &amp; tax.

`;
const TEXT = ANSWER.repeat(Math.ceil(CHARACTERS / ANSWER.length)).slice(0, CHARACTERS);

/** Texts with their Markdown formatted, against the same texts as typed. */
export async function againstAsTyped(
	sandbox: BenchSandbox,
	environment: BenchEnvironment,
): Promise<Figure[]> {
	const time = async (options: object) => {
		await sandbox.begin({ heltar: { latencyMs: 0 } });
		const node = heltar(environment.credentials.heltarApi, options);
		const { executionTime } = await environment.measure([...items(COUNT, TEXT), node]);
		return executionTime;
	};
	const { ours, theirs } = await inTurn(
		TIMES,
		async () => await time({ format: 'markdown' }),
		async () => await time({}),
	);
	return [figure('heltar.markdown', median(ours), 'ms', median(theirs))];
}
