# Cửa trước của Niên giám. Mỗi lệnh chỉ gọi lại `niengiam`; xem `make help`.
# The front door; each target is a thin skin over the `niengiam` command.

CONTENT ?= content
OUTPUT ?= output
CACHE ?= .cache
# Trống: lấy python3, hoặc bản Python của hệ thống nếu bản ấy nhanh hơn (tools/choose-python.sh).
PYTHON ?=
VENV := .venv
BIN := $(VENV)/bin
SITE_STAMP := $(VENV)/.site-installed
TEST_STAMP := $(VENV)/.test-installed

# Giá trị của biến, gói lại thành một từ của shell: tiêu đề có dấu nháy, $, ` vẫn nguyên vẹn.
quoted = '$(subst ','\'',$(value $(1)))'
# Một đường dẫn có dấu cách, hoặc nhiều đường dẫn cách nhau bằng dấu cách.
paths = $(if $(shell test -e $(call quoted,$(1)) && echo yes),$(call quoted,$(1)),$(value $(1)))

.PHONY: help setup html serve new check import publish deploy test pytest lint bench soak start accept figures clean lock screenshots

help: ## In danh sách các lệnh này
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 20

setup: $(SITE_STAMP) ## Chỉ dựng môi trường trong .venv

$(SITE_STAMP): requirements/site.lock pyproject.toml tools/setup.sh tools/choose-python.sh
	@PYTHON="$(PYTHON)" sh tools/setup.sh $(VENV) requirements/site.lock
	@touch $@

# The lock of the tests holds that of the site: one installation serves both.
$(TEST_STAMP): requirements/test.lock requirements/site.lock pyproject.toml $(wildcard tools/*.sh)
	@sh tools/test-tools.sh install & \
		PYTHON="$(PYTHON)" sh tools/setup.sh $(VENV) requirements/test.lock && wait
	@sh tools/test-tools.sh check $(BIN)
	@touch $(SITE_STAMP) $@

html: setup ## Dựng trang web vào output/
	@$(BIN)/niengiam build $(CONTENT) --output $(OUTPUT) --cache $(CACHE)

serve: setup ## Xem thử trên máy này, trang tự tải lại khi lưu
	@$(BIN)/niengiam serve $(CONTENT) $(ARGS)

new: setup ## Tạo bài mới: make new TITLE="Tiêu đề"
	@$(BIN)/niengiam new $(if $(value TITLE),$(call quoted,TITLE)) $(ARGS)

check: setup ## Kiểm tra bài viết
	@$(BIN)/niengiam check $(call paths,FILES) $(ARGS)

figures: setup ## Xem những số liệu đọc được: make figures FILES="content/bai-viet/2023/x.md"
	@$(BIN)/niengiam figures $(call paths,FILES) $(ARGS)

accept: setup ## Chấp nhận số liệu đã đổi vào sổ cái
	@$(BIN)/niengiam accept $(ARGS)

import: setup ## Nhập trang cũ: make import SOURCE="thu-muc" INTO=content
	@$(if $(value SOURCE),,echo 'Chưa nói nhập từ đâu. Gõ: make import SOURCE="thư mục lưu trang cũ" INTO=$(CONTENT)' >&2; exit 2)
	@$(BIN)/niengiam import $(call paths,SOURCE) --into $(if $(value INTO),$(call quoted,INTO),$(CONTENT)) $(ARGS)

publish: setup ## Dựng bản phát hành (cấu hình publishconf.py)
	@$(BIN)/niengiam build $(CONTENT) --output $(OUTPUT) --cache $(CACHE) --publish

deploy: setup ## Dựng bản phát hành rồi đưa lên máy chủ: make deploy TO=user@host:/path
	@$(if $(value TO),,echo 'Chưa nói đưa trang đi đâu. Gõ: make deploy TO=user@host:/đường/dẫn' >&2; exit 2)
	@$(BIN)/niengiam build $(CONTENT) --output $(OUTPUT) --cache $(CACHE) --publish
	@$(BIN)/niengiam deploy --output $(OUTPUT) $(if $(value TO),--to $(call quoted,TO))

start: setup ## Xóa nội dung mẫu để bắt đầu với bài của mình (có hỏi lại)
	@$(BIN)/niengiam start $(CONTENT) $(ARGS)

# Temporary folders in memory, where there is plenty: the tests write and remove some 100,000 files.
test: $(TEST_STAMP) ## Kiểm thử toàn bộ
	@$(MAKE) --no-print-directory -j2 lint pytest

pytest: $(TEST_STAMP)
	@if [ "$$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $$4 }')" -gt 4000000 ] 2>/dev/null; \
		then TMPDIR=/dev/shm; export TMPDIR; fi; \
		$(BIN)/python -m pytest -n auto --maxprocesses 8 --dist loadfile --durations 20 $(ARGS)

lint: $(TEST_STAMP) ## Kiểm tra mã: ruff, mypy, hướng import
	@$(BIN)/ruff check plugins tests tools benchmarks pelicanconf.py publishconf.py
	@$(BIN)/ruff format --check plugins tests tools benchmarks pelicanconf.py publishconf.py
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: $(TEST_STAMP) ## Đo tốc độ, bộ nhớ, độ chính xác
	@$(BIN)/python -m benchmarks $(ARGS)

soak: $(TEST_STAMP) ## Kiểm thử dài: dựng tăng dần bằng dựng sạch, 1.000 chuỗi sửa
	@if [ -w /dev/shm ]; then TMPDIR=/dev/shm; export TMPDIR; fi; \
		NIENGIAM_SOAK=1 $(BIN)/python -m pytest --timeout 0 tests/press -k incremental

screenshots: $(TEST_STAMP) html ## Chụp lại hình trong README và hướng dẫn
	@$(BIN)/python tools/readme_picture.py $(OUTPUT)
	@for script in tools/*_screenshots.py; do [ ! -e "$$script" ] || $(BIN)/python "$$script" || exit 1; done

lock: $(TEST_STAMP) ## Khóa lại các gói (cần gói uv)
	@cd requirements && uv pip compile --universal --python-version 3.11 --no-emit-index-url --generate-hashes --custom-compile-command "make lock" -q --upgrade site.in setup.in -o site.lock
	@cd requirements && uv pip compile --universal --python-version 3.11 --no-emit-index-url --generate-hashes --custom-compile-command "make lock" -q --upgrade test.in -c site.lock -o test.lock

clean: ## Xóa những gì đã dựng (không đụng tới bài viết)
	@rm -rf $(OUTPUT) $(CACHE) $(VENV) plugins/*.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find plugins tests tools benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
