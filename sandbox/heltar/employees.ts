import type { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxEnv } from '../core/provider.ts';
import { answer, ApiError, heltarRoutes, readBody, readQuery } from './answers.ts';
import type { HeltarWorld } from './settings.ts';

export interface Employee {
	id: number;
	name: string;
	/** Lower case; the key. */
	email: string;
	status: 'invited' | 'active';
	isActive: boolean;
	role: string;
	updatedAt: number;
	deletedAt?: number;
}

export const employeesOf = (world: HeltarWorld) => world.collection<Employee>('employees');

/** Someone a chat can be given to. */
export function findAgent(world: HeltarWorld, email: string): Employee | undefined {
	const employee = employeesOf(world).get(email.toLowerCase());
	return employee && employee.status === 'active' && !employee.deletedAt ? employee : undefined;
}

const query = z.object({ includeDeleted: z.enum(['true', 'false']).optional() });

export function employeeRoutes(world: HeltarWorld): Hono<SandboxEnv> {
	const app = heltarRoutes();
	app.get('/heltar/v1/auth/business-employees', (c) => {
		const { includeDeleted } = readQuery(c, query);
		const team = employeesOf(world)
			.all()
			.filter((employee) => includeDeleted === 'true' || !employee.deletedAt)
			.sort((a, b) => b.updatedAt - a.updatedAt);
		return answer(c, 'Successfully fetched business employees', team.map(show));
	});

	app.put('/heltar/v1/auth/business-employees/toggle-status', async (c) => {
		const { email, isActive } = await readBody(
			c,
			z.object({ email: z.string().min(1), isActive: z.boolean() }),
		);
		const employees = employeesOf(world);
		const employee = employees.get(email.toLowerCase());
		// Heltar API, team: an unknown email is answered with 500.
		if (!employee || employee.deletedAt) throw new ApiError(500, 'Something went wrong. Try again later.');
		employees.put(employee.email, { ...employee, isActive, updatedAt: Date.now() });
		return answer(c, 'Successfully updated employee status', { email: employee.email, isActive });
	});
	return app;
}

function show({ id, name, email, status, isActive, role, updatedAt, deletedAt }: Employee) {
	return {
		id,
		name,
		email,
		countryCode: 91,
		contact: null,
		status,
		isActive,
		is2faEnabled: false,
		accessibleBusinessIds: [1],
		rolePermission: { id: role === 'ADMIN' ? 1 : 2, role },
		metaData: null,
		createdAt: new Date(updatedAt - 86_400_000).toISOString(),
		updatedAt: new Date(updatedAt).toISOString(),
		...(deletedAt && { deletedAt: new Date(deletedAt).toISOString() }),
	};
}
