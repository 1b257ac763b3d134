import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFifo, drop, itemAt, push, shift, sizeOf } from '../../src/lib/fifo.js';

test('whatever comes and goes, it is what an array is', () => {
  const step = fc.oneof(fc.constant('push'), fc.constant('shift'), fc.nat(3));
  fc.assert(
    fc.property(fc.array(step, { size: 'large' }), (steps) => {
      const fifo = createFifo<number>();
      const array: number[] = [];
      steps.forEach((one, index) => {
        if (one === 'push') array.push(index);
        if (one === 'push') push(fifo, index);
        if (one === 'shift') expect(shift(fifo)).toBe(array.shift());
        if (typeof one === 'number') drop(fifo, array.splice(0, one).length);
        expect(sizeOf(fifo)).toBe(array.length);
        expect(array.map((_, place) => itemAt(fifo, place))).toEqual(array);
        expect(fifo.items.length).toBeLessThanOrEqual(2 * array.length);
      });
    }),
  );
});
