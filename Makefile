# make share   the campaign's pictures, in out/
# make test    everything a change must pass
# make help    the rest

BLUEHEART = .build/release/blueheart

.PHONY: help setup build share kit serve test bench generate format fuzz clean \
	golden-review golden-accept golden-dead

help:
	@echo "make share          install what is missing, build, and make the first drop in out/"
	@echo "make kit            every card of the kit in all its languages, in out-kit/"
	@echo "make serve          build and start the server and its page on port 8080"
	@echo "make test           install what is missing and run every test"
	@echo "make build          the command line, optimised: $(BLUEHEART)"
	@echo "make bench          our reference cards, timed; see Benchmarks/README.md"
	@echo "make fuzz           a minute of fuzzing for every reader of foreign bytes"
	@echo "make generate       write schemas, reference tables and lists from their declarations"
	@echo "make format         format the sources"
	@echo "make golden-review  a sheet of goldens that differ, after GOLDENS=failed make test"
	@echo "make golden-accept NAME=…   take a new golden"
	@echo "make golden-dead    goldens that no test uses"
	@echo "make clean          remove what was built and drawn"

setup:
	@scripts/setup

build: setup
	swift build --configuration release --static-swift-stdlib --product blueheart

share: build
	$(BLUEHEART) drop examples/first-drop.json --out out --sheet --prune
	@echo "The pictures are in out/; open out/sheet.html to see them all."

kit: build
	$(BLUEHEART) drop examples/whole-kit.json --out out-kit --sheet --prune
	@echo "The pictures are in out-kit/; open out-kit/sheet.html to see them all."

serve: build
	swift build --configuration release --static-swift-stdlib --product blueheart-server
	$(BLUEHEART) serve $(ARGS)

test:
	@scripts/setup --test
	scripts/test

bench: setup
	Benchmarks/run

fuzz: setup
	Fuzz/run

generate:
	scripts/generate

format:
	scripts/format

golden-review:
	scripts/golden-review

golden-accept:
	scripts/golden-accept $(NAME)

golden-dead:
	scripts/golden-dead

clean:
	rm -rf .build out out-kit
