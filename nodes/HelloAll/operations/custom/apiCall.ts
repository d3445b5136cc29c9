import { defineApiCall } from '../../../shared/apiCall';

export const apiCall = defineApiCall('Hello All', '/crm/campaign');
