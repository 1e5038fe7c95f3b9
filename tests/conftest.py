"""What every test may use: a screen of its own, the real data sets, how hard Hypothesis looks."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

CHECKOUT = Path(__file__).resolve().parents[1]

# Set before any test module imports Qt. Also where there is a display: windows that pop up over someone's
# work lose the focus, and tests with it. A test that needs X11 starts an Xvfb of its own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Nodes under test keep to the loopback, also those that listen everywhere.
os.environ["COHONG_DISCOVERY"] = "off"

# `ci` is what every run does. HYPOTHESIS_PROFILE=thorough is for a night, or after a rule has changed.
# A slow machine is no fault of the code, so no example has a deadline; pytest's timeout still holds.
settings.register_profile("ci", max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", settings.get_profile("ci"), max_examples=20_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Return the folder of real data sets that lies beside the checkout, or skip where there is none."""
    folder = CHECKOUT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the real data sets are not here: this test needs ../shared/data beside the checkout")
    return folder
