# helpkit: `make lab` opens the lessons, `make test` runs every check, `make help` says what else.
# On Windows without make: see README.md.

PYTHON ?= python3
LESSON_LANGUAGE ?= en
COURSE ?= course

VENV := .venv
BIN := $(VENV)/bin
INSTALL := bin/python -m pip install --quiet --no-compile --disable-pip-version-check
PIP := $(VENV)/$(INSTALL)
UV_VERSION := 0.13.9
COMPILE := $(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	--no-emit-index-url --custom-compile-command "make requirements"

PRETTIER := $(BIN)/node node_modules/prettier/bin/prettier.cjs
SCRIPTS := "helpkit/**/*.js" "helpkit/**/*.d.ts"

# Tests of a widget come in three tiers, by the name of their file: helpers of its JavaScript on a blank page,
# the widget on a static page, and a notebook in JupyterLab. For one folder: make page TESTS=tests/activities/sort
TESTS ?= tests
TIER := $(BIN)/python -m pytest -n auto --maxprocesses=4 --dist=worksteal
DAY := -m "not night"

# What Jupyter reads from its environment and not from the package: an install copies it there.
SHARED := pyproject.toml helpkit/lab/lesson_view/package.json $(wildcard helpkit/lab/config/*)

.PHONY: help lab teacher test test-all tidy format lint types js floors content unit notebooks nbgrader page \
	browser older night chromium bench wheel requirements clean

help: ## say what make can do
	@sed -n 's/^\([a-z-]*\):.*## /make \1: /p' Makefile

lab: $(VENV)/.lab ## open the lessons in JupyterLab; LESSON_LANGUAGE=nl for Dutch
	$(BIN)/helpkit lab "$(COURSE)" --language $(LESSON_LANGUAGE)

teacher: $(VENV)/.teacher ## what a teacher needs besides: the statistics of the class mirror

test: ## every check, one after the other
	$(MAKE) --no-print-directory $(VENV)/.test
	$(MAKE) --no-print-directory chromium
	$(MAKE) --no-print-directory format
	$(MAKE) --no-print-directory lint
	$(MAKE) --no-print-directory types
	$(MAKE) --no-print-directory js
	$(MAKE) --no-print-directory floors
	$(MAKE) --no-print-directory content
	$(MAKE) --no-print-directory unit
	$(MAKE) --no-print-directory notebooks
	$(MAKE) --no-print-directory nbgrader
	$(MAKE) --no-print-directory page
	$(MAKE) --no-print-directory browser
	$(MAKE) --no-print-directory older

test-all: test night ## every check, and the evenings in the other language

tidy: $(VENV)/.js ## format the code
	$(BIN)/ruff format .
	$(PRETTIER) --write --log-level warn $(SCRIPTS)

format: $(VENV)/.test ## is the code formatted?
	$(BIN)/ruff format --check .

lint: $(VENV)/.test ## does the code follow the rules?
	$(BIN)/ruff check .

types: $(VENV)/.test ## do the types fit?
	$(BIN)/mypy

js: $(VENV)/.js $(VENV)/.test chromium ## JavaScript: do its types fit, is it formatted, do its helpers work?
	$(BIN)/node node_modules/typescript/bin/tsc
	$(PRETTIER) --check --log-level warn $(SCRIPTS)
	$(TIER) -o python_files=test_js.py $(TESTS)

floors: $(VENV)/.test ## does a lower floor import a higher one?
	$(BIN)/lint-imports

content: $(VENV)/.test ## is the content complete in every language?
	$(BIN)/helpkit check
	$(BIN)/helpkit check $(wildcard exercises/*)

unit: $(VENV)/.test ## tests that need neither a notebook nor a browser
	$(TIER) --ignore=tests/notebooks --ignore=tests/browser \
		--ignore=tests/teacher/nbgrader/test_flow.py \
		--ignore-glob="*/test_js.py" --ignore-glob="*/test_page.py" --ignore-glob="*/test_lab.py" \
		--ignore-glob="*/test_older_lab.py"

notebooks: $(VENV)/.test ## form and execution of every lesson
	$(TIER) tests/notebooks

nbgrader: $(VENV)/.test $(VENV)/.nbgrader ## an exercise through a real nbgrader, and back
	$(BIN)/python -m pytest tests/teacher/nbgrader/test_flow.py

page: $(VENV)/.test chromium ## every widget on a page of its own, in a real Chromium
	$(TIER) -o python_files=test_page.py $(TESTS)

browser: $(VENV)/.test chromium ## lessons and widgets in a real JupyterLab and a real Chromium
	$(TIER) $(DAY) -o python_files="test_lab.py */tests/browser/test_*.py" $(TESTS)

older: $(VENV)/.test $(VENV)/.nbgrader chromium ## lessons in the JupyterLab before this one, and in a Notebook 7
	$(BIN)/python -m pytest -o python_files=test_older_lab.py $(TESTS)

night: $(VENV)/.test chromium ## the evenings in the other language
	$(TIER) -m night -o python_files="test_lab.py */tests/browser/test_*.py" $(TESTS)

chromium: $(VENV)/.test ## find or install a Chromium for the tests
	$(BIN)/python -m tests.browser.install_chromium

bench: $(VENV)/.test $(VENV)/.bench $(VENV)/.nbgrader chromium ## measure; see bench/README.md
	for script in $(filter-out bench/tournament.py,$(wildcard bench/*.py)); do $(BIN)/python $$script || exit 1; done
	PYTHONPATH=. $(VENV)/bench/bin/python bench/tournament.py

wheel: $(VENV)/.lab ## build a wheel and an sdist in dist/
	$(BIN)/python -m hatchling build -d dist

requirements: $(VENV)/.lab ## pin the newest versions that fit pyproject.toml
	$(PIP) uv==$(UV_VERSION)
	$(COMPILE) --upgrade pyproject.toml requirements/build.in --extra lab -o requirements/lab.txt
	$(COMPILE) pyproject.toml requirements/build.in --extra lab --extra teacher \
		-c requirements/lab.txt -o requirements/teacher.txt
	$(COMPILE) pyproject.toml requirements/build.in --extra lab --extra teacher --extra test \
		-c requirements/teacher.txt -o requirements/test.txt
	$(COMPILE) --upgrade pyproject.toml requirements/build.in requirements/older.in --extra lab --extra nbgrader \
		-o requirements/nbgrader.txt
	$(COMPILE) --upgrade bench/requirements.in -c requirements/test.txt -o bench/requirements.txt

clean: ## remove what make built; course/ and its answers stay
	rm -rf $(VENV) node_modules dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The mark of a finished install is older than what it was made from: install again.
$(VENV)/.lab: requirements/lab.txt $(SHARED) | $(VENV)/.made
	@echo "Installing JupyterLab and what the lessons need; the first time this takes a minute or two."
	$(PIP) --require-hashes -r requirements/lab.txt
	$(PIP) --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.teacher: requirements/teacher.txt $(VENV)/.lab
	$(PIP) --require-hashes -r requirements/teacher.txt
	touch $@

$(VENV)/.test: requirements/test.txt pyproject.toml $(VENV)/.lab
	$(PIP) --require-hashes -r requirements/test.txt
	touch $@

# Node comes from PyPI with its npm, whatever else is there; npm holds each package against the hash
# in package-lock.json.
$(VENV)/.js: package-lock.json $(VENV)/.test
	$(BIN)/npm ci --silent --no-audit --no-fund
	touch $@

# The library that a bench is measured against stays out of the way of everything else.
$(VENV)/.bench: bench/requirements.txt | $(VENV)/.made
	$(BIN)/python -m venv $(VENV)/bench
	$(VENV)/bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r bench/requirements.txt
	touch $@

# nbgrader brings a Notebook of its own and a database: it stays out of the way as well, beside the older JupyterLab.
$(VENV)/.nbgrader: requirements/nbgrader.txt $(SHARED) | $(VENV)/.made
	$(BIN)/python -m venv $(VENV)/nbgrader
	$(VENV)/nbgrader/$(INSTALL) --require-hashes -r requirements/nbgrader.txt
	$(VENV)/nbgrader/$(INSTALL) --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.made:
	@command -v "$(PYTHON)" >/dev/null || { echo "$(PYTHON) is not there: install Python 3.11, 3.12, 3.13 or 3.14, or name yours: make PYTHON=python3.12"; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' || { echo "helpkit needs Python 3.11 to 3.14, and $(PYTHON) is `"$(PYTHON)" -V`: install one of those, or name yours: make PYTHON=python3.12"; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) cannot make virtual environments: install its venv package (Debian, Ubuntu: apt install python3-venv)"; exit 1; }
	"$(PYTHON)" -m venv $(VENV)
	touch $@
