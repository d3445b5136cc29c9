/** One call, or one item. */
export interface Task {
	/**
	 * Tasks that share a key run in their order. `undefined`: the task runs alone: it waits for all earlier ones, and all
	 * later ones wait for it. `[]`: the task waits for no other task in its group, which is all that stands between two tasks
	 * that run alone.
	 */
	orderKeys?: readonly string[];
	/** Never rejects because an item failed: results are kept elsewhere. A rejection is a bug, and ends the run. */
	run(): Promise<void>;
}

/**
 * Runs the tasks of a node run, several at a time, and keeps the order where it matters. Of those that may start, the
 * earliest one does.
 * @param concurrency how many may be in flight
 * @param stopped whether nothing new may start; what is in flight is waited for
 */
export async function runTasks(
	tasks: readonly Task[],
	concurrency: number,
	stopped: () => boolean,
): Promise<void> {
	for (const group of groupsOf(tasks)) {
		if (stopped()) return;
		await sideBySide(group, concurrency, stopped);
	}
}

/** A task that runs alone is a group of its own. */
function groupsOf(tasks: readonly Task[]): Task[][] {
	const groups: Task[][] = [];
	let open: Task[] | undefined;
	for (const task of tasks) {
		if (!task.orderKeys) {
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

/** A task with what it waits for and what waits for it. */
interface Queued {
	task: Task;
	/** Its place in the order given. */
	position: number;
	followers: Queued[];
	/** How many tasks have to end before it may start. */
	blockers: number;
}

async function sideBySide(
	tasks: readonly Task[],
	concurrency: number,
	stopped: () => boolean,
): Promise<void> {
	/** What may start, latest first. */
	const ready = queueOf(tasks)
		.filter(({ blockers }) => blockers === 0)
		.reverse();
	let inFlight = 0;

	await new Promise<void>((resolve, reject) => {
		const startReady = () => {
			while (inFlight < concurrency && !stopped()) {
				const next = ready.pop();
				if (!next) break;
				inFlight++;
				next.task.run().then(() => finish(next), reject);
			}
			if (inFlight === 0) resolve();
		};
		const finish = ({ followers }: Queued) => {
			inFlight--;
			for (const follower of followers) {
				if (--follower.blockers === 0) insertLatestFirst(ready, follower);
			}
			startReady();
		};
		startReady();
	});
}

/** Which tasks wait for which: each for the last one before it with the same key, for each of its keys. */
function queueOf(tasks: readonly Task[]): Queued[] {
	const lastIn = new Map<string, Queued>();
	return tasks.map((task, position) => {
		const queued: Queued = { task, position, followers: [], blockers: 0 };
		for (const orderKey of new Set(task.orderKeys)) {
			const before = lastIn.get(orderKey);
			if (before) {
				before.followers.push(queued);
				queued.blockers++;
			}
			lastIn.set(orderKey, queued);
		}
		return queued;
	});
}

function insertLatestFirst(list: Queued[], queued: Queued): void {
	let low = 0;
	let high = list.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((list[middle] as Queued).position > queued.position) low = middle + 1;
		else high = middle;
	}
	list.splice(low, 0, queued);
}
