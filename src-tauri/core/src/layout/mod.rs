//! A document → positioned lines on pages, in millimetres and points; knows fonts' metrics, no PDF.
