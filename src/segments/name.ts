import { text } from '../lib/input.js';

/** How conditions name a segment, as it was written when it was made. */
export const segmentName = text(1, 100);

/** The one form in which names of segments are compared: width, capitals and spaces around them make no difference. */
export const segmentKey = (name: string): string =>
  name.normalize('NFKC').trim().toLowerCase().normalize('NFKC');
