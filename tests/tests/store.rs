//! The plan file as a planner meets it: comes back exactly, stays whole, says what is wrong with it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use skh_core::plan::{
    AnnexColumn, Citation, Comment, CoveredBy, Decision, Finding, Holds, Indicator, Issuing, LegalBasis, Look, Money,
    PageSettings, PaperKind, Plan, PriorityTask, Profile, Provenance, ResultRow, Role, Section, SectionId, Signatory, Source,
    Span, Status, Submission, Task, TaskGroup, TaskId, TaskKind, Unit, Way,
};
use skh_core::store::{PlanFile, StoreError};

fn text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[ -~]{0,12}", "[aăâđêôơưạếỹ \n'\"%;“”]{0,12}"]
}

fn maybe_text() -> impl Strategy<Value = Option<String>> {
    option::of(text())
}

fn date() -> impl Strategy<Value = Option<NaiveDate>> {
    option::of((1900..2200_i32, 1..13_u32, 1..29_u32).prop_map(|(y, m, d)| NaiveDate::from_ymd_opt(y, m, d).unwrap()))
}

fn provenance() -> impl Strategy<Value = Option<Provenance>> {
    option::of(("[a-z]{1,9}(-[2-9])?", text()).prop_map(|(source, place)| Provenance::new(source, place)))
}

fn span() -> impl Strategy<Value = Span> {
    let look = prop::sample::select(vec![Look::Bold, Look::Italic, Look::Task, Look::Citation]);
    (any::<u32>(), any::<u32>(), any::<u32>(), look, option::of(any::<u32>()))
        .prop_map(|(paragraph, from, to, look, task)| Span { paragraph, from, to, look, task: task.map(TaskId) })
}

fn indicator() -> impl Strategy<Value = Indicator> {
    (text(), text(), text(), text()).prop_map(|(name, unit, baseline, target)| Indicator { name, unit, baseline, target })
}

fn comment() -> impl Strategy<Value = Comment> {
    let time = (0..2_000_000_000_000_i64).prop_map(|ms| chrono::DateTime::from_timestamp_millis(ms).unwrap().naive_utc());
    (text(), time, option::of(any::<u32>()), text(), any::<bool>()).prop_map(|(author, time, paragraph, text, done)| Comment {
        author,
        time,
        paragraph,
        text,
        done,
    })
}

fn section() -> impl Strategy<Value = Section> {
    let status = prop::sample::select(vec![Status::Empty, Status::Prefilled, Status::Edited, Status::Done]);
    let holds = prop::sample::select(vec![Holds::Text, Holds::LegalBases, Holds::Tasks, Holds::Results, Holds::Budget]);
    let beside = (vec(span(), 0..3), vec(provenance(), 0..3), vec(indicator(), 0..3), vec(comment(), 0..3)).boxed();
    let sources = (provenance(), provenance());
    let leaf = (text(), text(), any::<bool>(), status, holds, sources, text(), vec(text(), 0..4), beside).prop_map(
        |(label, heading, mandatory, status, holds, (source, text_source), guidance, text, beside)| Section {
            id: SectionId(0),
            label,
            heading,
            mandatory,
            status,
            holds,
            source,
            text_source,
            guidance,
            text,
            spans: beside.0,
            paragraph_sources: beside.1,
            indicators: beside.2,
            comments: beside.3,
            children: Vec::new(),
        },
    );
    leaf.prop_recursive(4, 20, 4, |below| {
        (below.clone(), vec(below, 0..4)).prop_map(|(section, children)| Section { children, ..section })
    })
}

fn task(groups: u32) -> BoxedStrategy<Task> {
    let role = prop::sample::select(vec![Role::Lead, Role::Coordinating, Role::AllUnits, Role::Own]);
    let kind = option::of(prop::sample::select(vec![TaskKind::New, TaskKind::Continued]));
    let budget = option::of((0..=i64::MAX as u64).prop_map(Money));
    let cells = (text(), text(), text(), text(), text(), text(), text(), text(), (text(), text(), text()));
    (0..groups, role, cells, kind, budget, provenance())
        .prop_map(|(group, role, cells, kind, budget, source)| {
            let (name, lead, coordinating, time, product, basis, goal, funding, (assigned_member, note, effect)) = cells;
            let id = TaskId(0);
            Task {
                id,
                group,
                role,
                name,
                lead,
                coordinating,
                time,
                product,
                basis,
                kind,
                goal,
                budget,
                funding,
                assigned_member,
                note,
                effect,
                source,
            }
        })
        .boxed()
}

fn profile() -> BoxedStrategy<Profile> {
    let signatory = (vec(text(), 0..3), text(), text());
    (text(), option::of(any::<u32>()), text(), date(), signatory, vec(text(), 0..4))
        .prop_map(|(place, number, symbol, date, (authority, home_post, name), recipients)| Profile {
            place,
            number,
            symbol,
            date,
            signatory: Signatory { authority, home_post, name },
            recipients,
        })
        .boxed()
}

fn issuing() -> BoxedStrategy<Issuing> {
    let decision = (text(), text(), text(), vec(text(), 0..3)).prop_map(|(symbol, authority, proposer, articles)| Decision {
        symbol,
        authority,
        proposer,
        articles,
    });
    let submission = (text(), vec(text(), 0..3), text(), option::of(any::<u32>()), date(), vec(text(), 0..3), profile());
    let submission = submission.prop_map(|(drafter, addressees, symbol, number, date, reasons, profile)| Submission {
        drafter,
        addressees,
        symbol,
        number,
        date,
        reasons,
        signatory: profile.signatory,
        recipients: profile.recipients,
    });
    let way = prop::sample::select(vec![Way::Own, Way::Decision]);
    (way, decision, submission, 30.0..35.0_f64)
        .prop_map(|(way, decision, submission, left)| {
            let mut page = PageSettings::default();
            page.set("margin_left", left).unwrap();
            Issuing { way, decision, submission, page }
        })
        .boxed()
}

fn result() -> impl Strategy<Value = ResultRow> {
    (text(), text(), text(), text()).prop_map(|(name, target, outcome, note)| ResultRow { name, target, outcome, note })
}

fn basis() -> impl Strategy<Value = LegalBasis> {
    (maybe_text(), maybe_text(), date(), maybe_text(), maybe_text(), provenance()).prop_map(
        |(kind, number, date, issuer, subject, source)| LegalBasis {
            citation: Citation { kind, number, date, issuer, subject },
            source,
        },
    )
}

fn source() -> impl Strategy<Value = Source> {
    let kind = prop::sample::select(vec![PaperKind::Framework, PaperKind::MinistryPlan, PaperKind::Previous]);
    (kind, maybe_text(), date(), text(), text()).prop_map(|(kind, number, date, file, sha256)| Source {
        id: String::new(),
        kind,
        number,
        date,
        file,
        sha256,
    })
}

fn finding() -> impl Strategy<Value = Finding> {
    (0..3, text(), text(), text()).prop_map(|(severity, place, message, hint)| match severity {
        0 => Finding::info(place, message, hint),
        1 => Finding::warning(place, message, hint),
        _ => Finding::error(place, message, hint),
    })
}

fn number_sections(sections: &mut [Section], next: &mut u32) {
    for section in sections {
        // Ids need not follow the order of the outline.
        section.id = SectionId(*next ^ 5);
        *next += 1;
        number_sections(&mut section.children, next);
    }
}

fn plan() -> impl Strategy<Value = Plan> {
    let head =
        (text(), any::<i32>(), text(), (text(), text(), text(), text()), (profile(), issuing(), vec(result(), 0..3))).boxed();
    let lists = (
        vec(source(), 0..3),
        vec(section(), 0..4),
        vec(basis(), 0..4),
        vec(text(), 1..4),
        vec(task(1), 0..6),
        vec((text(), text()), 0..4),
        vec((any::<u32>(), text(), vec(any::<prop::sample::Index>(), 0..3)), 0..4),
        vec(finding(), 0..3),
    )
        .boxed();
    (head, lists).prop_map(|(head, lists)| {
        let (form, year, subject, (name, abbreviation, superior, head_title), (profile, issuing, results)) = head;
        let (mut sources, mut sections, legal_bases, titles, mut tasks, columns, coverage, findings) = lists;
        number_sections(&mut sections, &mut 1);
        (1..).zip(&mut sources).for_each(|(n, source): (u32, &mut Source)| source.id = format!("paper-{n}"));
        let groups: Vec<TaskGroup> = (1..).zip(titles).map(|(id, title)| TaskGroup { id, title }).collect();
        for (n, task) in (0..).zip(&mut tasks) {
            task.id = TaskId(n ^ 3);
            task.group = groups[n as usize % groups.len()].id;
        }
        let unit = Unit { name, abbreviation, superior, head_title };
        let columns = columns.into_iter().map(|(field, title)| AnnexColumn { field, title }).collect();
        let mut plan = Plan {
            form,
            year,
            subject,
            unit,
            profile,
            issuing,
            results,
            sources,
            sections,
            legal_bases,
            groups,
            tasks,
            columns,
            coverage: Vec::new(),
            findings,
        };
        let mut covers: Vec<CoveredBy> = plan.walk().iter().map(|(_, s)| CoveredBy::Section(s.id)).collect();
        covers.extend(plan.tasks.iter().map(|t| CoveredBy::Task(t.id)));
        let covered = |chosen: Vec<prop::sample::Index>| {
            if covers.is_empty() { Vec::new() } else { chosen.iter().map(|index| *index.get(&covers)).collect() }
        };
        plan.coverage = coverage
            .into_iter()
            .map(|(no, text, chosen)| {
                let mut refused = covered(chosen);
                let covered_by = refused.split_off(refused.len() / 2);
                PriorityTask { no, text, covered_by, refused }
            })
            .collect();
        plan
    })
}

fn a_plan() -> Plan {
    let unit = Unit { name: "Trung tâm Công nghệ thông tin".into(), abbreviation: "TTCNTT".into(), ..Unit::default() };
    Plan {
        form: "khung-cds".into(),
        year: 2026,
        subject: "Chuyển đổi số năm 2026".into(),
        unit,
        profile: Profile::default(),
        issuing: Issuing::default(),
        results: Vec::new(),
        sources: Vec::new(),
        sections: Vec::new(),
        legal_bases: Vec::new(),
        groups: vec![TaskGroup { id: 1, title: "Phát triển dữ liệu số".into() }],
        tasks: Vec::new(),
        columns: Vec::new(),
        coverage: Vec::new(),
        findings: Vec::new(),
    }
}

fn listing(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// A folder with a saved plan in it.
fn saved() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kế hoạch.kehoach");
    PlanFile::create(&path, &a_plan()).unwrap();
    (folder, path)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn a_plan_comes_back_exactly(first in plan(), second in plan()) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.kehoach");
        let mut file = PlanFile::create(&path, &first).unwrap();
        prop_assert_eq!(&file.plan().unwrap(), &first);
        file.save(&second).unwrap();
        drop(file);
        prop_assert_eq!(&PlanFile::open(&path).unwrap().plan().unwrap(), &second);
        prop_assert_eq!(listing(folder.path()), ["a.kehoach"]);
    }
}

#[test]
fn the_same_plan_makes_the_same_bytes() {
    let ((_a, first), (_b, second)) = (saved(), saved());
    assert_eq!(fs::read(first).unwrap(), fs::read(second).unwrap());
}

#[test]
fn the_second_opener_reads_until_the_first_has_closed() {
    let (folder, path) = saved();
    let mut first = PlanFile::open(&path).unwrap();
    let mut second = PlanFile::open(&path).unwrap();
    assert!(!first.is_read_only() && second.is_read_only());
    let changed = Plan { year: 2027, ..a_plan() };
    assert!(matches!(second.save(&changed), Err(StoreError::ReadOnly(p)) if p == path));
    assert!(matches!(PlanFile::replace(&path, &changed), Err(StoreError::ReadOnly(_))));
    first.save(&changed).unwrap();
    assert_eq!(second.plan().unwrap().year, 2027);
    drop(first);
    assert!(!PlanFile::open(&path).unwrap().is_read_only());
    drop(second);
    assert_eq!(listing(folder.path()), ["kế hoạch.kehoach"]);
}

/// Not as open elsewhere: nobody else has it.
#[cfg(unix)]
#[test]
fn a_file_that_vanished_is_told_as_such() {
    let (_folder, path) = saved();
    let mut file = PlanFile::open(&path).unwrap();
    fs::remove_file(&path).unwrap();
    let refused = file.save(&Plan { year: 2030, ..a_plan() });
    assert!(matches!(&refused, Err(StoreError::Gone(gone)) if *gone == path), "{refused:?}");
}

#[test]
fn what_a_crash_left_behind_blocks_nobody() {
    let (folder, path) = saved();
    fs::write(folder.path().join(".kế hoạch.kehoach.lock"), "").unwrap();
    let file = PlanFile::open(&path).unwrap();
    assert!(!file.is_read_only());
    drop(file);
    // An old journal beside a file that is replaced must not be rolled back into the new one.
    fs::write(folder.path().join("kế hoạch.kehoach-journal"), b"not a journal").unwrap();
    PlanFile::replace(&path, &Plan { year: 2030, ..a_plan() }).unwrap();
    assert_eq!(PlanFile::open(&path).unwrap().plan().unwrap().year, 2030);
    assert_eq!(listing(folder.path()), ["kế hoạch.kehoach"]);
}

#[test]
fn a_read_only_file_is_read() {
    let (_folder, path) = saved();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let file = PlanFile::open(&path).unwrap();
    assert!(file.is_read_only());
    assert_eq!(file.plan().unwrap(), a_plan());
}

/// A file that the first version of the program saved, in a folder of its own.
fn of_the_first_schema() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cũ.kehoach");
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("store/schema-1.kehoach"), &path).unwrap();
    assert_eq!(user_version(&path), 1);
    (folder, path)
}

/// `user_version` as SQLite's file format keeps it.
fn user_version(path: &Path) -> u32 {
    u32::from_be_bytes(fs::read(path).unwrap()[60..64].try_into().unwrap())
}

#[test]
fn a_file_of_the_first_schema_is_opened_brought_forward_and_saved() {
    let (_folder, path) = of_the_first_schema();
    let mut file = PlanFile::open(&path).unwrap();
    let mut plan = file.plan().unwrap();
    assert_eq!((plan.unit.abbreviation.as_str(), plan.tasks.len(), plan.legal_bases.len()), ("TTCNTT", 24, 8));
    assert_eq!((&plan.issuing, plan.results.len()), (&Issuing::default(), 0));
    assert!(plan.walk().iter().any(|(_, section)| !section.text.is_empty()), "paragraphs came along");
    assert!(!plan.profile.signatory.authority.is_empty() && !plan.profile.recipients.is_empty());
    plan.issuing.way = Way::Decision;
    plan.issuing.decision.articles = vec!["Ban hành.".into()];
    plan.tasks[0].note = "Ghi chú".into();
    file.save(&plan).unwrap();
    drop(file);
    assert_eq!(user_version(&path), 5);
    assert_eq!(PlanFile::open(&path).unwrap().plan().unwrap(), plan);
}

#[test]
fn a_file_of_the_second_schema_gets_room_for_looks_indicators_and_comments() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cũ.kehoach");
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("store/schema-2.kehoach"), &path).unwrap();
    assert_eq!(user_version(&path), 2);
    let mut file = PlanFile::open(&path).unwrap();
    let mut plan = file.plan().unwrap();
    let id = plan.walk().iter().find(|(_, section)| !section.text.is_empty()).unwrap().1.id;
    let section = plan.section_mut(id).unwrap();
    assert!(section.spans.is_empty() && section.indicators.is_empty() && section.comments.is_empty());
    section.spans = vec![Span { paragraph: 0, from: 0, to: 3, look: Look::Bold, task: None }];
    section.indicators = vec![Indicator { name: "Hồ sơ trực tuyến".into(), ..Indicator::default() }];
    section.comments = vec![Comment { text: "Hỏi lại Vụ Kế hoạch".into(), ..Comment::default() }];
    file.save(&plan).unwrap();
    drop(file);
    assert_eq!(user_version(&path), 5);
    assert_eq!(PlanFile::open(&path).unwrap().plan().unwrap(), plan);
}

#[test]
fn a_file_of_the_first_schema_that_may_only_be_read_is_read_and_stays_as_it_is() {
    let (_folder, path) = of_the_first_schema();
    let before = fs::read(&path).unwrap();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let file = PlanFile::open(&path).unwrap();
    assert!(file.is_read_only());
    assert_eq!(file.plan().unwrap().tasks.len(), 24);
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn create_never_takes_the_place_of_a_file_and_replace_does() {
    let (folder, path) = saved();
    let before = fs::read(&path).unwrap();
    let other = Plan { year: 2030, ..a_plan() };
    assert!(matches!(PlanFile::create(&path, &other), Err(StoreError::Exists(p)) if p == path));
    assert_eq!(fs::read(&path).unwrap(), before);
    PlanFile::replace(&path, &other).unwrap();
    assert_eq!(PlanFile::open(&path).unwrap().plan().unwrap(), other);
    assert!(PlanFile::create(&folder.path().join("none").join("a.kehoach"), &other).is_err());
    assert!(PlanFile::create(&path.join("a.kehoach"), &other).is_err());
    assert_eq!(listing(folder.path()), ["kế hoạch.kehoach"]);
}

#[test]
fn a_plan_that_contradicts_itself_is_refused_and_the_file_stays() {
    let (_folder, path) = saved();
    let mut wrong = a_plan();
    wrong.coverage =
        vec![PriorityTask { no: 1, text: "x".into(), covered_by: vec![CoveredBy::Task(TaskId(9))], refused: vec![] }];
    let mut file = PlanFile::open(&path).unwrap();
    assert!(matches!(file.save(&wrong), Err(StoreError::Inconsistent { .. })));
    assert_eq!(file.plan().unwrap(), a_plan());
}

#[test]
fn every_broken_file_is_told_by_its_kind() {
    let (folder, path) = saved();
    let whole = fs::read(&path).unwrap();
    let open = |bytes: &[u8]| {
        let path = folder.path().join("broken.kehoach");
        fs::write(&path, bytes).unwrap();
        let failure = PlanFile::open(&path).and_then(|file| file.plan()).unwrap_err();
        assert!(failure.to_string().contains("broken.kehoach") && !failure.hint().is_empty(), "{failure}");
        assert_eq!(fs::read(&path).unwrap(), bytes, "reading changes nothing");
        failure
    };
    let patched = |at: usize, with: [u8; 4]| {
        let mut bytes = whole.clone();
        bytes[at..at + 4].copy_from_slice(&with);
        bytes
    };
    assert!(matches!(open(b""), StoreError::NotAPlan(_)));
    assert!(matches!(open(b"PK\x03\x04 a renamed DOCX, long enough to be read"), StoreError::NotAPlan(_)));
    assert!(matches!(open(&patched(68, [0; 4])), StoreError::NotAPlan(_)), "another program's database");
    assert!(matches!(open(&patched(60, [0, 0, 0, 9])), StoreError::Newer { version: 9, known: 5, .. }));
    assert!(matches!(open(&whole[..whole.len() / 2]), StoreError::Damaged { .. }));
    assert!(matches!(open(&whole[..60]), StoreError::NotAPlan(_) | StoreError::Damaged { .. }));
    let mut scrambled = whole.clone();
    scrambled[4096..4200].fill(0xaa);
    assert!(matches!(open(&scrambled), StoreError::Damaged { .. }));
    assert!(PlanFile::open(&folder.path().join("none.kehoach")).is_err());
    assert!(PlanFile::open(folder.path()).is_err());
}
