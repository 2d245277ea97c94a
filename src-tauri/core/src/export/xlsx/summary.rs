//! The sheets by unit and by quarter: how many tasks, new and continued, and what they cost.
//!
//! Every number is a formula over the first sheet's named columns, so that both follow what is changed there, whatever is
//! sorted or filtered. What is typed there anew and belongs to no row yet is counted in a row of its own above the sum.
//! A task's row is told from a title's by the number in its first column.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Format, Formula, RowNum, Worksheet, XlsxError, column_number_to_name};

use super::annex::Annex;
use super::look::{self, cell_format, date_format, subtotal, title_format, total};
use super::{across, column_number, lines_height, page, pixels, title_height};
use crate::document::times::{self, Look};
use crate::document::{CellAlign, Orientation, Pt, StyleName, StyleSheet};
use crate::plan::{Money, Plan, Task, TaskKind};
use crate::text::{Due, due, roman};

/// Rows of titles; the header stands below.
const HEADER_ROW: RowNum = 2;
const SIZE: Pt = Pt(12.0);
/// Rows that are tasks, in formulas.
const TASKS: &str = "ISNUMBER(SoThuTu)";

/// A number told of tasks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Measure {
    Count,
    New,
    Continued,
    Budget,
}

impl Measure {
    fn title(self) -> &'static str {
        match self {
            Self::Count => "Số lượng",
            Self::New => "Mới",
            Self::Continued => "Chuyển tiếp",
            Self::Budget => "Kinh phí (đồng)",
        }
    }

    fn of(self, tasks: &[&Task]) -> u64 {
        let kind = |kind: TaskKind| tasks.iter().filter(|task| task.kind == Some(kind)).count();
        let count = match self {
            Self::Count => tasks.len(),
            Self::New => kind(TaskKind::New),
            Self::Continued => kind(TaskKind::Continued),
            Self::Budget => return tasks.iter().filter_map(|task| task.budget).sum::<Money>().0,
        };
        u64::try_from(count).unwrap_or(u64::MAX)
    }

    /// Over the tasks for which `condition` holds: a product of arrays of 0 and 1.
    fn formula(self, condition: &str) -> String {
        match self {
            Self::Count => format!("SUMPRODUCT({condition}*1)"),
            Self::New => format!("SUMPRODUCT({condition}*(LoaiNhiemVu=\"Mới\"))"),
            Self::Continued => format!("SUMPRODUCT({condition}*(LoaiNhiemVu=\"Chuyển tiếp\"))"),
            Self::Budget => format!("SUMPRODUCT({condition}*1,KinhPhi)"),
        }
    }
}

/// A heading with the tasks whose cells say the same.
struct Group<'a> {
    /// `None` where rows need no heading.
    title: Option<String>,
    rows: Vec<(String, Vec<&'a Task>)>,
}

/// A sheet that sums the annex up.
pub(super) struct Summary<'a> {
    name: &'static str,
    title: &'static str,
    /// Header of the column of what is told apart, and the name of the annex's column that holds it.
    by: (&'static str, &'static str),
    measures: Vec<Measure>,
    groups: Vec<Group<'a>>,
    tasks: Vec<&'a Task>,
}

/// The sheets of an annex whose columns allow them: its rows must be numbered.
pub(super) fn summaries<'a>(plan: &'a Plan, annex: &Annex) -> Vec<Summary<'a>> {
    let has = |field: &str| annex.column(field).is_some();
    if plan.tasks.is_empty() || !has("no") {
        return Vec::new();
    }
    let measures = [(Measure::Count, "no"), (Measure::New, "kind"), (Measure::Continued, "kind"), (Measure::Budget, "budget")];
    let measures: Vec<Measure> = measures.into_iter().filter(|(_, field)| has(field)).map(|(measure, _)| measure).collect();
    let lists = plan.annex_lists().into_iter().flat_map(|(_, list)| plan.annex_list(list));
    let tasks: Vec<&Task> = lists.flat_map(|group| group.tasks).map(|(_, task)| task).collect();
    let summary = |name, title, by, groups| Summary { name, title, by, measures: measures.clone(), groups, tasks: tasks.clone() };
    let mut out = Vec::new();
    if has("lead") {
        let rows = alike(&tasks, |task| &task.lead);
        let by = ("Đơn vị chủ trì", "DonViChuTri");
        out.push(summary("Theo đơn vị", "Tổng hợp nhiệm vụ theo đơn vị chủ trì", by, vec![Group { title: None, rows }]));
    }
    if has("time") {
        let groups = quarters(plan.year, alike(&tasks, |task| &task.time));
        out.push(summary("Theo quý", "Tổng hợp nhiệm vụ theo quý", ("Thời gian thực hiện", "ThoiGian"), groups));
    }
    out
}

/// Tasks by what a cell says, in the order in which it first says so.
fn alike<'a>(tasks: &[&'a Task], cell: fn(&Task) -> &str) -> Vec<(String, Vec<&'a Task>)> {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut out: Vec<(String, Vec<&Task>)> = Vec::new();
    for task in tasks {
        let at = *places.entry(cell(task)).or_insert_with(|| {
            out.push((cell(task).to_owned(), Vec::new()));
            out.len() - 1
        });
        if let Some((_, tasks)) = out.get_mut(at) {
            tasks.push(task);
        }
    }
    out
}

/// The year's four quarters, then the year as a whole, other years, and what names no time.
fn quarters(year: i32, rows: Vec<(String, Vec<&Task>)>) -> Vec<Group<'_>> {
    let mut groups: BTreeMap<(u8, i32, u32), Group<'_>> = BTreeMap::new();
    let quarter = |year: i32, quarter: u32| format!("Quý {}/{year}", roman(quarter));
    for number in 1..=4 {
        groups.insert((0, year, number), Group { title: Some(quarter(year, number)), rows: Vec::new() });
    }
    for row in rows {
        let (key, title) = match due(&row.0) {
            Some(Due::Quarter(of, number)) => {
                let of = of.unwrap_or(year);
                ((if of == year { 0 } else { 2 }, of, number), quarter(of, number))
            }
            Some(Due::Year(of)) if of.is_none_or(|of| of == year) => ((1, year, 5), "Cả năm, thường xuyên".to_owned()),
            Some(Due::Year(of)) => {
                let of = of.unwrap_or(year);
                ((2, of, 5), format!("Năm {of}"))
            }
            None => ((3, 0, 0), "Chưa xác định quý".to_owned()),
        };
        groups.entry(key).or_insert_with(|| Group { title: Some(title), rows: Vec::new() }).rows.push(row);
    }
    groups.into_values().collect()
}

impl Summary<'_> {
    pub(super) fn write(&self, plan: &Plan, styles: &StyleSheet, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(self.name)?;
        let width = styles.text_width_of(Orientation::Portrait);
        let widths = self.widths(width);
        for (at, width) in (0..).zip(&widths) {
            sheet.set_column_width_pixels(at, pixels(*width))?;
        }
        let last_column = column_number(widths.len() - 1);
        self.titles(plan, styles, width, sheet)?;
        sheet.set_row_height(HEADER_ROW, (lines_height(2, SIZE) + Pt(6.0)).0)?;
        let titles = ["STT", self.by.0].into_iter().chain(self.measures.iter().map(|measure| measure.title()));
        for (at, title) in (0..).zip(titles) {
            sheet.write_string_with_format(HEADER_ROW, at, title, &look::header(SIZE))?;
        }
        let label_room = widths[1] - Pt(4.0);
        let mut at = HEADER_ROW + 1;
        for (place, group) in (1..).zip(&self.groups) {
            at = self.group(sheet, at, &roman(place), group, label_room)?;
        }
        at = self.others(sheet, at)?;
        self.total(sheet, at)?;
        page::set_up(sheet, styles, Orientation::Portrait, HEADER_ROW, (at, last_column))
    }

    /// Number, what is told apart, and each measure; what is told apart takes the room that the others leave.
    fn widths(&self, width: Pt) -> Vec<Pt> {
        let of = |measure: &Measure| match measure {
            Measure::Budget => times::width(&Money(999_999_999_999).to_string(), SIZE, true) + Pt(10.0),
            measure => times::width(measure.title(), SIZE, true).min(Pt(50.0)) + Pt(10.0),
        };
        let measures: Vec<Pt> = self.measures.iter().map(of).collect();
        let number = Pt(34.0);
        let rest = width - number - measures.iter().copied().sum();
        [number, rest].into_iter().chain(measures).collect()
    }

    fn titles(&self, plan: &Plan, styles: &StyleSheet, width: Pt, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let about = format!("({})", plan.named());
        for (at, text, name) in [(0, self.title.to_uppercase(), StyleName::AnnexTitle), (1, about, StyleName::AnnexIssuedWith)] {
            let style = styles.style(name);
            across(sheet, at, 0, column_number(self.measures.len() + 1), &text, &title_format(style))?;
            sheet.set_row_height(at, (title_height(&text, style, width) + Pt(4.0)).0)?;
        }
        Ok(())
    }

    /// A heading with sums, if there is one, and its rows; gives the row below.
    fn group(&self, sheet: &mut Worksheet, at: RowNum, label: &str, group: &Group<'_>, room: Pt) -> Result<RowNum, XlsxError> {
        let mut at = at;
        if let Some(title) = &group.title {
            let tasks: Vec<&Task> = group.rows.iter().flat_map(|(_, tasks)| tasks).copied().collect();
            let rows = RowNum::try_from(group.rows.len()).unwrap_or(RowNum::MAX);
            sheet.write_string_with_format(at, 0, label, &cell_format(SIZE, true, CellAlign::Centre, label))?;
            sheet.write_string_with_format(at, 1, title, &cell_format(SIZE, true, CellAlign::Left, title))?;
            for (column, measure) in (2..).zip(&self.measures) {
                if rows == 0 {
                    sheet.write_blank(at, column, &subtotal(SIZE))?;
                    continue;
                }
                let formula = sum(column, at + 1, at + rows).set_result(measure.of(&tasks).to_string());
                sheet.write_formula_with_format(at, column, formula, &subtotal(SIZE))?;
            }
            sheet.set_row_height(at, (lines_height(1, SIZE) + Pt(2.0)).0)?;
            at += 1;
        }
        for (number, (value, tasks)) in (1..).zip(&group.rows) {
            let format = cell_format(SIZE, false, CellAlign::Left, value);
            sheet.write_number_with_format(at, 0, number, &cell_format(SIZE, false, CellAlign::Centre, ""))?;
            let condition = if value.is_empty() {
                sheet.write_string_with_format(at, 1, "(chưa ghi)", &format)?;
                format!("{TASKS}*({}=\"\")", self.by.1)
            } else {
                self.value(sheet, at, value, &format)?;
                format!("{TASKS}*EXACT({},$B{})", self.by.1, at + 1)
            };
            for (column, measure) in (2..).zip(&self.measures) {
                let formula = Formula::new(format!("={}", measure.formula(&condition))).set_result(measure.of(tasks).to_string());
                sheet.write_formula_with_format(at, column, formula, &subtotal(SIZE).unset_bold())?;
            }
            let lines = times::lines(value, SIZE, Look::default(), Pt(0.0), room).len();
            sheet.set_row_height(at, (lines_height(lines, SIZE) + Pt(2.0)).min(super::TALLEST).0)?;
            at += 1;
        }
        Ok(at)
    }

    /// What is compared is kept as the annex keeps it: a date as a date.
    fn value(&self, sheet: &mut Worksheet, at: RowNum, value: &str, format: &Format) -> Result<(), XlsxError> {
        match look::date(value).filter(|_| self.by.1 == "ThoiGian") {
            Some((date, code)) => {
                sheet.write_datetime_with_format(at, 1, &date, &date_format(format, &code))?;
            }
            None => {
                sheet.write_string_with_format(at, 1, value, format)?;
            }
        }
        Ok(())
    }

    /// What the annex says that no row above does: nothing, until something else is typed there.
    fn others(&self, sheet: &mut Worksheet, at: RowNum) -> Result<RowNum, XlsxError> {
        let format = cell_format(SIZE, false, CellAlign::Left, "").set_italic();
        sheet.write_blank(at, 0, &format)?;
        sheet.write_string_with_format(at, 1, "Giá trị khác, mới nhập ở Phụ lục", &format)?;
        for (column, measure) in (2..).zip(&self.measures) {
            let letter = column_number_to_name(column);
            let above = format!("SUBTOTAL(9,{letter}{}:{letter}{at})", HEADER_ROW + 2);
            let formula = Formula::new(format!("={}-{above}", measure.formula(TASKS))).set_result("0");
            sheet.write_formula_with_format(at, column, formula, &subtotal(SIZE).unset_bold())?;
        }
        sheet.set_row_height(at, (lines_height(1, SIZE) + Pt(2.0)).0)?;
        Ok(at + 1)
    }

    fn total(&self, sheet: &mut Worksheet, at: RowNum) -> Result<(), XlsxError> {
        across(sheet, at, 0, 1, "TỔNG CỘNG", &cell_format(SIZE, true, CellAlign::Centre, ""))?;
        for (column, measure) in (2..).zip(&self.measures) {
            let formula = sum(column, HEADER_ROW + 1, at - 1).set_result(measure.of(&self.tasks).to_string());
            sheet.write_formula_with_format(at, column, formula, &total(SIZE))?;
        }
        sheet.set_row_height(at, (lines_height(1, SIZE) + Pt(4.0)).0)?;
        Ok(())
    }
}

/// The sum of rows from `first` to `last`, counted from 0, without the sums among them.
fn sum(column: u16, first: RowNum, last: RowNum) -> Formula {
    let letter = column_number_to_name(column);
    Formula::new(format!("=SUBTOTAL(9,{letter}{}:{letter}{})", first + 1, last + 1))
}
