import { pathValue, type Call, type Handler } from './body.ts';
import { meta } from './codes.ts';
import { missing, notFound } from './errors.ts';
import type { HelloAllWorld } from './settings.ts';

const idInQuery = (c: Call) => {
	const id = c.req.query('id');
	if (!id) throw missing('id is required');
	return id;
};

export const downloadMediaByQuery: Handler = (c, world) => download(world, idInQuery(c));
export const downloadMedia: Handler = (c, world) => download(world, pathValue(c, 'id'));
export const deleteMediaByQuery: Handler = (c, world) => remove(c, world, idInQuery(c));
export const deleteMedia: Handler = (c, world) => remove(c, world, pathValue(c, 'id'));

function download(world: HelloAllWorld, id: string): Response {
	const file = world.files.get(id);
	if (!file) throw notFound(`There is no media with the id ${id}`);
	return new Response(world.files.read(file) as never, {
		headers: {
			'content-type': file.mimeType,
			'content-length': String(file.size),
			'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
		},
	});
}

function remove(c: Call, world: HelloAllWorld, id: string): Response {
	if (!world.files.delete(id)) throw notFound(`There is no media with the id ${id}`);
	return c.json({ meta });
}
