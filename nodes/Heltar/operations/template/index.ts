import type { Resource } from '../../../../core/run/resources';
import { create } from './create';
import { deleteTemplate } from './delete';
import { deleteFallback } from './deleteFallback';
import { get } from './get';
import { getCategoryUpdates } from './getCategoryUpdates';
import { getCost } from './getCost';
import { getDailyFunnel } from './getDailyFunnel';
import { getFallbacks } from './getFallbacks';
import { getLibrary } from './getLibrary';
import { getMany } from './getMany';
import { getSent } from './getSent';
import { setFallback } from './setFallback';
import { update } from './update';
import { uploadSample } from './uploadSample';

export const template: Resource = {
	value: 'template',
	name: 'Template',
	operations: [
		create,
		deleteTemplate,
		deleteFallback,
		get,
		getCategoryUpdates,
		getCost,
		getDailyFunnel,
		getFallbacks,
		getLibrary,
		getMany,
		getSent,
		setFallback,
		update,
		uploadSample,
	],
	startWith: getMany,
};
