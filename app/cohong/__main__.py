"""`python -m cohong` is `cohong`."""

from cohong.cli.main import run

if __name__ == "__main__":
    run()
