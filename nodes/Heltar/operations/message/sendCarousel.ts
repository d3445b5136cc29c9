import { carousel } from '../../../shared/messages/carousel';
import { defineKindOfMessage } from '../../defineMessage';

/** Heltar API, "Send messages": `interactive` of type `carousel`. */
export const sendCarousel = defineKindOfMessage(carousel, {
	value: 'sendCarousel',
	name: 'Send Carousel',
	action: 'Send a carousel message',
	description: 'Send 2 to 10 cards, each with a picture or video and buttons, inside the 24-hour window',
});
