/** One task. Tasks that share a lane run in order. */
export interface Task {
	/**
	 * A task waits for earlier ones that share a lane with it, and for no others. Without lanes it waits for all earlier
	 * ones, and all later ones wait for it.
	 */
	lanes?: readonly string[];
	/** Never rejects for what became of the work, which is told elsewhere. */
	run(): Promise<void>;
}

/**
 * Runs tasks side by side, so that each lane keeps its order. Among those that may start, the earliest does.
 * @param concurrency how many may be in flight
 * @param stopped whether nothing new may start; what is in flight is waited for
 */
export async function schedule(
	tasks: readonly Task[],
	concurrency: number,
	stopped: () => boolean,
): Promise<void> {
	for (const group of groupsOf(tasks)) {
		if (stopped()) return;
		await sideBySide(group, concurrency, stopped);
	}
}

/** Cut wherever a task stands alone. */
function groupsOf(tasks: readonly Task[]): Task[][] {
	const groups: Task[][] = [];
	let open: Task[] | undefined;
	for (const task of tasks) {
		if (!task.lanes) {
			groups.push([task]);
			open = undefined;
		} else if (open) {
			open.push(task);
		} else {
			open = [task];
			groups.push(open);
		}
	}
	return groups;
}

async function sideBySide(
	tasks: readonly Task[],
	concurrency: number,
	stopped: () => boolean,
): Promise<void> {
	const { followers, blockers } = dependencies(tasks);
	/** Positions of tasks that may start, latest first. */
	const ready = tasks.map((_, at) => at).filter((at) => blockers[at] === 0);
	ready.reverse();
	let inFlight = 0;

	await new Promise<void>((resolve, reject) => {
		const startWhatMay = () => {
			while (inFlight < concurrency && ready.length > 0 && !stopped()) {
				const at = ready.pop() as number;
				inFlight++;
				tasks[at].run().then(() => finish(at), reject);
			}
			if (inFlight === 0) resolve();
		};
		const finish = (at: number) => {
			inFlight--;
			for (const follower of followers[at]) {
				if (--blockers[follower] === 0) insertDescending(ready, follower);
			}
			startWhatMay();
		};
		startWhatMay();
	});
}

/** Who waits for whom: each task for the last one before it in each of its lanes. */
function dependencies(tasks: readonly Task[]): { followers: number[][]; blockers: number[] } {
	const followers: number[][] = tasks.map(() => []);
	const blockers = tasks.map(() => 0);
	const lastIn = new Map<string, number>();
	tasks.forEach(({ lanes = [] }, at) => {
		for (const lane of new Set(lanes)) {
			const before = lastIn.get(lane);
			if (before !== undefined) {
				followers[before].push(at);
				blockers[at]++;
			}
			lastIn.set(lane, at);
		}
	});
	return { followers, blockers };
}

function insertDescending(list: number[], value: number): void {
	let low = 0;
	let high = list.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (list[middle] > value) low = middle + 1;
		else high = middle;
	}
	list.splice(low, 0, value);
}
