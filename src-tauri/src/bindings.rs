//! The one list of commands, and the TypeScript that is generated from it (`ui/src/bindings/index.ts`).

use tauri::Wry;
use tauri_specta::{Builder, collect_commands, collect_events};

use crate::checker::PlanChecked;
use crate::commands::{
    citations, coverage, dropped, export, history, new_plan, pages, papers, plan, print, recent, remedies, scans, settings,
};
use crate::saver::PlanSaved;

/// Every command of the window.
pub fn builder() -> Builder<Wry> {
    Builder::<Wry>::new()
        // Amounts in đồng and counts stay far below 2^53.
        // What is sent has the shape of what is shown.
        .disable_serde_phases()
        .dangerously_cast_bigints_to_number()
        .events(collect_events![PlanSaved, PlanChecked, scans::ScanProgress, export::ExportProgress])
        .commands(collect_commands![
            papers::choose_paper,
            papers::read_paper,
            papers::correct_paper,
            papers::paper_view,
            papers::paper_file,
            scans::recognise_paper,
            scans::stop_recognising,
            new_plan::units,
            new_plan::draft_plan,
            new_plan::preview_plan,
            new_plan::keep_unfinished,
            new_plan::unfinished_plans,
            new_plan::resume_plan,
            new_plan::forget_unfinished,
            plan::sample_plan,
            plan::current_plan,
            plan::choose_plan,
            plan::open_plan,
            plan::close_plan,
            plan::edit_plan,
            plan::undo_plan,
            plan::redo_plan,
            plan::settle_plan,
            plan::save_plan_as,
            history::plan_versions,
            history::keep_version,
            history::rename_version,
            history::remove_version,
            history::compare_versions,
            history::restore_version,
            coverage::coverage_suggestions,
            remedies::remedies,
            recent::recent_plans,
            recent::forget_recent,
            dropped::recognise_files,
            citations::read_citations,
            pages::lay_out_pages,
            pages::pages_pdf,
            export::choose_folder,
            export::planned_files,
            export::export_plan,
            export::stop_exporting,
            export::open_exported,
            print::printers,
            print::print_plan,
            settings::page_rules,
            settings::forms,
            settings::kept_unit,
            settings::keep_unit,
            settings::forget_official,
            settings::edits_to_kept_unit,
        ])
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::path::Path;

    /// Fails when the committed TypeScript is stale; `cargo xtask bindings` writes it anew.
    #[test]
    fn bindings_are_those_committed() {
        let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/bindings/index.ts");
        let language = || specta_typescript::Typescript::default();
        if std::env::var_os("UPDATE_BINDINGS").is_some() {
            super::builder().export(language(), &committed).unwrap();
            return;
        }
        let folder = tempfile::tempdir().unwrap();
        let fresh = folder.path().join("index.ts");
        super::builder().export(language(), &fresh).unwrap();
        let (fresh, committed) = (std::fs::read_to_string(fresh).unwrap(), std::fs::read_to_string(committed).unwrap());
        assert!(fresh == committed, "ui/src/bindings/index.ts is stale: run `cargo xtask bindings`");
    }
}
