/** Measures work with tinybench, and prints the figures as `cargo xtask bench` reads them. */
import { Bench } from "tinybench";

/** Prints the median time of each piece of work. */
export async function measure(group, works) {
  const bench = new Bench({ time: 1_000, warmupTime: 500 });
  for (const [name, work] of Object.entries(works)) bench.add(name, work);
  await bench.run();
  for (const { name, result } of bench.tasks) {
    if (result.state !== "completed") throw result.error ?? new Error(`${name}: ${result.state}`);
    const { p50, p75, p25 = p50 } = result.latency;
    const nanoseconds = (milliseconds) => Math.round(milliseconds * 1e6);
    console.log(`test ${group}/${name} ... bench: ${nanoseconds(p50)} ns/iter (+/- ${nanoseconds(p75 - p25)})`);
  }
}

/** Numbers that look like chance and are the same everywhere: the generator of Park and Miller. */
export function noise(count) {
  let state = 42;
  const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  return Float64Array.from({ length: count }, () => 50 + 10 * (next() + next() + next() - 1.5));
}
