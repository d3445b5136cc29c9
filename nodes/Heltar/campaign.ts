import type { IDataObject } from 'n8n-workflow';

/** A campaign as Heltar gives it; the number of failures had another name for a while. */
export function readCampaign(campaign: IDataObject): IDataObject {
	const { statsFailed, ...rest } = campaign;
	return statsFailed === undefined ? campaign : { ...rest, statsFailure: rest.statsFailure ?? statsFailed };
}
