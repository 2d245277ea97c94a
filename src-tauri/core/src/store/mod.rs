//! The plan file: one SQLite database a plan. The only room that knows SQL.
