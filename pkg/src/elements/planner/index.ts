import { LitElement, html } from "lit";
import { init } from "../../index.js";

export class Planner extends LitElement {
  override async firstUpdated(): Promise<void> {
    this.title = (await init()).version;
  }
  override render(): unknown {
    return html`<slot></slot>`;
  }
}
