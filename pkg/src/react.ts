/**
 * The elements as React components: properties are set as properties, events are `onHeadwaterChange` and the like.
 *
 * @example
 * import { HeadwaterPlanner } from "headwater/react";
 * <HeadwaterPlanner plan={plan} onHeadwaterChange={({ detail }) => save(detail.document)} />
 *
 * @module
 */
import { type EventName, createComponent } from "@lit/react";
import * as react from "react";
import type { HeadwaterEvents } from "./elements/base.js";
import { HeadwaterJobClassifier as Classifier } from "./elements/job-classifier/index.js";
import { HeadwaterPlanner as Planner } from "./elements/planner/index.js";
import "./elements/job-classifier/define.js";
import "./elements/planner/define.js";

type Name = keyof HeadwaterEvents;
const event = <N extends Name>(name: N) => name as EventName<CustomEvent<HeadwaterEvents[N]>>;

const events = {
  onHeadwaterChange: event("headwater-change"),
  onHeadwaterReading: event("headwater-reading"),
  onHeadwaterJobChosen: event("headwater-job-chosen"),
  onHeadwaterDecision: event("headwater-decision"),
  onHeadwaterError: event("headwater-error"),
};

/** `<headwater-job-classifier>` as a component. */
export const HeadwaterJobClassifier = createComponent({
  tagName: "headwater-job-classifier",
  elementClass: Classifier,
  react,
  events,
});

/** `<headwater-planner>` as a component. */
export const HeadwaterPlanner = createComponent({ tagName: "headwater-planner", elementClass: Planner, react, events });
