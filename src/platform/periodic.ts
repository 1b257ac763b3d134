export interface Periodic {
  /** Begins nothing more, and waits for what is under way. */
  stop(): Promise<void>;
}

export interface PeriodicOptions {
  /** On average, counted from the end of the one before: up to a half more or less, so that processes do not act at one instant. */
  readonly everyMs: number;
  readonly work: (isStopping: () => boolean) => Promise<void>;
  /** What has thrown is tried again, but not as soon. */
  readonly onError: (error: Error) => void;
  readonly chance?: () => number;
}

const longerAfterError = 10;

/** Does something from time to time until it is stopped, never twice at once. */
export function doPeriodically({ everyMs, work, onError, chance = Math.random }: PeriodicOptions): Periodic {
  let isStopping = false;
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> = Promise.resolve();

  const wait = (factor: number) => {
    if (isStopping) return;
    timer = setTimeout(() => (underWay = run()), everyMs * factor * (0.5 + chance()));
  };
  async function run(): Promise<void> {
    try {
      await work(() => isStopping);
      wait(1);
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)));
      wait(longerAfterError);
    }
  }

  wait(1);
  return {
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}
