"""The same plan by skh and by its peers, as whole processes in one run: run.py SKH [TURNS]

Prints the median time and the largest memory of each, and the ratios; asserts nothing. Plans: the sample as it is drafted,
then with 1,000 and 10,000 tasks, which are added as a planner would, through `skh tasks import`. The peers get what
`skh show --json` says; what each lacks stands at the top of its script. LibreOffice turns skh's own DOCX into PDF.
"""
import json, os, shutil, statistics, subprocess, sys, tempfile, time

SKH = os.path.abspath(sys.argv[1])
TURNS = int(sys.argv[2]) if len(sys.argv) > 2 else 9
HERE = os.path.dirname(os.path.abspath(__file__))


def once(command):
    """Seconds, seconds of the processor, and peak memory in MiB, of which some 10 may be this script's own: a child begins
    as its parent."""
    began = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    took = time.perf_counter() - began
    if status:
        sys.exit(f"{command}: {said.decode(errors='replace')}")
    return took, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def of_tasks(folder, sample, count):
    """The sample with as many more tasks as make `count`."""
    plan = os.path.join(folder, f"{count}.kehoach")
    shutil.copy(sample, plan)
    once([SKH, "export", plan, "--xlsx", "--out", folder])
    annex = os.path.join(folder, next(name for name in os.listdir(folder) if name.endswith(".xlsx")))
    there = len(json.loads(subprocess.run([SKH, "show", plan, "--json"], capture_output=True, check=True).stdout)["tasks"])
    more = os.path.join(folder, "more.xlsx")
    once([sys.executable, os.path.join(HERE, "more_tasks.py"), annex, str(count - there), more])
    once([SKH, "tasks", "import", plan, more])
    return plan


def commands(folder, plan):
    """Format → (name, command) of each program; ours first."""
    shown = subprocess.run([SKH, "show", plan, "--json"], capture_output=True, check=True).stdout
    data = os.path.join(folder, "plan.json")
    open(data, "wb").write(shown)
    shown = json.loads(shown)
    out = lambda name: os.path.join(folder, name)
    ours = lambda format: ("skh", [SKH, "export", plan, f"--{format}", "--out", out("ours")])
    once(ours("docx")[1])
    docx = next(os.path.join(out("ours"), name) for name in os.listdir(out("ours")) if name.endswith(".docx"))
    template = out("template.docx")
    script = lambda name: os.path.join(HERE, name)
    fields = ",".join(column["field"] for column in shown["columns"])
    once([sys.executable, script("by_docxtpl.py"), "--template", template, fields])
    office = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", out("office"), docx]
    return len(shown["tasks"]), {
        "PDF": [ours("pdf"), ("typst", [sys.executable, script("by_typst.py"), data, out("typst.pdf")]), ("LibreOffice", office)],
        "DOCX": [ours("docx"), ("docxtpl", [sys.executable, script("by_docxtpl.py"), template, data, out("tpl.docx")])],
        "XLSX": [ours("xlsx"), ("XlsxWriter", [sys.executable, script("by_xlsxwriter.py"), data, out("w.xlsx")]),
                 ("openpyxl", [sys.executable, script("by_openpyxl.py"), data, out("o.xlsx")])],
    }


def measured(programs, turns):
    """Median seconds, least processor seconds and largest memory of each, all taking turns so that what else the machine
    does falls on all."""
    seen = {name: [] for name, _ in programs}
    for name, command in programs:
        once(command)
    for _ in range(turns):
        for name, command in programs:
            seen[name].append(once(command))
    columns = {name: list(zip(*runs)) for name, runs in seen.items()}
    return {name: (statistics.median(took), min(cpu), max(memory)) for name, (took, cpu, memory) in columns.items()}


# How many times as fast as each peer the sample's export is to be, and how much more a task may cost among 10,000.
WANTED = {("PDF", "typst"): 3, ("PDF", "LibreOffice"): 15, ("DOCX", "docxtpl"): 10, ("XLSX", "XlsxWriter"): 5}
MOST_GROWTH, MOST_MEMORY = 1.2, 40


def number(value, digits=1):
    return f"{value:,.{digits}f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def verdict(met):
    return "đạt" if met else "CHƯA ĐẠT"


def main():
    with tempfile.TemporaryDirectory() as folder:
        sample = os.path.join(folder, "sample.kehoach")
        once([SKH, "new", "--sample", "--out", sample])
        print("Thời gian là trung vị, CPU là lần ít nhất; cột “gấp” cho biết chậm hơn skh bao nhiêu lần, theo thời gian và theo CPU.")
        print("| kế hoạch | tệp | chương trình | thời gian | CPU | gấp | gấp (CPU) | bộ nhớ |\n|---|---|---|---:|---:|---:|---:|---:|")
        each, said = {}, []
        for count, turns, peers in [(None, TURNS, True), (1000, max(TURNS // 3, 3), True), (10000, 3, False)]:
            place = os.path.join(folder, str(count))
            os.mkdir(place)
            plan = sample if count is None else of_tasks(place, sample, count)
            tasks, formats = commands(place, plan)
            for format, programs in formats.items():
                slow = {"LibreOffice", "docxtpl"}
                programs = [p for p in programs if peers and (count is None or p[0] not in slow) or p[0] == "skh"]
                found = measured(programs, turns)
                ours, work, most = found["skh"]
                each[format, count] = work / tasks
                for name, (seconds, cpu, memory) in found.items():
                    times = f"{number(seconds / ours)} | {number(cpu / work)}"
                    row = f"| {number(tasks, 0)} nhiệm vụ | {format} | {name} | {number(seconds * 1e3, 0)} ms | {number(cpu * 1e3, 0)} ms"
                    print(f"{row} | {times} | {number(memory, 0)} MiB |", flush=True)
                    if (format, name) in WANTED:
                        wanted = WANTED[format, name]
                        met = verdict(seconds / ours >= wanted)
                        said.append(f"{format}, {number(tasks, 0)} nhiệm vụ: nhanh gấp {number(seconds / ours)} lần {name} (cần {wanted}): {met}")
                if peers:
                    met = verdict(most < MOST_MEMORY)
                    said.append(f"{format}, {number(tasks, 0)} nhiệm vụ: bộ nhớ cao nhất {number(most, 0)} MiB (cần dưới {MOST_MEMORY}): {met}")
        print()
        for format in ["PDF", "DOCX", "XLSX"]:
            growth = each[format, 10000] / each[format, 1000]
            met = verdict(growth <= MOST_GROWTH)
            said.append(f"{format}: một nhiệm vụ trong 10.000 tốn {number(growth, 2)} lần CPU của một nhiệm vụ trong 1.000 (cần đến {number(MOST_GROWTH)}): {met}")
        print("\n".join(said))


main()
