import { pathValue, type Handler } from '../body.ts';
import { business } from '../business.ts';
import { templatesOf } from '../templates.ts';
import { requireOwn } from './account.ts';
import { metaBusiness } from './business.ts';
import { downloadFile } from './media.ts';
import { showTemplateById } from './templates.ts';

/** `GET /{id}`: in the Cloud API the id says whether a file, a template or the number is asked for. */
export const getObject: Handler = (c, world) => {
	const id = pathValue(c, 'id');
	const file = world.files.get(id);
	if (file) return downloadFile(c, world, file);
	const template = templatesOf(world)
		.all()
		.find((one) => one.id === id);
	if (template) return showTemplateById(c, template);
	requireOwn(id, 'phoneNumberId');
	return c.json({
		verified_name: business.name,
		display_phone_number: metaBusiness.displayPhoneNumber,
		code_verification_status: 'VERIFIED',
		quality_rating: 'GREEN',
		platform_type: 'CLOUD_API',
		id,
	});
};
