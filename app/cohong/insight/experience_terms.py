"""The terms of expected experience, by name: for whoever words them and computes nothing."""

from enum import StrEnum


class Term(StrEnum):
    """What a prediction is a weighted sum of, in the order of the columns; each from -1 to +1.

    `SUBJECT_LATEST` and `RATER_LATEST` halve with time: what was last said of the subject tells something for a week,
    what the rater last said for a day (a rater often works through a list of the same kind).
    """

    ALWAYS = "always"
    GOODNESS = "goodness"
    LEANING = "leaning"
    ANSWERED = "answered"
    ANSWER = "answer"
    UNRATED = "unrated"
    NEW_RATER = "new_rater"
    SUBJECT_LATEST = "subject_latest"
    RATER_LATEST = "rater_latest"
