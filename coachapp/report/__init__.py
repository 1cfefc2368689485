"""The development plan on paper. Nothing else in the program knows ReportLab."""
