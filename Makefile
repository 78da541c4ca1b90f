# Vaglio from a bare checkout: `make demo` runs it, `make test` tests it, `make check` looks at the code.
# Needs Python 3.11+; Node.js 20.19+ builds the workbench, and comes from a wheel where there is none.

PYTHON ?= python3
PY := .venv/bin/python
SETUP := $(PYTHON) config/setup
NODE := $(PY) config/setup/node.py
# two test processes suit two cores; the servers are shared
TESTS ?= -n 2
# servers and tests start some dozens of processes, which would each compile everything anew
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help demo test check check-python check-workbench setup setup-dev frontend browser lock clean

help:
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

demo: setup ## install what is needed, start everything, print address and log-ins (ARGS="--port 9000")
	@$(PY) manage.py demo --stop-with-parent $(ARGS)

test: ## install what is needed and run every test (TESTS="-k quotes")
	@$(MAKE) --no-print-directory -j 2 setup-dev browser
	@$(PY) -m pytest $(TESTS)

check: setup-dev ## format, lint, types, import rules, migrations, and the front end's own checks
	@$(MAKE) --no-print-directory -j 2 check-python check-workbench

check-python:
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy manage.py config claims annotations
	.venv/bin/lint-imports
	$(PY) -W ignore::RuntimeWarning manage.py makemigrations --check --dry-run

check-workbench:
	$(NODE) npm run --silent lint
	$(NODE) npm run --silent typecheck
	$(NODE) npm run --silent test

setup: ## Python packages, translations, the built workbench; instant when nothing changed
	@$(SETUP) packages messages frontend

setup-dev:
	@$(SETUP) dev-packages messages frontend

frontend: ## build the workbench
	@$(SETUP) packages frontend

browser:
	@$(SETUP) browser

lock: ## make the locks anew from pyproject.toml (needs uv)
	uv pip compile --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
		pyproject.toml -o requirements.lock
	uv pip compile --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
		--extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

clean: ## remove what was built and installed, but no data
	rm -rf .venv .tools frontend/node_modules frontend/dist
