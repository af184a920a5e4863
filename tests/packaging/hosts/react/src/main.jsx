import * as headwater from "headwater";
import { HeadwaterJobClassifier, HeadwaterPlanner } from "headwater/react";
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import { run } from "../page.js";

function App() {
  const [read, setRead] = useState("nothing");
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

createRoot(document.querySelector("#app")).render(<StrictMode><App /></StrictMode>);
run(headwater);
