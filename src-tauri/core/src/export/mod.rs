//! The three files a unit sends: DOCX from the document, PDF from the layout, XLSX from the plan. Bytes, not paths.
