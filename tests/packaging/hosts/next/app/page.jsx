// A server component: importing the facade here is safe, and it runs while the page is rendered.
import { init, readJob } from "headwater";
import Widgets from "./widgets";

export default async function Page() {
  await init();
  const { outcome } = readJob({ statement: "Transportation says it isn’t theirs to fix." });
  return <main><p id="server">{outcome}</p><Widgets /></main>;
}
