"""The rules: what each kind of record may do."""
