# report45: `make report` and `make test` set up what they need by themselves.
PYTHON ?= python3
STUDY ?= almere
SEED ?= 45
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help setup report html pdf docx facts check edit docs test mutants gates lint format sentences bench lock clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo; echo "  STUDY=name picks a study under data/ (now: $(STUDY))"

setup: $(VENV)/.runtime ## install what report45 needs, in .venv

report: $(VENV)/.runtime ## build the interim report: HTML, PDF and Word, in build/STUDY
	@$(BIN)/report45 build "$(STUDY)"

html: $(VENV)/.runtime ## build only the HTML
	@$(BIN)/report45 build "$(STUDY)" --to html

pdf: $(VENV)/.runtime ## build only the PDF
	@$(BIN)/report45 build "$(STUDY)" --to pdf

docx: $(VENV)/.runtime ## build only the document for Word
	@$(BIN)/report45 build "$(STUDY)" --to docx

facts: $(VENV)/.runtime ## list every number the report may quote
	@$(BIN)/report45 facts "$(STUDY)"

check: $(VENV)/.runtime ## check data and configuration, execute nothing
	@$(BIN)/report45 check "$(STUDY)"

edit: $(VENV)/.dev ## open the chapters in JupyterLab
	@$(BIN)/jupyter lab notebooks

docs: $(VENV)/.dev ## write a page for every module, in build/docs
	@$(BIN)/python -c 'import papermill, pdoc.__main__ as pages; pages.cli()' \
	  --docformat numpy --output-directory build/docs report45

test: $(VENV)/.dev ## run all tests, several at a time
	@$(BIN)/python -m pytest -n 3 --dist worksteal

gates: $(VENV)/.gates ## judge all pages and PDFs with a browser, the Nu checker and veraPDF
	@$(BIN)/python -m pytest -n 2 --dist worksteal tests/gates/gate_[bjm]*.py
	@$(BIN)/python -m pytest tests/gates/gate_ended.py  # times what it does: nothing beside it

lint: $(VENV)/.dev ## check style, types, imports and notebooks
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/nbstripout --keep-id --verify notebooks/*.ipynb

format: $(VENV)/.dev ## mend style and strip notebook outputs
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format
	@$(BIN)/nbstripout --keep-id notebooks/*.ipynb

mutants: $(VENV)/.dev ## change the source in a hundred places, see whether tests near it notice (half an hour)
	@$(BIN)/python -m tests.mutants --seed $(SEED)

sentences: $(VENV)/.dev ## write docs/zinnen.md, every sentence in all ways, and docs/feiten.md, every fact
	@$(BIN)/python -m tests.wording.gallery
	@$(BIN)/python -m tests.wording.meanings

bench: $(VENV)/.dev ## measure beside other tools, write benchmarks/RESULTS.md (half an hour)
	@$(BIN)/python benchmarks/bench.py

lock: ## resolve the dependencies anew (needs uv)
	uv pip compile pyproject.toml --group build $(LOCK) -o requirements.lock
	uv pip compile pyproject.toml --group dev --all-extras $(LOCK) -c requirements.lock -o requirements-dev.lock

clean: ## remove everything that was built
	rm -rf build $(VENV) tests/gates/node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

LOCK := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet

$(VENV)/.runtime: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "report45 needs Python 3.11 or newer: make PYTHON=python3.12 ..."; exit 2; }
	@echo "Setting up in $(VENV), about a minute the first time ..."
	@$(PYTHON) -m venv $(VENV) \
	  || { echo "Python has no venv module here; on Debian it is in the package python3-venv."; exit 2; }
	@$(BIN)/python -m pip install -qq --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	@echo "Setting up the tools for tests ..."
	@$(BIN)/python -m pip install -qq --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/.gates: tests/gates/setup.sh tests/gates/package-lock.json $(VENV)/.dev
	@echo "Setting up the programs of the gates ..."
	@tests/gates/setup.sh $(BIN)
	@touch $@
