"""Invoice numbers that a spreadsheet has had in its hands."""


def without_leading_zeros(number: str) -> str:
    """Return a number of digits as a spreadsheet leaves it, without the zeros in front; any other as it is."""
    return (number.lstrip("0") or "0") if number.isascii() and number.isdigit() else number
