import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { assertAccessible, assertNoSidewaysScroll } from "./axe.mjs";
import { openPortal } from "./portal.mjs";

const STORY =
  "Attendance in grade seven has been stuck for two years. I did my part, but the buses come late and transportation " +
  "says it isn’t theirs to fix. I need them and the counselors to pull the same way.";

let portal;
before(async () => (portal = await openPortal()));
after(() => portal?.close());
afterEach(() => portal.assertQuiet());

/** The page of the classifier, ready, with what it told the host in `window.told`. */
async function open(options = {}) {
  const page = await portal.page("/job/");
  if (options.width) await page.setViewportSize({ width: options.width, height: 800 });
  await page.evaluate(() => {
    globalThis.told = [];
    for (const name of ["headwater-reading", "headwater-job-chosen", "headwater-error"]) {
      document.addEventListener(name, ({ detail }) => globalThis.told.push([name, detail]));
    }
  });
  await page.getByRole("textbox", { name: "What is happening?" }).waitFor();
  return page;
}

const story = (page) => page.getByRole("textbox", { name: "What is happening?" });
const headline = (page, name) => page.locator("headwater-job-classifier .reading h2", { hasText: name });
const value = (page) => page.evaluate(() => document.querySelector("#classifier").value);
const told = (page, name) => page.evaluate((name) => globalThis.told.filter(([n]) => n === name).map(([, d]) => d), name);

test("a story is read while it is typed, and the words it rests on are marked in it and listed", async () => {
  const page = await open();
  await story(page).fill(STORY);
  await headline(page, "Coordinate").waitFor();
  const marked = (await page.locator("headwater-job-classifier mark").allTextContents()).join("");
  const quotes = await page.locator("headwater-job-classifier .found q").allTextContents();
  assert.ok(quotes.length > 0);
  for (const quote of quotes) assert.ok(STORY.includes(quote) && marked.includes(quote.slice(0, 10)), quote);
  const readings = await told(page, "headwater-reading");
  assert.equal(readings.at(-1).input.statement, STORY);
  assert.equal(readings.at(-1).reading.job, "coordinate");
  await page.close();
});

test("“Read it” brings the reading up to date and into focus at once", async () => {
  const page = await open();
  await story(page).fill(STORY);
  await page.getByRole("button", { name: "Read it" }).click();
  await headline(page, "Coordinate").waitFor();
  assert.ok(await page.evaluate(() => document.querySelector("#classifier").shadowRoot.activeElement?.matches("h2")));
  await page.close();
});

test("marks keep to their words while someone goes on typing before them", async () => {
  const page = await open();
  await story(page).fill(STORY);
  await headline(page, "Coordinate").waitFor();
  const marks = page.locator("headwater-job-classifier mark");
  const before = await marks.allTextContents();
  await story(page).evaluate((area) => area.setSelectionRange(0, 0));
  await page.keyboard.type("So: ");
  assert.deepEqual(await marks.allTextContents(), before);
  await page.close();
});

test("the field is as tall as the story, and the marks lie under the same lines", async () => {
  const page = await open({ width: 400 });
  await story(page).fill(`${STORY}\n\n${STORY}\n`);
  await headline(page, "Coordinate").waitFor();
  const sizes = await story(page).evaluate((area) => {
    const under = area.previousElementSibling;
    return [area.scrollHeight - area.clientHeight, area.clientWidth - under.clientWidth, area.scrollHeight - under.scrollHeight];
  });
  assert.ok(sizes.every((difference) => Math.abs(difference) <= 1), `${sizes}`);
  await page.close();
});

test("answers alone lead to a Job, one question at a time, and each can be taken back", async () => {
  const page = await open();
  for (let asked = 0; asked < 4; asked += 1) {
    assert.equal(await page.getByRole("group").count(), 1, "one question stands on the screen");
    await page.getByRole("radio", { name: /^(Others|One problem|Yes)/ }).check();
    const next = page.getByRole("button", { name: "Next question" });
    if ((await next.count()) === 0) break;
    await next.click();
  }
  const { job, answers } = await value(page);
  assert.equal(job, "coordinate");
  assert.equal((await told(page, "headwater-reading")).at(-1).reading.job, "coordinate");
  assert.equal(answers.reach, "others");

  const takeBack = page.getByRole("button", { name: /^Take back/ });
  if (await takeBack.count()) {
    const before = Object.keys((await value(page)).answers).length;
    await takeBack.first().click();
    assert.equal(Object.keys((await value(page)).answers).length, before - 1);
  }
  await page.close();
});

test("a story that says too little is met with the question that would settle it, and not with a guess", async () => {
  const page = await open();
  await story(page).fill("Suspensions keep climbing and we are worried.");
  await page.getByRole("button", { name: "Read it" }).click();
  const { reading, job } = await value(page);
  assert.equal(job, null);
  assert.ok(reading.abstained);
  await page.getByText(reading.abstained.message.text).waitFor();
  await page.getByRole("group", { name: reading.next.question }).waitFor();
  await page.close();
});

test("the leader overrules the reading with one act, and it is kept and told", async () => {
  const page = await open();
  await story(page).fill(STORY);
  await headline(page, "Coordinate").waitFor();
  await page.getByRole("button", { name: "Reorient", exact: true }).click();
  await page.getByText("You chose Reorient. The reading said Coordinate; yours counts.").waitFor();
  const kept = await value(page);
  assert.deepEqual([kept.job, kept.overruled], ["reorient", true]);
  const [chosen] = await told(page, "headwater-job-chosen");
  assert.deepEqual([chosen.job, chosen.overruled, chosen.reading.job], ["reorient", true, "coordinate"]);

  await page.getByLabel("Why, in a few words?").fill("Four more problems hang on this one.");
  await page.keyboard.press("Tab");
  assert.equal((await value(page)).reason, "Four more problems hang on this one.");
  await page.close();
});

test("what was held is shown again when it is set again", async () => {
  const page = await open();
  await story(page).fill(STORY);
  await headline(page, "Coordinate").waitFor();
  await page.getByRole("button", { name: "Correct", exact: true }).click();
  const kept = await value(page);
  const other = await open();
  await other.evaluate((kept) => (document.querySelector("#classifier").value = kept), kept);
  await other.getByText("You chose Correct. The reading said Coordinate; yours counts.").waitFor();
  assert.deepEqual(await value(other), kept);
  await page.close();
  await other.close();
});

test("a text over the limit is refused at its field, and not a letter of it is lost", async () => {
  const page = await open();
  const long = "a ".repeat(10_100);
  await story(page).fill(long);
  await page.getByRole("button", { name: "Read it" }).click();
  const area = story(page);
  assert.equal(await area.getAttribute("aria-invalid"), "true");
  const described = await area.evaluate((node) => {
    const root = node.getRootNode();
    return node.getAttribute("aria-describedby").split(" ").map((id) => root.getElementById(id)?.textContent ?? "").join(" ");
  });
  assert.match(described, /limit/);
  assert.equal(await area.inputValue(), long);
  assert.equal((await told(page, "headwater-error")).at(-1).code, "input/text-too-long");

  await area.fill(STORY);
  await headline(page, "Coordinate").waitFor();
  assert.equal(await area.getAttribute("aria-invalid"), "false");
  await page.close();
});

test("a book that is pasted is refused before it is in the box, and the story stays as it was", async () => {
  const page = await open();
  await story(page).fill(STORY);
  await story(page).focus();
  await page.keyboard.insertText("a ".repeat(500_000));
  await page.getByRole("alert").getByText("That is 1,000,000 characters; the story takes 20,000.").waitFor();
  assert.equal(await story(page).inputValue(), STORY);
  assert.equal((await told(page, "headwater-error")).at(-1).code, "input/text-too-long");
  await page.close();
});

test("hostile text stays text", async () => {
  const page = await open();
  const hostile = [
    `<img src=x onerror="globalThis.broken=1"> transportation says it isn’t theirs to fix`,
    `</textarea><script>globalThis.broken=1</script> I need everyone to pull the same way`,
    `\${alert(1)} {{constructor}} \u202Esdrawkcab\u202C \u0000 &lt;b&gt; 👩‍👩‍👧 transportation says it isn’t theirs to fix`,
  ];
  for (const text of hostile) {
    await story(page).fill(text);
    await page.getByRole("button", { name: "Read it" }).click();
    const found = await page.evaluate(() => {
      const root = document.querySelector("#classifier").shadowRoot;
      return [root.querySelectorAll("img, script, b, [onerror]").length, globalThis.broken ?? 0];
    });
    assert.deepEqual(found, [0, 0], text);
  }
  await page.close();
});

test("to be read only: no fields, and each mark says aloud what it speaks for", async () => {
  const page = await open();
  await page.evaluate((statement) => {
    const element = document.querySelector("#classifier");
    element.value = { statement };
    element.readonly = true;
  }, STORY);
  await headline(page, "Coordinate").waitFor();
  const controls = page.locator("headwater-job-classifier").locator("textarea, input, button, select");
  assert.equal(await controls.count(), 0);
  assert.match(await page.locator("headwater-job-classifier blockquote").textContent(), /\(speaks for: /);
  await assertAccessible(page);
  await page.close();
});

for (const theme of ["light", "dark"]) {
  test(`axe finds nothing, empty, read and overruled, in ${theme}`, async () => {
    const page = await open();
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await assertAccessible(page);
    await story(page).fill(STORY);
    await headline(page, "Coordinate").waitFor();
    await assertAccessible(page);
    await story(page).fill("Suspensions keep climbing and we are worried.");
    await page.getByRole("radio").first().check();
    await assertAccessible(page);
    await page.getByRole("button", { name: "Reorient", exact: true }).click();
    await assertAccessible(page);
    await page.close();
  });
}

test("nothing lies over anything else, at any width", async () => {
  const page = await open();
  await story(page).fill(STORY);
  await headline(page, "Coordinate").waitFor();
  for (const width of [1400, 1000, 760, 360]) {
    await page.setViewportSize({ width, height: 800 });
    const overlaps = await page.evaluate(() => {
      const parts = [...document.querySelector("#classifier").shadowRoot.querySelectorAll(".page > section")];
      const boxes = parts.map((part) => [part.className, part.getBoundingClientRect()]);
      return boxes.flatMap(([name, a], i) =>
        boxes.slice(i + 1).filter(([, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).map(([other]) => `${name} and ${other}`),
      );
    });
    assert.deepEqual(overlaps, [], `${width} px`);
  }
  await page.close();
});

test("it fits a window of 320 px, and a page that reads from right to left", async () => {
  const page = await open({ width: 320 });
  await story(page).fill(STORY.repeat(3));
  await headline(page, "Coordinate").waitFor();
  await assertNoSidewaysScroll(page);
  await page.evaluate(() => (document.documentElement.dir = "rtl"));
  await assertNoSidewaysScroll(page);
  await page.close();
});
