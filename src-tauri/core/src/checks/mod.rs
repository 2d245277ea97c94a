//! One rule a file; a plan or a read document → findings.
