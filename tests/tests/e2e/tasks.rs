//! The grid of tasks: typing, ranges from and to Excel, filters, dragging.

use serde_json::Value;
use skh_core::drafting::{self, Directory, DraftInput, Form, Paper};
use skh_core::plan::{Plan, Task, TaskId};
use skh_core::reading;
use skh_core::store::PlanFile;
use skh_tests::keyboard::Keyboard;
use skh_tests::webview::{Window, button, saying, tab};

/// Two rows as Excel for Windows puts them on the clipboard.
const EXCEL_HTML: &str = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><style>td{mso-number-format:\"\\@\"}</style></head>\
    <body><table border=0><col width=64><!--StartFragment--><tr height=40><td>q3</td><td class=xl65>Kho dữ liệu<br>\n    \
    Báo cáo</td><td align=right>1.250</td></tr><tr><td>hàng năm</td><td>Quy chế &quot;mở&quot;</td><td>hai tỷ</td></tr>\
    <!--EndFragment--></table></body></html>";
/// The same without its table: a cell of two lines is quoted.
const EXCEL_TSV: &str = "Quý IV/2025\t\"Dòng một\nDòng \"\"hai\"\"\"\t2,5 tỷ\r\n";

fn open(name: &'static str) -> (Window, Keyboard) {
    let window = Window::open(name, &["--sample"]);
    window.see("[data-testid='section-row']");
    window.click(&tab("Nhiệm vụ"));
    window.see("[data-testid='task-row']");
    let keyboard = Keyboard::of(&window);
    (window, keyboard)
}

/// Cell of a task row, counted from 0 as they are drawn.
fn cell(row: usize, field: &str) -> String {
    format!("document.querySelectorAll('[data-testid=task-row]')[{row}].querySelector('[tabulator-field={field}]')")
}

fn click(window: &Window, row: usize, field: &str) {
    window.script(&format!(
        "const cell = {}, at = cell.getBoundingClientRect();
         const event = (name) => cell.dispatchEvent(new PointerEvent(name, {{ bubbles: true, cancelable: true, button: 0,
            clientX: at.x + 8, clientY: at.y + 8 }}));
         event('pointerdown'); event('pointerup');",
        cell(row, field)
    ));
}

/// What WCAG finds; that all stands in landmarks is the window's frame to see to.
fn accessibility(window: &Window) -> Vec<String> {
    window.accessibility_faults().into_iter().filter(|fault| !fault.starts_with("region: ")).collect()
}

/// Types all at once, as an input method does; xdotool has no key for most Vietnamese letters.
fn insert(window: &Window, text: &str) {
    window.script(&format!("document.execCommand('insertText', false, {})", Value::from(text)));
}

fn says(window: &Window, row: usize, field: &str, wanted: &str) {
    let found = format!("return {}.innerText.trim()", cell(row, field));
    window.until(
        &format!("{field} of task {row} is “{}”, not “{wanted}”", window.script(&found)),
        &format!("{found} === {}", Value::from(wanted)),
    );
}

fn paste(window: &Window, html: &str, text: &str) {
    window.script(&format!(
        "const data = new DataTransfer();
         data.setData('text/html', {}); data.setData('text/plain', {});
         document.activeElement.dispatchEvent(
            new ClipboardEvent('paste', {{ clipboardData: data, bubbles: true, cancelable: true }}));",
        Value::from(html),
        Value::from(text)
    ));
}

#[test]
fn cells_are_typed_into_as_in_a_worksheet() {
    let (window, keyboard) = open("tasks-typing");
    click(&window, 0, "name");
    // As Unikey for Windows types, at full speed, the first letter over the cell included.
    let word = ["t", "a", "a", "BackSpace", "BackSpace", "acircumflex", "n", "space"];
    keyboard.press(&word.repeat(12));
    keyboard.press(&["x", "Return"]);
    says(&window, 0, "name", &format!("{}x", "tân ".repeat(12)));
    click(&window, 0, "time");
    insert(&window, "quý 4");
    keyboard.press(&["Tab"]);
    says(&window, 0, "time", "Quý IV/2026");
    insert(&window, "Một");
    keyboard.press(&["alt+Return"]);
    keyboard.strike("hai");
    keyboard.press(&["Tab"]);
    says(&window, 0, "product", "Một\nhai");
    insert(&window, "1,2 tỷ");
    keyboard.press(&["Return"]);
    says(&window, 0, "budget", "1.200");
    // What is not understood stays, and says so; Escape leaves a cell as it was.
    click(&window, 0, "time");
    insert(&window, "khi nào có vốn");
    keyboard.press(&["Return"]);
    says(&window, 0, "time", "khi nào có vốn\nChưa hiểu thời gian");
    click(&window, 0, "product");
    insert(&window, "bỏ");
    keyboard.press(&["Escape"]);
    says(&window, 0, "product", "Một\nhai");
    keyboard.press(&["F2", "End"]);
    keyboard.strike("x");
    keyboard.press(&["Return"]);
    says(&window, 0, "product", "Một\nhaix");
    window.picture("typed");
    click(&window, 0, "product");
    keyboard.press(&["shift+Right", "Delete"]);
    says(&window, 0, "product", "Chưa có sản phẩm");
    says(&window, 0, "budget", "");
    click(&window, 0, "time");
    keyboard.press(&["Delete"]);
    says(&window, 0, "time", "Chưa có thời hạn");
    assert_eq!(accessibility(&window), Vec::<String>::new());
}

#[test]
fn ranges_come_from_excel_and_go_back_to_the_clipboard() {
    let (window, keyboard) = open("tasks-pasting");
    click(&window, 0, "time");
    paste(&window, EXCEL_HTML, "");
    if window.count("[aria-label='Dán nhiều dòng']") > 0 {
        window.click(&button("Dán tiếp sang nhóm sau"));
    }
    says(&window, 0, "time", "Quý III/2026");
    says(&window, 0, "product", "Kho dữ liệu\nBáo cáo");
    says(&window, 0, "budget", "1.250");
    says(&window, 1, "time", "Hằng năm");
    says(&window, 1, "product", "Quy chế \"mở\"");
    says(&window, 1, "budget", "hai tỷ\nGhi số tiền, ví dụ 1.250 triệu hoặc 1,2 tỷ");
    window.picture("pasted");
    click(&window, 0, "time");
    paste(&window, "", EXCEL_TSV);
    says(&window, 0, "product", "Dòng một\nDòng \"hai\"");
    says(&window, 0, "budget", "2.500");
    window.script("document.addEventListener('copy', (event) => { window.copied = event.clipboardData.getData('text/plain'); })");
    keyboard.press(&["shift+Right", "shift+Right", "ctrl+c"]);
    window.until(
        "the range is not copied as Excel wants it",
        "return window.copied === 'Quý IV/2025\\t\"Dòng một\\nDòng \"\"hai\"\"\"\\t2500'",
    );
    keyboard.press(&["Down", "ctrl+v"]);
    let next = window.script("return document.querySelector('[data-testid=cell-line]').innerText");
    assert!(next.as_str().is_some_and(|line| !line.is_empty()), "a cell is active");
    click(&window, 0, "time");
    keyboard.press(&["shift+Down", "ctrl+d"]);
    let same = format!("return {}.innerText === {}.innerText", cell(0, "time"), cell(1, "time"));
    window.until("Ctrl+D does not fill down", &same);
}

#[test]
fn tasks_are_filtered_searched_without_accents_and_kept_when_one_comes_back() {
    let (window, keyboard) = open("tasks-filters");
    let all = window.count("[data-testid='task-row']");
    window.click("[role='searchbox']");
    keyboard.strike("du lieu so");
    window.see("[data-testid='task-row'] mark");
    window.until("the search is not typed", "return document.querySelector('[role=searchbox]').value === 'du lieu so'");
    let figures = "[data-testid='figures']";
    let found = window.text(figures);
    assert!(found.contains("theo bộ lọc") && !found.contains(&format!(" {all}/")), "{found} of {all}");
    window.picture("searched");
    window.click(&tab("Căn cứ"));
    window.click(&tab("Nhiệm vụ"));
    window.see("[data-testid='task-row'] mark");
    assert_eq!(window.text(figures), found, "the search stays");
    window.click("[aria-label='Bỏ tìm']");
    window.click("//*[@role='radio'][starts-with(normalize-space(.), 'Phối hợp')]");
    window.see_no_more("[data-testid='task-row'] mark");
    window.see(&saying("lọc theo đơn vị phối hợp"));
    window.click("//*[@role='radio'][starts-with(normalize-space(.), 'Tất cả')]");
    window.see("[data-kind='list']");
    window.picture("all");
    assert_eq!(accessibility(&window), Vec::<String>::new());
}

#[test]
fn groups_are_folded_and_dragged_and_tasks_are_added_and_removed() {
    let (window, keyboard) = open("tasks-groups");
    let titles = "return [...document.querySelectorAll('[data-testid=group-row] [tabulator-field=name] b')].map((b) => b.innerText).join('|')";
    let before = window.script(titles).as_str().unwrap_or_default().to_owned();
    let groups: Vec<&str> = before.split('|').collect();
    assert!(groups.len() > 1, "{before}");
    // The second group goes before the first.
    window.script(
        "const rows = document.querySelectorAll('[data-testid=group-row]');
         const of = (row) => row.querySelector('[tabulator-field=name]');
         const event = (target, name, at, dy) => target.dispatchEvent(new PointerEvent(name, { bubbles: true, cancelable: true,
            button: 0, clientX: at.x + 20, clientY: at.y + dy }));
         const [first, second] = [rows[0], rows[1]].map((row) => row.getBoundingClientRect());
         event(of(rows[1]), 'pointerdown', second, 10);
         event(window, 'pointermove', { x: second.x + 80, y: (first.y + second.y) / 2 }, 5);
         event(window, 'pointermove', { x: first.x + 80, y: first.y }, 4);
         event(window, 'pointerup', { x: first.x + 80, y: first.y }, 4);",
    );
    let mut wanted = groups.clone();
    wanted.swap(0, 1);
    window.until("the group does not move", &format!("{titles}.startsWith({})", Value::from(wanted[..2].join("|"))));
    window.picture("dragged");
    let tasks = window.count("[data-testid='task-row']");
    window.script("document.querySelector('[data-testid=group-row] .fold').scrollIntoView()");
    click(&window, 0, "name");
    keyboard.press(&["alt+shift+Left"]);
    window.see("[data-testid='group-row'][aria-expanded='false']");
    assert!(window.count("[data-testid='task-row']") < tasks);
    keyboard.press(&["Return"]);
    window.see_no_more("[data-testid='group-row'][aria-expanded='false']");

    window.click("#add-task");
    window.until("the new task is not typed into", "return document.querySelector('.editing') !== null");
    insert(&window, "Nhiệm vụ thêm bằng bàn phím");
    keyboard.press(&["Return"]);
    window.see(&saying("Nhiệm vụ thêm bằng bàn phím"));
    let row = window.script(
        "return [...document.querySelectorAll('[data-testid=task-row]')].findIndex((row) => row.innerText.includes('bằng bàn phím'))",
    );
    click(&window, usize::try_from(row.as_u64().unwrap()).unwrap(), "name");
    keyboard.press(&["ctrl+minus"]);
    window.see_no_more(&saying("Nhiệm vụ thêm bằng bàn phím"));
}

/// The sample's plan with so many tasks, of one line to five.
fn plan_of(tasks: u32) -> Plan {
    let sample = drafting::sample();
    let read = |name: &str, bytes: &[u8]| Paper::new(reading::read(bytes, name).unwrap(), name, bytes);
    let directory = Directory::builtin();
    let mut plan = drafting::draft(DraftInput {
        form: &Form::builtin("khung-cds").unwrap(),
        directory: &directory,
        unit: directory.find(sample.unit).unwrap(),
        year: sample.year,
        framework: Some(&read(sample.letter_name, sample.letter)),
        ministry: &[read(sample.plan_name, sample.plan)],
        previous: None,
        profile: None,
    });
    let drafted = plan.tasks.clone();
    plan.tasks = (1..=tasks)
        .zip(drafted.iter().cycle())
        .map(|(id, task)| {
            let product = vec!["Báo cáo kết quả"; id as usize % 5 + 1].join("\n");
            Task { id: TaskId(id), name: format!("{} {id}", task.name), product, ..task.clone() }
        })
        .collect();
    plan.order_tasks();
    plan
}

/// Prints how long things take; asserts only what they do.
#[test]
fn five_thousand_tasks_are_shown_scrolled_and_edited() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("nhieu-nhiem-vu.kehoach");
    drop(PlanFile::create(&path, &plan_of(5_000)).unwrap());
    let window = Window::open("tasks-5000", &[]);
    window.answer_dialog(&path);
    window.click(&button("Mở tệp kế hoạch"));
    window.see("[data-testid='section-row']");
    window.script(
        "const start = performance.now();
         document.getElementById('tab-tasks').click();
         const look = () => document.querySelector('[data-testid=task-row] [tabulator-field=name]')
            ? requestAnimationFrame(() => { window.first = performance.now() - start; }) : requestAnimationFrame(look);
         look();",
    );
    window.until("the grid does not show", "return window.first !== undefined");
    window.script("document.querySelectorAll('[role=radiogroup] [role=radio]')[4].click()");
    window.see(&saying("Đang hiện 5.000/5.000 nhiệm vụ"));
    window.script(
        "const holder = document.querySelector('.tabulator-tableholder'), idle = [], times = [];
         let last = performance.now();
         const next = () => {
            const now = performance.now();
            (idle.length < 20 ? idle : times).push(now - last);
            last = now;
            if (idle.length >= 20) holder.scrollTop += 150;
            if (times.length < 90) return requestAnimationFrame(next);
            const of = (all, share) => Math.round(all.sort((a, b) => a - b)[Math.floor(all.length * share)]);
            window.drawn = [of(idle, 0.5), of(times, 0.5), of(times, 0.95), holder.scrollTop];
         };
         requestAnimationFrame(next);",
    );
    window.until("it does not scroll", "return window.drawn !== undefined");
    let keyboard = Keyboard::of(&window);
    window.script("document.querySelector('.tabulator-tableholder').scrollTop = 0");
    window.until("the first rows do not come back", "return document.querySelector('.tabulator-row').dataset.kind === 'list'");
    click(&window, 0, "product");
    window.script(
        "window.keys = [];
         document.addEventListener('keydown', () => {
            const start = performance.now();
            requestAnimationFrame(() => setTimeout(() => window.keys.push(Math.round(performance.now() - start))));
         }, true);",
    );
    keyboard.strike("Kho du lieu chung cua Bo");
    keyboard.press(&["Return"]);
    says(&window, 0, "product", "Kho du lieu chung cua Bo");
    let [first, frames, keys] = ["first", "drawn", "keys"].map(|name| window.script(&format!("return window.{name}")));
    println!("5.000 tasks: first shown {first} ms; frames idle, median, 95 %, way: {frames} ms, px; keys to paint: {keys} ms");
    assert!(frames[3].as_f64().is_some_and(|way| way > 10_000.0), "{frames}");
    keyboard.press(&["ctrl+End"]);
    window.until(
        "Ctrl+End does not lead to the last task",
        "const rows = document.querySelectorAll('[data-testid=task-row]');
         return rows[rows.length - 1].querySelector('.active') !== null",
    );
    window.picture("end");
}

#[test]
fn what_covers_a_priority_task_is_accepted_refused_and_linked_by_hand() {
    let (window, _keyboard) = open("coverage");
    window.click(&tab("Đối chiếu"));
    window.see("[data-testid='suggestion']");
    let (covered, proposed) = ("[data-testid='covered']", "[data-testid='suggestion']");
    let before = (window.count(covered), window.count(proposed));
    window.picture("proposed");
    window.click("//*[@data-testid='suggestion']//button[normalize-space(.)='Nhận']");
    window.until(
        "what is accepted is not linked",
        &format!("return document.querySelectorAll(\"{covered}\").length === {}", before.0 + 1),
    );
    let left = window.count(proposed);
    window.click("//*[@data-testid='suggestion']//button[normalize-space(.)='Bỏ qua']");
    window.until(
        "what is refused is proposed still",
        &format!("return document.querySelectorAll(\"{proposed}\").length === {}", left - 1),
    );
    window.click(&button("Thêm liên kết"));
    window.click(".cover-box li button");
    window.until(
        "what is chosen is not linked",
        &format!("return document.querySelectorAll(\"{covered}\").length === {}", before.0 + 2),
    );
    assert_eq!(accessibility(&window), Vec::<String>::new());
    window.click("[data-testid='covered'] .link[title*='Nhiệm vụ']");
    window.see("[data-testid='cell-line']");
}
