"""Tables as files: CSV and XLSX, written as a stream. It knows cells and columns, and nothing of what they are about.

`tables` says what a cell may be and opens a file by its ending; `csv_table` and `xlsx_table` write one kind each.
"""
