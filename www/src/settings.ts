/** Lets a visitor see the elements as other hosts would show them: theme, direction, and the width of a sidebar. */

type Setting = { name: string; options: Record<string, string>; apply: (value: string, elements: HTMLElement[]) => void };

const settings: Setting[] = [
  {
    name: "Theme",
    options: { auto: "As the system", light: "Light", dark: "Dark", "high-contrast": "High contrast" },
    apply(value, elements) {
      document.documentElement.dataset["theme"] = value;
      for (const element of elements) element.setAttribute("theme", value);
    },
  },
  {
    name: "Direction",
    options: { ltr: "Left to right", rtl: "Right to left" },
    apply(value) {
      document.documentElement.dir = value;
    },
  },
  {
    name: "Width",
    options: { full: "The whole page", half: "A column", side: "A sidebar or phone" },
    apply(value) {
      for (const frame of document.querySelectorAll<HTMLElement>(".frame")) frame.dataset["width"] = value;
    },
  },
];

/** Fills `place` with one choice per setting, for these elements. */
export function offerSettings(place: HTMLElement, elements: HTMLElement[]): void {
  for (const { name, options, apply } of settings) {
    const label = document.createElement("label");
    const select = document.createElement("select");
    for (const [value, text] of Object.entries(options)) select.add(new Option(text, value));
    select.addEventListener("change", () => apply(select.value, elements));
    label.append(name, " ", select);
    place.append(label);
  }
}
