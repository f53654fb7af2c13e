// Runs the package: Pyodide and the wheel are loaded when the first question comes.
const PYTHON = `
import datetime
import io
import shamsi
from shamsi.cli.inputs import Document
from shamsi.cli.reports.report import FileCounts, Tally, report_in
from shamsi.cli.reports.style import Style
from shamsi.text.check import examine
from shamsi.text.resolve.reading import reading_of

def check(text):
    examination = examine(reading_of(text))
    if not examination.mentions:
        refusals = [(one.text, one.reasons[0]) for one in shamsi.explain(text) if one.refusal]
        looks = "What looks like one is not" if refusals else "Nothing in the text looks like one"
        return f"No date was found. {looks}{', because:' if refusals else '.'}", "", refusals
    tally = Tally()
    tally.count(examination)
    report = report_in("html", Style())
    entries = report.entries(Document("your text", text), examination, None)
    status = str(tally).removesuffix(", 1 file")
    tally.list_file(FileCounts("your text", tally.dates, tally.codes))
    written = io.BytesIO(report.separator.join(entries).encode())
    return status, b"".join(report.assemble(written, tally)).decode(), []

def convert(text, calendar):
    if calendar == "gregorian":
        day = shamsi.Date.from_gregorian(datetime.date.fromisoformat(text))
    else:
        day = shamsi.Date.parse(text)
    solar = day.format("%-d %B %Y", lang="fa")
    return day.isoformat(), day.gregorian.isoformat(), solar
`;

let loading = null;

const load = async (runtime) => {
  const { loadPyodide } = await import(`${runtime}pyodide/pyodide.mjs`);
  const [python, wheel] = await Promise.all([
    loadPyodide({ indexURL: `${runtime}pyodide/` }),
    fetch(`${runtime}shamsi.whl`).then((answer) => {
      if (!answer.ok) throw new Error(`the wheel is not on this site (${answer.status})`);
      return answer.arrayBuffer();
    }),
  ]);
  python.unpackArchive(wheel, "wheel");
  python.runPython(PYTHON);
  return python;
};

const answers = {
  check(python, { text }) {
    const [status, page, refusals] = python.globals.get("check")(text).toJs();
    return { status, page, refusals };
  },
  convert(python, { text, from }) {
    const [iso, gregorian, solar] = python.globals.get("convert")(text, from).toJs();
    return { status: `${solar} = ${iso} = ${gregorian}`, solar, gregorian };
  },
};

// The last line of a Python error says what was wrong.
const reason = (error) => String(error.message ?? error).trim().split("\n").at(-1).replace(/^[\w.]+: /, "");

self.onmessage = async ({ data }) => {
  try {
    loading ??= load(data.runtime);
    const python = await loading;
    self.postMessage({ id: data.id, ...answers[data.verb](python, data) });
  } catch (error) {
    if (!(error.name === "PythonError")) loading = null;
    self.postMessage({ id: data.id, error: reason(error) });
  }
};
