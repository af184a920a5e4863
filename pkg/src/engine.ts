/** The one instance of the core, and the way it is loaded. */

/** The raw exports that the facade uses. */
export interface RawModule {
  version(): string;
}
type Loader = () => Promise<RawModule>;

let loader: Loader;
let starting: Promise<RawModule> | undefined;

/** Sets how the core is loaded. An entry point calls this while it is imported. */
export function useLoader(load: Loader): void {
  loader = load;
}

/** Starts the core; the same promise for every caller, until it fails. */
export function start(): Promise<RawModule> {
  starting ??= loader().catch((error: unknown) => {
    starting = undefined;
    throw error;
  });
  return starting;
}
