// How long the main thread of the page was at work for each frame, by Chromium's own trace. It counts processor time, and so
// knows nothing of other programs on the machine.

/** Does `action`; returns what it returned, with the ms of work of each frame drawn meanwhile and of the longest task. */
export async function traced(browser, action) {
  const chrome = await browser.newBrowserCDPSession();
  const events = [];
  chrome.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  const complete = new Promise((done) => chrome.once("Tracing.tracingComplete", done));
  await chrome.send("Tracing.start", {
    traceConfig: { includedCategories: ["devtools.timeline", "disabled-by-default-devtools.timeline"] },
    transferMode: "ReportEvents",
  });
  const result = await action();
  await chrome.send("Tracing.end");
  await complete;
  await chrome.detach();
  return { result, ...workOfFrames(events) };
}

/** The work of a frame is that of all tasks since the one that drew the frame before, up to the one that draws this. */
function workOfFrames(events) {
  const drawn = events.filter(({ name }) => name === "FireAnimationFrame").sort((a, b) => a.ts - b.ts);
  const onMain = ({ name, ph, pid, tid }) =>
    name === "RunTask" && ph === "X" && pid === drawn[0]?.pid && tid === drawn[0]?.tid;
  const tasks = events.filter(onMain).sort((a, b) => a.ts - b.ts);
  const frames = [];
  let sum = 0;
  let next = 0;
  for (const { ts, dur, tdur } of tasks) {
    sum += tdur / 1000;
    const before = next;
    while (drawn[next]?.ts < ts + dur) next++;
    if (next === before) continue;
    frames.push(sum);
    sum = 0;
  }
  // The first may have begun before the trace.
  return { work: frames.slice(1), longest: Math.max(...tasks.map(({ tdur }) => tdur / 1000)) };
}
