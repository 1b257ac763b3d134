import { hash } from 'node:crypto';

export const sha256 = (text: string): Buffer<ArrayBuffer> => Buffer.from(hash('sha256', text, 'buffer'));
