import type { BenchSandbox } from './sandbox.ts';
import type { BenchEnvironment } from './environment.ts';
import { inTurn } from './bulk.ts';
import { heltar, items } from './nodes.ts';
import type { Figure } from './report.ts';
import { figureOfPairs } from './report.ts';

const COUNT = 1000;
/** The difference is a few hundredths, as large as that between two runs of the same. */
const TIMES = 11;
const CHARACTERS = 2000;

/** An answer as language models write it, with every sort of formatting that is usual in them. */
const ANSWER = `## Your order is on its way 📦

Hi Dana, thanks for waiting! Your parcel **left our depot in Leeds** this morning, and the courier will bring it to the
address you gave us. You can follow it on the [tracking page](https://example.org/track/88) at any time; it may take
*a few hours* until the first scan shows up there.

### What happens next

1. **Today**: the parcel reaches the sorting centre in Manchester and is loaded for the night tour.
2. **Tomorrow morning**: you get a message with a time slot of two hours.
3. **Tomorrow until 17:00**: the courier rings at your door. If nobody is in, it goes to the \`Parcel Shop\` round the corner.

| Item | Quantity | Price |
| --- | --- | --- |
| Walking shoes, size 41 | 1 | £74.90 |
| Wool socks | 2 | £11.80 |

> Returns are free within 30 days, shipping label included.

- Changed your mind? Reply with **return**, and I will send you the label.
- A question about the size? Our team answers *every day* from 9 to 18.

Is there anything else I can help you with?

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
	const times = await inTurn(
		TIMES,
		async () => await time({ format: 'markdown' }),
		// Chosen as well, so that both read as many parameters.
		async () => await time({ format: 'asTyped' }),
	);
	return [figureOfPairs('heltar.markdown', times, 'ms')];
}
