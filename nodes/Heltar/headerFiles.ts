import type { MoreHeaderFiles } from '../shared/messages/interactiveParts';

/** What Heltar takes in a header beside text, images, videos and documents (Heltar API, "Send messages"). */
export const HEADER_FILES: MoreHeaderFiles = ['audio', 'sticker'];
