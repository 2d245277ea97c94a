//! Form + letter + ministry plan + last year → a unit's draft, each part knowing its source.
