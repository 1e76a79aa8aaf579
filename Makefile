# What a person does here: make help. Needs GNU make 3.81 (macOS has it) or newer, and Python 3.11 or newer.
#
# make ends with 2 whatever the exit code of what it ran. For the pipeline's own codes (1 errors found, with
# --strict; 2 wrong use; 3 source; 4 no power list; 5 output) do without make: .venv/bin/python -m pipeline build
#
# May be given by hand:
#   make build PYTHON=/opt/py/bin/python3        the Python to make .venv with; without it, one is looked for
#   make build RAW="raw/one.txt raw/two.docx"    these lists only; without it, all of raw/
#   make scoreboard DIR=lists                    the folder whose lists are counted
#   make test ARGS="-k numerals"                 more words for pytest; also for bench and lock
PYTHON ?=
RAW ?=
ARGS ?=
DIR ?=

# Tools run as modules, never as .venv/bin/<tool>: those scripts name a folder that may have been moved since.
PY := .venv/bin/python
SCHEMAS := power-list comparison law

# The user's own modules would get in; and without bytecode every start would compile the project anew.
unexport PYTHONPATH PYTHONHOME PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help build test lint golden bench pages scoreboard lock clean venv

help: ## say what there is
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

# Decided by content, not by modification times: see tools/fresh.py. The stamp is written only if all went well.
# A schema would be in the terminal's encoding when redirected; it is renamed into place, whole or not at all.
# The day is the one in laws/as-of: the committed out/ must not change with the calendar.
build: venv ## make out/ and schema/ from raw/; nothing, when nothing has changed
	@key=$$($(PY) tools/fresh.py inputs $(RAW)) || exit 1; \
	if $(PY) tools/fresh.py check "$$key"; then echo "out/ and schema/ are up to date."; exit 0; fi; \
	$(PY) -m pipeline build $(RAW) --as-of @laws/as-of && \
	mkdir -p build schema && \
	for name in $(SCHEMAS); do \
		PYTHONIOENCODING=utf-8 $(PY) -m pipeline schema $$name > build/$$name.schema.json && \
		mv -f build/$$name.schema.json schema/$$name.schema.json || exit 1; \
	done && \
	$(PY) tools/fresh.py record "$$key"

test: venv ## run all tests; those that need LibreOffice are skipped, and named, where it is missing
	@$(PY) -m pytest $(ARGS)

lint: venv ## ruff (rules and format), mypy --strict, and which way imports point
	@$(PY) -m ruff check
	@$(PY) -m ruff format --check
	@$(PY) -m mypy pipeline tests tools $(wildcard bench/*.py)
	@$(PY) -c 'from importlinter.cli import lint_imports_command; lint_imports_command()' --no-logo

golden: venv ## rewrite the golden files and show what changed in them; the only way to rewrite one
	@$(PY) -m tests.golden
	@git --no-pager -c core.quotePath=false diff -- tests/fixtures
	@git -c core.quotePath=false ls-files --others --exclude-standard -- tests/fixtures | sed 's/^/new: /'

bench: venv ## measure; never a test
	@$(PY) -m bench $(ARGS)

pages: venv ## pictures of every page of the workbooks and documents in out/, in build/pages/; needs LibreOffice
	@$(PY) tools/pages.py build/pages

# uv only resolves, from a throwaway environment; its own kind of lock would write registry addresses into git.
# Pins stay where they can. For newer ones: make lock ARGS=--upgrade. Works without .venv, to mend a broken lock.
lock: ## pin again what pyproject.toml asks for, with hashes, for every supported Python and system
	@$(if $(wildcard $(PY)),$(PY),$(or $(PYTHON),python3)) -m venv --clear build/uv
	@build/uv/bin/python -m pip install -qq --no-input --disable-pip-version-check uv
	@build/uv/bin/python -m uv pip compile pyproject.toml --group dev --output-file requirements.lock --quiet \
		--universal --python-version 3.11 --generate-hashes --no-annotate --custom-compile-command "make lock" \
		--no-config $(ARGS)

scoreboard: venv ## count what is read of every list in a folder: make scoreboard DIR=lists
	@$(PY) -m bench.scoreboard $(DIR)

clean: ## remove what make made, but for out/ and schema/: .venv, the build stamp, caches
	@rm -rf .venv build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .benchmarks
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

venv:
	@PYTHON='$(PYTHON)' sh tools/venv.sh
