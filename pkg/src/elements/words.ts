/**
 * The words on the screen: English sentences by key, with `{name}` for parameters. Every element keeps its own
 * catalogue of these, so that a translation can replace the table and nothing else.
 */

/** A sentence, or its forms by the number `n`. */
export type Sentence = string | { one: string; other: string };
export type Args = Readonly<Record<string, string | number>>;

/** A function that says the sentence of a key. Numbers are written for `locale` (default: the browser's). */
export type Say<Key extends string> = (key: Key, args?: Args, locale?: string) => string;

/**
 * ```ts
 * const say = catalogue({ points: { one: "{n} point", other: "{n} points" } });
 * say("points", { n: 3 }); // "3 points"
 * ```
 */
export function catalogue<const Words extends Readonly<Record<string, Sentence>>>(
  english: Words,
): Say<keyof Words & string> {
  return (key, args = {}, locale) => {
    const sentence: Sentence = english[key] ?? key;
    const text = typeof sentence === "string" ? sentence : sentence[args["n"] === 1 ? "one" : "other"];
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = args[name];
      return typeof value === "number" ? value.toLocaleString(locale) : (value ?? whole);
    });
  };
}

/** What every element may have to say. */
export const say = catalogue({
  loading: "Opening…",
  "failed-title": "This could not be opened here.",
  "failed-retry": "Try again",
  "failed-code": "For the person who runs this site: {code}",
});
