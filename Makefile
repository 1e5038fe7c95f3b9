# Thin: each target is a line or two; packaging/setup.sh does the work of setting up.

BIN := .venv/bin
UV_VERSION := 0.13.9

.DEFAULT_GOAL := help
.PHONY: help setup run test properties simulate mutants credentials pdfa lint screenshots translations format lock clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

setup: ## install what is missing: system libraries, fonts, .venv from requirements.lock
	@packaging/setup.sh

run: setup ## five firms in one network, and the desktop of the first
	$(BIN)/cohong demo

# Tests that start nodes and windows mostly wait, so three files of them run side by side. Of these, what failed is tried
# once more, alone: on a busy machine a node may take longer to answer than a test waits. What fails twice has failed.
test: setup ## run all tests
	$(BIN)/pytest -n auto --maxprocesses 4 tests/unit tests/simulation
	$(BIN)/pytest -n 3 --dist loadfile tests/integration tests/gui || \
		$(BIN)/pytest tests/integration tests/gui --last-failed

properties: setup ## 20,000 drawn histories of all kinds against the rules of the book
	HYPOTHESIS_PROFILE=thorough $(BIN)/pytest -s --timeout 3600 tests/unit/book/test_histories.py

# The last line says how many of the schedules broke an invariant; `--seed N` replays one of them line by line.
SEEDS := 2000
FROM := 1
simulate: setup ## networks under drawn faults: SEEDS=20000 schedules, FROM=1 on
	$(BIN)/python -m tests.simulation --seeds $(SEEDS) --from $(FROM)

mutants: setup ## each safety rule taken out in turn: which schedule misses it, and how soon
	$(BIN)/python -m tests.simulation --without each --seeds $(SEEDS) --from $(FROM)

# Needs Node 20 and npm. FILES=own.json checks a report of your own as well.
credentials: setup ## credit reports against another implementation of W3C credentials: genuine ones, and 1,000 changed
	$(BIN)/python -m tests.credential_check $(FILES)

# Installs Java and Apache PDFBox. FILES=own.pdf checks a paper of your own as well.
pdfa: setup ## the PDFs we write against a PDF/A validator, and that it refuses what is none
	@packaging/setup.sh packaging/pdfa-packages.txt
	$(BIN)/python -m tests.pdfa_check $(FILES)

lint: setup ## formatting, lint, types, import contracts
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

screenshots: setup ## pictures of the window on real nodes, into build/screenshots
	$(BIN)/python -m tests.screenshots build/screenshots

translations: setup ## bring resources/translations up to date with the source
	packaging/translations.sh

format: setup ## format and fix what can be fixed by a machine
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# uv runs from a virtual environment of its own: it is no part of what is locked.
lock: setup ## resolve pyproject.toml anew into requirements.lock
	$(BIN)/python -m venv build/uv && build/uv/bin/pip install --quiet uv==$(UV_VERSION)
	packaging/lock.sh build/uv/bin/uv

clean: ## remove what the other targets made
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find app tests -name __pycache__ -type d -prune -exec rm -rf {} +
