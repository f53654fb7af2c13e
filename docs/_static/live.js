// The live page: hands what is typed to the worker that runs the package, and shows what comes back.
const form = document.getElementById("live-check");
if (form) {
  const text = document.getElementById("live-text");
  const status = document.getElementById("live-status");
  const report = document.getElementById("live-report");
  const convert = document.getElementById("live-convert");
  const solar = document.getElementById("live-solar");
  const gregorian = document.getElementById("live-gregorian");
  const told = document.getElementById("live-convert-status");
  const runtime = new URL(form.dataset.runtime, document.baseURI).href;
  const waiting = new Map();
  let worker = null;
  let asked = 0;
  let edited = solar;
  let address = "";

  const start = () => {
    worker = new Worker(new URL("live-worker.js", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }) => {
      const answer = waiting.get(data.id);
      waiting.delete(data.id);
      if (answer) answer(data);
    };
    worker.onerror = () => {
      for (const answer of waiting.values()) answer({ error: "the package could not be loaded; is this a full build of the site?" });
      waiting.clear();
      worker = null;
    };
  };

  // The answer of the worker, which is started, and loads the package, when it is first asked.
  const ask = (question) =>
    new Promise((resolve) => {
      if (!worker) start();
      asked += 1;
      waiting.set(asked, resolve);
      worker.postMessage({ id: asked, runtime, ...question });
    });

  // The theme that the site's switch has set, "auto" being the reader's own.
  const clothe = (frame) => {
    frame.contentDocument.documentElement.dataset.theme = document.body.dataset.theme ?? "auto";
  };
  // As high as its page, not the window that was; borders are not in what a page measures.
  const fit = (frame) => {
    const borders = frame.offsetHeight - frame.clientHeight;
    const { height } = frame.contentDocument.body.getBoundingClientRect();
    frame.style.height = `${Math.ceil(height) + borders}px`;
  };

  // What the package wrote is a whole page that runs nothing; the frame forbids it to, too. It gets
  // an address, since the links of a page in `srcdoc` lead to the page around it.
  const show = (page) => {
    URL.revokeObjectURL(address);
    address = URL.createObjectURL(new Blob([page], { type: "text/html;charset=utf-8" }));
    const frame = document.createElement("iframe");
    frame.title = "The text with its dates marked, and what cannot be right";
    frame.setAttribute("sandbox", "allow-same-origin");
    frame.src = address;
    frame.addEventListener("load", () => {
      clothe(frame);
      fit(frame);
      new ResizeObserver(() => fit(frame)).observe(frame.contentDocument.body);
    });
    report.replaceChildren(frame);
  };
  const themes = new MutationObserver(() => report.querySelectorAll("iframe").forEach(clothe));
  themes.observe(document.body, { attributeFilter: ["data-theme"] });

  // Where no date was read: what looked like one, and why it was left.
  const explain = (refusals) => {
    const rows = refusals.map(([quoted, reason]) => {
      const row = document.createElement("li");
      const text = document.createElement("bdi");
      text.textContent = quoted;
      row.append(text, `: ${reason}`);
      return row;
    });
    const list = document.createElement("ul");
    list.append(...rows);
    report.replaceChildren(...(rows.length ? [list] : []));
  };

  const run = async (button, line, wait, work) => {
    button.disabled = true;
    line.textContent = worker ? wait : "Loading Python and the package …";
    const answer = await work();
    line.textContent = answer.error ? `Not done: ${answer.error}` : answer.status;
    button.disabled = false;
    return answer;
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await run(event.submitter ?? form.querySelector("button"), status, "Checking …", () => ask({ verb: "check", text: text.value }));
    if (answer.page) show(answer.page);
    else explain(answer.refusals ?? []);
  });

  solar.addEventListener("input", () => { edited = solar; });
  gregorian.addEventListener("input", () => { edited = gregorian; });
  convert.addEventListener("submit", async (event) => {
    event.preventDefault();
    const from = edited === gregorian ? "gregorian" : "persian";
    const answer = await run(convert.querySelector("button"), told, "Converting …", () => ask({ verb: "convert", from, text: edited.value }));
    if (answer.error) {
      (edited === solar ? gregorian : solar).value = ""; // it would be the day of an earlier answer
      return;
    }
    solar.value = answer.solar;
    gregorian.value = answer.gregorian;
  });
}
