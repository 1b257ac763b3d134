/** Looks again and again until the condition holds, and fails the test if it does not in time. */
export async function until(
  belief: string,
  holds: () => boolean | Promise<boolean>,
  withinMs = 10_000,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`Not within ${withinMs} ms: ${belief}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
