import { defineApiCall } from '../../../shared/apiCall';
import { endpoints } from '../../endpoints';

/** Whatever Heltar offers beside the operations of this node. */
export const apiCall = defineApiCall('Heltar', endpoints.getContacts);
