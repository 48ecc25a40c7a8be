# The developer's six words; a newcomer needs only `python3 run.py demo` and `python3 run.py test`.
.PHONY: setup run test lint docs tick

setup: ## .venv with everything
	python3 run.py setup

run: ## the demo on 127.0.0.1:8000
	python3 run.py demo

test: ## all checks and tests this machine allows
	python3 run.py test

lint: ## the checks that run no test
	python3 run.py lint

docs: setup ## docs/reference/ anew, from the code
	.venv/bin/minqiao reference

tick: setup ## let time pass once
	.venv/bin/minqiao tick
