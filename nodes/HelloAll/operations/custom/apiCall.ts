import { defineApiCall } from '../../../shared/apiCall';
import { endpoints } from '../../endpoints';

/** Whatever Hello All offers beside the operations of this node. */
export const apiCall = defineApiCall('Hello All', endpoints.getCampaigns);
