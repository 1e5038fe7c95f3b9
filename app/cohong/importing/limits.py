"""How large a file, a line and a cell may be."""

from __future__ import annotations

from typing import Final

MIB: Final = 1024 * 1024

STORED_BYTES_MAX: Final = 256 * MIB
UNPACKED_BYTES_MAX: Final = 1024 * MIB
ROWS_MAX: Final = 5_000_000
DOCUMENTS_MAX: Final = 50_000
DOCUMENT_BYTES_MAX: Final = 32 * MIB
"""An invoice may carry its own picture and attachments."""
DOCUMENT_DEPTH_MAX: Final = 64
COLUMNS_MAX: Final = 256

LINE_CHARACTERS_MAX: Final = 64 * 1024
"""Of one line, and of one record whose quoted cells hold line breaks."""
RECORD_LINES_MAX: Final = 256
"""A record that runs on for longer has a quote that is never closed."""

NUMBER_CHARACTERS_MAX: Final = 64
CUSTOMER_CHARACTERS_MAX: Final = 128
DESCRIPTION_CHARACTERS_MAX: Final = 500

YEAR_MIN: Final = 1970
YEAR_MAX: Final = 2100
TERMS_DAYS_DEFAULT: Final = 30
TERMS_DAYS_MAX: Final = 3650

SAMPLE_ROWS: Final = 50
PROBLEMS_KEPT: Final = 1000
VALUE_CHARACTERS_SHOWN: Final = 80
RAW_CELL_CHARACTERS_KEPT: Final = 500
HEADERS_SHOWN: Final = 64
