//! The fonts of every page, found and opened once: each keystroke's preview measures with them.

use std::sync::{Arc, Mutex, PoisonError};

use skh_core::files;
use skh_core::layout::Fonts;

use crate::error::CommandError;

/// The machine's typeface, once it has been found.
#[derive(Default)]
pub struct Typeface(Mutex<Option<Arc<Fonts>>>);

impl Typeface {
    /// The fonts.
    ///
    /// # Errors
    /// If the machine has none; looked for again the next time, because one may be installed meanwhile.
    pub fn fonts(&self) -> Result<Arc<Fonts>, CommandError> {
        let mut found = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(fonts) = found.as_ref() {
            return Ok(Arc::clone(fonts));
        }
        let fonts = Fonts::new(&files::fonts()?).map_err(|error| CommandError::inside("mở phông chữ", error))?;
        Ok(Arc::clone(found.insert(Arc::new(fonts))))
    }
}
