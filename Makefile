# Everything that an operator or a developer does here is one of these verbs; `make help` lists them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# --no-compile: Python compiles what is really imported at the first start, and the install takes a third less time.
INSTALL := $(PIP) install --no-compile
# The tests' processes; each has its own databases.
JOBS ?= 5
# In the order of tests/conftest.py, the slowest first, so that no process waits for the other at the end.
PYTEST := $(BIN)/python -m pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder

# Where this is set, each of the many processes that the tests start compiles anew all that it imports.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help install run check test lock fmt bench kill-test

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 18

install: $(VENV)/.installed ## create .venv with the locked dependencies; start nothing

run: install ## start with the sample ward and the web chat at http://127.0.0.1:8080
	@$(BIN)/khombot run --sample

# A test command must not fail by luck: random tries belong to the desk of whoever calls pytest by hand.
test: export CI := 1
test: check tools ## all checks: format, lint, types, layers, tests on SQLite, PostgreSQL and in Chromium
	$(PYTEST)

check: $(VENV)/.installed-dev ## the checks that run nothing: format, lint, types, layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fmt: $(VENV)/.installed-dev ## format, and mend what lint can mend
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

bench: $(VENV)/.installed-dev ## measure speed and memory beside two other bots
	$(BIN)/python -m benchmarks

kill-test: $(VENV)/.installed-dev ## kill the running bot 1,000 times, and 40 times while it announces, and look for what was lost
	$(BIN)/python -m tests.durability --kills 1000
	$(BIN)/python -m tests.durability.announcing --kills 20
	$(BIN)/python -m tests.durability.announcing --kills 20 --postgresql

# Hashes and versions only: no address of a package host, so that every pip uses the index that it is set up with.
COMPILE := CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet $(LOCK_FLAGS)
lock: $(VENV)/.installed-dev ## lock the dependencies again; LOCK_FLAGS=--upgrade takes newer versions
	$(COMPILE) --all-build-deps --output-file requirements.lock pyproject.toml
	$(COMPILE) --all-build-deps --extra dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "khombot needs Python 3.11 or newer: install it, or name it: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo "Python cannot create $(VENV): on Debian and Ubuntu run apt-get install python3-venv first." >&2; exit 1; }

$(VENV)/.installed: requirements.lock pyproject.toml | $(BIN)/python
	@echo "Installing the locked dependencies into $(VENV), once; this takes about half a minute ..."
	@$(INSTALL) --require-hashes -r requirements.lock
	@$(INSTALL) --no-build-isolation --no-deps -e .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	@echo "Installing what the checks need, once ..."
	@$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@

# Two programs that some tests look through. Without root or apt-get they are not installed, and those tests skip.
.PHONY: tools
tools:
	@$(call debian,chromium,chromium fonts-dejavu-core)
	@$(call debian,soffice,libreoffice-calc)

debian = command -v $(1) >/dev/null 2>&1 || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 && \
	echo "Installing $(2) for the tests, once ..." && apt-get update -qq >/dev/null && \
	DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $(2) >/dev/null; } || \
	echo "There is no $(1) on this machine: the tests that need it will be skipped."
