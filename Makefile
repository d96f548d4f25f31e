# `make site` and `make test` do everything, given Python 3.11 or later (with venv), git and make.
# What a target needs is set up first; nothing is installed outside .venv, except a browser for the tests.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help site test test-all coverage mutations serve setup browser check-code clean lock bench guide

NAMES := python3 python3.14 python3.13 python3.12 python3.11 python
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for name in $(NAMES); do $$name -c '$(NEW_ENOUGH)' 2>/dev/null && echo $$name && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check
READY := .venv/ready
LOCK := uv pip compile --quiet --universal --fork-strategy fewest --generate-hashes --python-version 3.11 \
  --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

help: ## Say what there is
	@sed -n 's/^\([a-z-]*\):.* ## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-16s %s\n", $$1, $$2 }'

site: $(READY) ## Build the site into site/
	@$(BIN)/pages build

test: $(READY) check-code browser ## Check the code and run the tests, in about five minutes on two cores
	@$(BIN)/python -m pytest -q -n 2 --dist worksteal -m "not long"

test-all: $(READY) check-code browser ## The same, with the tests that take long
	@$(BIN)/python -m pytest -q -n 2 --dist worksteal

# The folders whose tests run records/ and redaction/; those of macros/ and editions/ run neither.
COVERING := tests/records tests/importing tests/redaction tests/adversary tests/cli

coverage: $(READY) ## Measure which branches of records/ and redaction/ tests run; fails under 98% (a quarter of an hour)
	@$(BIN)/python -m pytest -q -n 2 --dist worksteal -m "not long" --cov --cov-report=term $(COVERING)

mutations: $(READY) ## Change the lexer and the projection in a thousand places, and see whether tests notice (an hour)
	@$(BIN)/python -m benchmarks.mutations

serve: $(READY) ## Show a preview at http://127.0.0.1:8000/
	@$(BIN)/pages serve

setup: $(READY) ## Make .venv with everything that is needed

# The lock file names each package with its hash, and nothing else is chosen: older versions of pip would ask for a
# newer coverage than the one named, and refuse it. The engine itself comes last. `pip check` sees that none is missing.
$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed. Install it, or say where it is: make PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "Setting up .venv (a minute or two, the first time)"
	@$(PYTHON) -m venv .venv || { echo "Python cannot make a virtual environment. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@$(PIP) install --no-deps --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m pip --disable-pip-version-check check >.venv/missing || { cat .venv/missing; exit 1; }
	@touch $(READY)

check-code: $(READY)
	@$(BIN)/ruff check --quiet --output-format concise
	@$(BIN)/ruff format --check --quiet || { echo "Some files are not in the usual layout. To mend that: $(BIN)/ruff format" >&2; exit 1; }
	@$(BIN)/mypy

browser: $(READY)
	@$(BIN)/python -m tests.browser

bench: $(READY) ## Time a build of 200 meetings beside plain MkDocs Material
	@$(BIN)/python -m benchmarks.build --meetings 200 --words 3000
	@$(BIN)/python -m benchmarks.build --records 2000
	@$(BIN)/python -m benchmarks.build --growth --meetings 100 --words 3000

guide: $(READY) ## Write the reference pages of guide/ and the list of messages again, from the code
	@$(BIN)/python -m cli.guide
	@$(BIN)/python -m macros.reference
	@$(BIN)/python -m macros.catalogues

lock: ## Choose versions again for requirements.lock (UPGRADE=1 for the newest)
	@command -v uv >/dev/null || { echo "uv is needed to choose versions. To install it: python3 -m pip install uv" >&2; exit 1; }
	@echo "setuptools>=77" | $(LOCK) $(if $(UPGRADE),--upgrade) pyproject.toml --extra test - --output-file requirements.lock

# build/ knows which files of site/ are ours, so the two go together: decisions/exchanging-the-site.md
clean: ## Remove build/ and site/
	@rm -rf build site
