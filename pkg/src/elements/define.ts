/** Registration that forgives a second copy on the page. */

/** Registers `element` as `tag` unless the name is taken; says so once if a different version has taken it. */
export function define(tag: string, element: CustomElementConstructor & { version?: string }): void {
  if (typeof customElements === "undefined") return;
  const known = customElements.get(tag) as (CustomElementConstructor & { version?: string }) | undefined;
  if (!known) {
    customElements.define(tag, element);
  } else if (known.version !== element.version) {
    console.warn(
      `<${tag}> is already defined by Headwater ${known.version ?? "of an unknown version"}; ` +
        `version ${element.version ?? "unknown"} was not registered. Load one version on a page.`,
    );
  }
}
