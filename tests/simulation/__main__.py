"""Entry point of the simulator: see `tests.simulation.campaign`."""

from tests.simulation.campaign import main

if __name__ == "__main__":
    main()
