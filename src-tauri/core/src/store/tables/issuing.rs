//! `issuing`, one row, how the plan goes out, and `page_setting`, what the unit settled; their lists stand in `line`.

use rusqlite::types::Type;
use rusqlite::{Connection, Transaction, named_params};

use super::line;
use crate::plan::{Decision, Issuing, PageSettings, Signatory, Submission};
use crate::store::schema::Migration;
use crate::store::words::{date, from_date, from_word, word};

pub(super) const MIGRATIONS: &[Migration] = &[Migration {
    to: 2,
    sql: "CREATE TABLE issuing (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        way TEXT NOT NULL,
        decision_symbol TEXT NOT NULL,
        authority TEXT NOT NULL,
        proposer TEXT NOT NULL,
        drafter TEXT NOT NULL,
        submission_symbol TEXT NOT NULL,
        submission_number INTEGER,
        submission_date TEXT,
        submitter TEXT NOT NULL,
        submitter_home_post TEXT NOT NULL
    ) STRICT;
    INSERT INTO issuing VALUES (1, 'own', '', '', '', '', '', NULL, NULL, '', '');
    CREATE TABLE page_setting (
        key TEXT PRIMARY KEY,
        value REAL NOT NULL
    ) STRICT;",
}];

pub(super) fn write(transaction: &Transaction, issuing: &Issuing) -> rusqlite::Result<()> {
    let (decision, submission) = (&issuing.decision, &issuing.submission);
    transaction.execute(
        "INSERT INTO issuing VALUES (1, :way, :decision_symbol, :authority, :proposer, :drafter, :symbol, :number, :date,
         :submitter, :home_post)",
        named_params! {
            ":way": word(&issuing.way)?,
            ":decision_symbol": decision.symbol,
            ":authority": decision.authority,
            ":proposer": decision.proposer,
            ":drafter": submission.drafter,
            ":symbol": submission.symbol,
            ":number": submission.number,
            ":date": date(submission.date),
            ":submitter": submission.signatory.name,
            ":home_post": submission.signatory.home_post,
        },
    )?;
    for (list, lines) in [
        ("article", &decision.articles),
        ("addressee", &submission.addressees),
        ("reason", &submission.reasons),
        ("submitter", &submission.signatory.authority),
        ("submission_recipient", &submission.recipients),
    ] {
        line::write(transaction, list, 0, lines)?;
    }
    let mut insert = transaction.prepare("INSERT INTO page_setting VALUES (:key, :value)")?;
    for (key, value) in issuing.page.settled() {
        insert.execute(named_params! { ":key": key, ":value": value })?;
    }
    Ok(())
}

pub(super) fn read(connection: &Connection) -> rusqlite::Result<Issuing> {
    let mut issuing = connection.query_row("SELECT * FROM issuing", [], |row| {
        Ok(Issuing {
            way: from_word(row, "way")?,
            decision: Decision {
                symbol: row.get("decision_symbol")?,
                authority: row.get("authority")?,
                proposer: row.get("proposer")?,
                articles: Vec::new(),
            },
            submission: Submission {
                drafter: row.get("drafter")?,
                symbol: row.get("submission_symbol")?,
                number: row.get("submission_number")?,
                date: from_date(row, "submission_date")?,
                signatory: Signatory {
                    authority: Vec::new(),
                    home_post: row.get("submitter_home_post")?,
                    name: row.get("submitter")?,
                },
                ..Submission::default()
            },
            page: PageSettings::default(),
        })
    })?;
    issuing.decision.articles = line::read(connection, "article", 0)?;
    issuing.submission.addressees = line::read(connection, "addressee", 0)?;
    issuing.submission.reasons = line::read(connection, "reason", 0)?;
    issuing.submission.signatory.authority = line::read(connection, "submitter", 0)?;
    issuing.submission.recipients = line::read(connection, "submission_recipient", 0)?;
    let mut select = connection.prepare("SELECT key, value FROM page_setting")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let key: String = row.get("key")?;
        issuing
            .page
            .set(&key, row.get("value")?)
            .map_err(|error| rusqlite::Error::FromSqlConversionFailure(1, Type::Real, error.to_string().into()))?;
    }
    Ok(issuing)
}
