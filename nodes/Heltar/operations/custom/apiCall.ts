import { defineApiCall } from '../../../shared/apiCall';

export const apiCall = defineApiCall('Heltar', '/v1/clients/blocked');
