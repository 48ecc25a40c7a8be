"""What import-linter cannot see: relations between tables, whole lifecycles, where time enters."""

import ast
import re
import tomllib
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.apps import apps

from minqiao.config.environment import DEFAULTS
from minqiao.kit.mechanism import mechanisms
from minqiao.kit.stepform import StepForm

ROOT = Path(__file__).resolve().parents[1]
HOUSE = ROOT / "minqiao"
FLOORS = ("kit", "foundation", "registry", "instruments", "duties", "overviews", "config")
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
DOORS_CONTRACT = "Duties know each other only through these doors"


def rooms():
    """The installed rooms as (floor, room), in the order of the menu."""
    names = [config.name for config in apps.get_app_configs() if config.name.startswith("minqiao.")]
    return [tuple(name.split(".")[1:]) for name in names if name.count(".") == 2]


def room_of(model):
    """(floor, room) of a model of ours, None of a library's."""
    parts = model.__module__.split(".")
    return (parts[1], parts[2]) if parts[0] == "minqiao" else None


def relations():
    """Every relation written in our models, as (model, field, from room, to room)."""
    models = [model for model in apps.get_models() if room_of(model)]
    fields = [(model, field) for model in models for field in model._meta.get_fields()]
    written = [(m, f) for m, f in fields if f.is_relation and not f.auto_created and f.related_model]
    pairs = [(m, f, room_of(m), room_of(f.related_model)) for m, f in written]
    return [pair for pair in pairs if pair[3] and pair[2] != pair[3]]


def doors():
    """Which room of duties may know which other, as the contract lists them."""
    contract = next(item for item in CONTRACTS if item["name"] == DOORS_CONTRACT)
    ends = [line.split(" -> ") for line in contract["ignore_imports"]]
    return {(source.split(".")[2], target.split(".")[2]) for source, target in ends}


def test_there_are_rooms_and_relations():
    assert ("duties", "suggestions") in rooms()
    assert relations() != []


def test_relations_point_down_a_floor_or_through_a_door():
    wrong = []
    for model, field, (floor, room), (other_floor, other) in relations():
        down = FLOORS.index(other_floor) < FLOORS.index(floor)
        aside = other_floor == floor != "duties" or (room, other) in doors()
        if not (down or aside):
            wrong.append(f"{model._meta.label}.{field.name} → {other_floor}.{other}")
    assert wrong == []


def test_relations_between_rooms_make_no_circle():
    ends = {(source, target) for _, _, source, target in relations()}
    waiting = {room for pair in ends for room in pair}
    while free := {room for room in waiting if not any(pair[0] == room for pair in ends)}:
        waiting -= free
        ends = {pair for pair in ends if pair[1] not in free}
    assert waiting == set()


def test_every_room_folder_is_installed():
    folders = {(path.parent.parent.name, path.parent.name) for path in HOUSE.glob("*/*/apps.py")}
    assert folders == set(rooms())


def test_constraint_names_are_sentences():
    ours = [model for model in apps.get_models() if room_of(model)]
    names = [constraint.name for model in ours for constraint in model._meta.constraints]
    assert [name for name in names if len(name.split("_")) < 3] == []


def workflows():
    """Every lifecycle of the house as (room module, workflow)."""
    found = []
    for room in (".".join(("minqiao", *names)) for names in rooms()):
        if find_spec(f"{room}.mechanism"):
            mechanism = import_module(f"{room}.mechanism").MECHANISM
            found += [(room, workflow) for workflow in mechanism.workflows]
    return found


def test_there_are_lifecycles():
    assert "suggestion" in {workflow.slug for _, workflow in workflows()}


def declared(room, name, workflow):
    """What a room's workflow file declares beside the table for one of its lifecycles."""
    return set(getattr(import_module(f"{room}.workflow"), name, {}).get(workflow.slug, ()))


def keys_of(room, file, name, workflow):
    """The verbs of a table such as FORMS: one for the room, or one for each lifecycle."""
    table = getattr(import_module(f"{room}.{file}"), name)
    return set(table.get(workflow.slug, table))


@pytest.fixture(params=workflows(), ids=lambda pair: f"{pair[0].split('.')[2]}-{pair[1].slug}")
def lifecycle(request):
    return request.param


def test_every_step_has_its_form_and_its_action(lifecycle):
    room, workflow = lifecycle
    verbs = set(workflow.actions())
    assert verbs - keys_of(room, "forms", "FORMS", workflow) == set()
    assert verbs - keys_of(room, "actions", "ACTIONS", workflow) == set()


def test_every_form_of_a_step_is_a_step_form(lifecycle):
    """So that days and marks of secrecy are looked at in all of them; the registry keeps no such texts."""
    room, workflow = lifecycle
    if not room.startswith("minqiao.duties."):
        return
    forms = import_module(f"{room}.forms").FORMS
    forms = forms.get(workflow.slug, forms)
    assert [verb for verb in workflow.actions() if not issubclass(forms[verb], StepForm)] == []


def test_every_form_and_action_has_its_step():
    tables = {}
    for room, workflow in workflows():
        tables.setdefault(room, set()).update(workflow.actions())
    wrong = []
    for room, verbs in tables.items():
        ones = [workflow for name, workflow in workflows() if name == room]
        for file, name in (("forms", "FORMS"), ("actions", "ACTIONS")):
            wrong += [(room, name, verb) for one in ones for verb in keys_of(room, file, name, one) - verbs]
    assert wrong == []


def test_every_state_can_be_reached(lifecycle):
    room, workflow = lifecycle
    reached = {workflow.start} | declared(room, "DERIVED", workflow)
    while more := {s.target for s in workflow.steps if reached & set(s.sources)} - reached - {""}:
        reached |= more
    assert {source for step in workflow.steps for source in step.sources} - reached == set()


def test_only_declared_states_end_a_life(lifecycle):
    room, workflow = lifecycle
    left = {source for step in workflow.steps for source in step.sources if step.target not in ("", source)}
    ends = {step.target for step in workflow.steps if step.target} - left
    derived = declared(room, "DERIVED", workflow)
    assert ends - derived == declared(room, "FINAL", workflow) - derived


def test_rows_of_a_verb_share_their_label(lifecycle):
    _, workflow = lifecycle
    labels = {verb: {row.label for row in workflow.rows(verb)} for verb in workflow.actions()}
    assert {verb: words for verb, words in labels.items() if len(words) > 1} == {}


def test_menu_addresses_and_labels_are_unique():
    slugs = [mechanism.slug for mechanism in mechanisms()]
    labels = [entry.label for mechanism in mechanisms() for entry in mechanism.web.menu]
    assert len(set(slugs)) == len(slugs)
    assert len(set(labels)) == len(labels)


CLOCK_READERS = {"now", "today", "localdate", "utcnow"}
EDGES = ("views", "stepview", "api", "tasks", "management", "config")


def sources():
    """Every Python file of the house but migrations, with its tree."""
    files = [path for path in sorted(HOUSE.rglob("*.py")) if "migrations" not in path.parts]
    return [(path.relative_to(HOUSE), ast.parse(path.read_text("utf-8"))) for path in files]


def is_edge(path):
    """Whether time may enter in this file: view, API, command, task, config, and the clock itself."""
    names = (*path.parts[:-1], path.stem)
    return any(name in EDGES for name in names) or path == Path("kit/clock.py")


def called_name(node):
    """The last name of what is called: `now` of both now() and timezone.now()."""
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def test_the_time_is_asked_only_at_the_edge():
    calls = [
        (path, node) for path, tree in sources() for node in ast.walk(tree) if isinstance(node, ast.Call)
    ]
    asked = [(path, node.lineno) for path, node in calls if called_name(node) in CLOCK_READERS]
    assert [f"{path}:{line}" for path, line in asked if not is_edge(path)] == []


def names_read(tree):
    """The environment variables a file names: os.environ.get("X"), os.environ["X"], os.getenv("X")."""
    for node in ast.walk(tree):
        asked = []
        if isinstance(node, ast.Call) and re.search(r"environ\b|getenv$", ast.unparse(node.func)):
            asked = node.args[:1]
        if isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("environ"):
            asked = [node.slice]
        yield from (arg.value for arg in asked if isinstance(arg, ast.Constant))


def test_readings_of_the_environment_are_recognised():
    code = "import os\nos.environ.get('A')\nos.environ['B']\nos.getenv('C')\nread('D')"
    assert sorted(names_read(ast.parse(code))) == ["A", "B", "C"]


def test_every_environment_variable_is_listed():
    read = {(str(path), name) for path, tree in sources() for name in names_read(tree)}
    known = {*DEFAULTS, "DJANGO_SETTINGS_MODULE"}
    assert {pair for pair in read if pair[1] not in known} == set()


def test_settings_read_the_environment_through_the_list():
    readers = {str(path) for path, tree in sources() if "os.environ" in ast.unparse(tree)}
    assert "config/settings.py" not in readers
    assert {"config/environment.py", "kit/clock.py"} <= readers
