"""Read invoice files: detect their format, check every row, and say what was found as codes and values.

Theory of operation. A file is gone through three times, always as a stream, so memory does not grow with it:

1. its bytes (`encodings`): gzip, size limits, signs of a binary file, and which encoding they are in;
2. its rows, once (`survey`): what the format is can only be said over whole columns - a single `23` in the
   first place of a date, 400,000 lines down, decides between day/month and month/day;
3. its rows again (`rows`): each becomes an invoice, a problem or a skipped row.

UBL documents (`ubl_files`, `ubl_document`) are each parsed once, into a record with the same fields, and go the same
way from there: `ubl_survey` says what is known about them without looking, and `rows` judges them like any others.

`invoices` is what other packages import; `rows_found` and `file_format` define what they get.
Nothing here makes a sentence: a reason is a code with values, and the desktop and the command line word it.
"""
