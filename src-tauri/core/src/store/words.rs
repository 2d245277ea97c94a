//! Domain values as columns hold them: enums by their serialised word, dates as 2026-01-31, provenance as "paper:place".

use std::str::FromStr;

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::types::{FromSqlError, Type};
use rusqlite::{Row, ToSql};
use serde::Serialize;
use serde::de::value::{Error as WordError, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};

use crate::plan::{Money, Provenance};

/// The word of an enum without fields.
pub(super) fn word<T: Serialize>(value: &T) -> rusqlite::Result<String> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        Ok(other) => Err(rusqlite::Error::ToSqlConversionFailure(format!("{other} is no word").into())),
        Err(error) => Err(rusqlite::Error::ToSqlConversionFailure(error.into())),
    }
}

/// The enum that a column's word means.
pub(super) fn from_word<T: DeserializeOwned>(row: &Row, column: &str) -> rusqlite::Result<T> {
    let word: String = row.get(column)?;
    let deserializer: StrDeserializer<WordError> = word.as_str().into_deserializer();
    T::deserialize(deserializer).map_err(|error| broken(column, error))
}

/// As [`from_word`], for a column that may be null.
pub(super) fn from_word_or_null<T: DeserializeOwned>(row: &Row, column: &str) -> rusqlite::Result<Option<T>> {
    let word: Option<String> = row.get(column)?;
    word.map(|_| from_word(row, column)).transpose()
}

/// A date as text.
pub(super) fn date(value: Option<NaiveDate>) -> Option<String> {
    value.map(|date| date.to_string())
}

/// A date from a column that may be null.
pub(super) fn from_date(row: &Row, column: &str) -> rusqlite::Result<Option<NaiveDate>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| NaiveDate::from_str(&text).map_err(|error| broken(column, error))).transpose()
}

/// A time as text.
pub(super) fn time(value: NaiveDateTime) -> String {
    value.format("%Y-%m-%dT%H:%M:%S%.f").to_string()
}

/// A time from a column.
pub(super) fn from_time(row: &Row, column: &str) -> rusqlite::Result<NaiveDateTime> {
    let text: String = row.get(column)?;
    NaiveDateTime::from_str(&text).map_err(|error| broken(column, error))
}

/// Provenance as text.
pub(super) fn provenance(value: Option<&Provenance>) -> Option<String> {
    value.map(Provenance::to_string)
}

/// Provenance from a column that may be null.
pub(super) fn from_provenance(row: &Row, column: &str) -> rusqlite::Result<Option<Provenance>> {
    let text: Option<String> = row.get(column)?;
    Ok(text.as_deref().map(Provenance::parse))
}

/// An amount as SQLite's signed integer; an amount beyond 9 · 10¹⁸ đồng is no budget and is refused, not cut.
pub(super) fn money(value: Option<Money>) -> rusqlite::Result<Option<i64>> {
    let too_large = |error: std::num::TryFromIntError| rusqlite::Error::ToSqlConversionFailure(error.into());
    value.map(|Money(amount)| i64::try_from(amount).map_err(too_large)).transpose()
}

/// An amount from a column that may be null.
pub(super) fn from_money(row: &Row, column: &str) -> rusqlite::Result<Option<Money>> {
    let amount: Option<i64> = row.get(column)?;
    let amount = amount.map(|amount| u64::try_from(amount).map_err(|_| FromSqlError::OutOfRange(amount)));
    Ok(amount.transpose().map_err(|error| broken(column, error))?.map(Money))
}

/// Positions as SQLite counts them.
pub(super) fn position(index: usize) -> impl ToSql {
    i64::try_from(index).unwrap_or(i64::MAX)
}

/// A column that means nothing.
pub(super) fn broken(column: &str, error: impl std::error::Error + Send + Sync + 'static) -> rusqlite::Error {
    let error = format!("{column}: {error}").into();
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, error)
}
