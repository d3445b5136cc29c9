import { decide, provide } from '../../../scripts/systemPackages';

const ROOT_ON_DEBIAN = { isRoot: true, hasAptGet: true };
const SOMEBODY_ON_DEBIAN = { isRoot: false, hasAptGet: true };
const ROOT_ELSEWHERE = { isRoot: true, hasAptGet: false };
const SOMEBODY_ELSEWHERE = { isRoot: false, hasAptGet: false };

/** `provide` on a machine that has some of the programs, and gains the others when apt-get works. */
async function provided(
	machine: typeof ROOT_ON_DEBIAN,
	{ has = [], offers = ['chromium', 'redis'] }: { has?: string[]; offers?: string[] },
) {
	const installed = new Set(has);
	const commands: string[] = [];
	const printed: string[] = [];
	const program = (name: string, suites: string[]) => ({
		what: name,
		packages: [name],
		suites,
		find: () => (installed.has(name) ? `/usr/bin/${name}` : undefined),
	});
	const found = await provide({
		programs: { browser: program('chromium', ['browser', 'phone']), services: program('redis', ['queue']) },
		machine,
		print: (line: string) => printed.push(line),
		run: async (command: string, args: string[]) => {
			commands.push([command, ...args].join(' '));
			if (!args.includes('install')) return { code: 0, output: '' };
			const wanted = args.slice(args.indexOf('--no-install-recommends') + 1);
			for (const name of wanted.filter((one) => offers.includes(one))) installed.add(name);
			return wanted.every((one) => offers.includes(one))
				? { code: 0, output: '' }
				: { code: 100, output: 'Reading package lists\nE: Unable to locate package' };
		},
	});
	return { found, commands, printed: printed.join('\n') };
}

const ALL = { browser: '/usr/bin/chromium', services: '/usr/bin/redis' };
const NONE = { browser: undefined, services: undefined };

test.each([ROOT_ON_DEBIAN, SOMEBODY_ON_DEBIAN, ROOT_ELSEWHERE, SOMEBODY_ELSEWHERE])(
	'what is there already is used, and nothing is done or said: %o',
	async (machine) => {
		expect(decide([], machine)).toEqual({ action: 'nothing' });
		const { found, commands, printed } = await provided(machine, { has: ['chromium', 'redis'] });
		expect(found).toEqual(ALL);
		expect(commands).toEqual([]);
		expect(printed).toBe('');
	},
);

describe('as root on Debian', () => {
	test('what is missing is installed, and said before', async () => {
		const { found, commands, printed } = await provided(ROOT_ON_DEBIAN, {});
		expect(found).toEqual(ALL);
		expect(commands).toEqual([
			'apt-get -q update',
			'apt-get -q install -y --no-install-recommends chromium',
			'apt-get -q install -y --no-install-recommends redis',
		]);
		expect(printed).toMatch(
			/^Installing chromium, redis for the suites browser, phone, queue: apt-get install .* chromium redis/,
		);
	});

	test('what is there is left alone', async () => {
		const { commands } = await provided(ROOT_ON_DEBIAN, { has: ['chromium'] });
		expect(commands.at(-1)).toBe('apt-get -q install -y --no-install-recommends redis');
	});

	test('what cannot be installed is named with the reason, and keeps nothing else away', async () => {
		const { found, printed } = await provided(ROOT_ON_DEBIAN, { offers: ['redis'] });
		expect(found).toEqual({ ...ALL, browser: undefined });
		expect(printed).toMatch(/E: Unable to locate package\nCould not be installed: chromium\./);
	});
});

test('as somebody else nothing is run, and the one command that helps is printed', async () => {
	const { found, commands, printed } = await provided(SOMEBODY_ON_DEBIAN, {});
	expect(found).toEqual(NONE);
	expect(commands).toEqual([]);
	expect(printed).toContain(
		'\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium redis\n',
	);
	expect(printed).toMatch(
		/^Not installed: chromium, redis for the suites browser, phone, queue, which are skipped/,
	);
});

test.each([ROOT_ELSEWHERE, SOMEBODY_ELSEWHERE])(
	'where there is no apt-get nothing is run, and the names are printed: %o',
	async (machine) => {
		const { found, commands, printed } = await provided(machine, { has: ['redis'] });
		expect(found).toEqual({ ...NONE, services: '/usr/bin/redis' });
		expect(commands).toEqual([]);
		expect(printed).toMatch(/package manager \(Debian calls them chromium\)/);
	},
);
