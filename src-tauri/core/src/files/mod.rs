//! This machine's disk: reads an input whole, finds a Times New Roman, writes outputs whole or not at all.
//!
//! Shared by `skh` and the window so that both treat files alike. Understands no content.
