"use client";
import * as headwater from "headwater";
import { HeadwaterJobClassifier, HeadwaterPlanner } from "headwater/react";
import { useEffect, useState } from "react";
import { run } from "../page.js";

export default function Widgets() {
  const [read, setRead] = useState("nothing");
  useEffect(() => void run(headwater), []);
  return (
    <>
      <HeadwaterJobClassifier
        statement="Transportation says it isn’t theirs to fix."
        onHeadwaterReading={({ detail }) => setRead(detail.reading.outcome)}
      />
      <p id="read">{read}</p>
      <HeadwaterPlanner />
    </>
  );
}
