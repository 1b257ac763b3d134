/** First in, first out, at a cost that does not grow with its length, as that of `Array.shift` does. */
export interface Fifo<T> {
  items: T[];
  /** Those before it have gone. */
  head: number;
}

export const createFifo = <T>(): Fifo<T> => ({ items: [], head: 0 });

export const sizeOf = ({ items, head }: Fifo<unknown>): number => items.length - head;

/** The one that so many are before. */
export const itemAt = <T>({ items, head }: Fifo<T>, place: number): T | undefined => items[head + place];

export const push = <T>(fifo: Fifo<T>, item: T): void => void fifo.items.push(item);

export function drop<T>(fifo: Fifo<T>, count: number): void {
  fifo.head += count;
  // Only once as many have gone as are left: so each is moved once at most, on average.
  if (fifo.head < fifo.items.length / 2) return;
  fifo.items = fifo.items.slice(fifo.head);
  fifo.head = 0;
}

export function shift<T>(fifo: Fifo<T>): T | undefined {
  const item = itemAt(fifo, 0);
  if (item !== undefined) drop(fifo, 1);
  return item;
}
