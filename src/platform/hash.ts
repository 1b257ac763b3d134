import { createHash } from 'node:crypto';

export const sha256 = (text: string): Buffer<ArrayBuffer> => createHash('sha256').update(text).digest();
