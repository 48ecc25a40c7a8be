"""The limits we hold ourselves to: size, depth, words, templates without inline code, clean locks."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HOUSE = ROOT / "minqiao"
FILE, FUNCTION, NESTING, TEMPLATE = 300, 40, 3, 120
BLOCKS = (ast.For, ast.AsyncFor, ast.While, ast.If, ast.With, ast.AsyncWith, ast.Try, ast.Match)
FORMALISM = ("积分", "排行榜", "打卡", "签到率", "在线时长")


def python_files():
    """All our Python, but migrations: they are written once."""
    files = [ROOT / "run.py", *HOUSE.rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
    return sorted(path for path in files if "migrations" not in path.parts)


def templates():
    return sorted(HOUSE.rglob("templates/**/*.html"))


def named(path, *more):
    return ":".join(map(str, (path.relative_to(ROOT), *more)))


def lines(path):
    return len(path.read_text("utf-8").splitlines())


def functions():
    for path in python_files():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield path, node


def depth(node, level=0):
    """How deep blocks are nested under a node; an elif is no deeper than its if."""
    deepest = level
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        is_elif = isinstance(node, ast.If) and isinstance(child, ast.If) and node.orelse == [child]
        deeper = isinstance(child, BLOCKS) and not is_elif
        deepest = max(deepest, depth(child, level + deeper))
    return deepest


def test_depth_counts_blocks_and_not_elifs():
    code = "def f():\n if a:\n  for b in c:\n   pass\n elif d:\n  pass\n elif e:\n  with g: pass"
    assert depth(ast.parse(code).body[0]) == 2


def test_files_are_short():
    assert [named(path, lines(path)) for path in python_files() if lines(path) > FILE] == []


def test_functions_are_short():
    sizes = [(path, node.name, node.end_lineno - node.lineno + 1) for path, node in functions()]
    assert [named(path, name, size) for path, name, size in sizes if size > FUNCTION] == []


def test_functions_are_shallow():
    depths = [(path, node.name, depth(node)) for path, node in functions()]
    assert [named(path, name, level) for path, name, level in depths if level > NESTING] == []


def test_files_say_what_they_are_for():
    files = [path for path in python_files() if path.read_text("utf-8").strip()]
    assert [named(path) for path in files if not ast.get_docstring(ast.parse(path.read_text("utf-8")))] == []


def test_rooms_say_what_they_are_for():
    rooms = [path.parent / "__init__.py" for path in HOUSE.glob("*/*/apps.py")]
    assert [named(path) for path in rooms if not path.read_text("utf-8").strip()] == []


def test_nothing_is_imported_inside_a_function():
    """But in ready() of an apps.py: only there are the models loaded."""
    ours = [(path, node) for path, node in functions() if HOUSE in path.parents]
    others = [(path, node) for path, node in ours if (path.name, node.name) != ("apps.py", "ready")]
    importing = [(path, node) for path, node in others if any(map(is_import, ast.walk(node)))]
    assert [named(path, node.name) for path, node in importing] == []


def is_import(node):
    return isinstance(node, ast.Import | ast.ImportFrom)


def test_templates_are_short():
    assert [named(path, lines(path)) for path in templates() if lines(path) > TEMPLATE] == []


INLINE = {
    "style": re.compile(r"<style\b|\sstyle\s*=", re.I),
    "script": re.compile(r"<script(?![^>]*\ssrc=)", re.I),
    "handler": re.compile(r"<[^>]*\son[a-z]+\s*=\s*[\"']", re.I),
    "javascript": re.compile(r"javascript:", re.I),
    "elsewhere": re.compile(r"(?:src|href|action)\s*=\s*[\"'](?:https?:)?//", re.I),
}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("style", '<p style="x">'),
        ("script", "<script>go()</script>"),
        ("handler", '<a onclick="go()">'),
        ("javascript", '<a href="javascript:go()">'),
        ("elsewhere", '<img src="//host/a.png">'),
    ],
)
def test_inline_code_is_recognised(kind, text):
    assert INLINE[kind].search(text)


def test_templates_have_no_inline_code_and_load_nothing_from_elsewhere():
    texts = [(path, path.read_text("utf-8")) for path in templates()]
    found = [named(path, kind) for path, text in texts for kind, sign in INLINE.items() if sign.search(text)]
    assert found == []


def test_no_formalism_by_design():
    """No points, rankings, check-ins: the words do not occur in code, templates, scripts or papers."""
    files = [path for end in ("py", "html", "js", "css", "typ") for path in HOUSE.rglob(f"*.{end}")]
    texts = [(path, path.read_text("utf-8")) for path in sorted(files)]
    assert [named(path, word) for path, text in texts for word in FORMALISM if word in text] == []


def test_locks_name_no_address():
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        text = path.read_text("utf-8")
        assert re.findall(r"\S*://\S*|--(?:index|extra-index|find)\S*|^\S+ @ .*$", text, re.M) == []
        pins = re.findall(r"^([a-z0-9][^=\s\[]*)(?:\[[^]]*])?==", text, re.M)
        blocks = re.split(r"\n(?=[a-z0-9])", text.strip())
        assert len(pins) == len(blocks)
        assert [block.split("==")[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_every_dependency_has_its_reason():
    asked = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "requirements").glob("*.in")))
    wanted = set(re.findall(r"^([a-z][a-z0-9-]*)", asked, re.M))
    record = (ROOT / "docs" / "decisions" / "0008-dependencies.md").read_text("utf-8")
    rows = [line.split("|")[1] for line in record.splitlines() if line.startswith("| `")]
    assert set(re.findall(r"`([^`]+)`", "".join(rows))) == wanted


def tracked_texts():
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        # An unpacked archive has no list of tracked files to look at; CI always runs in a clone.
        pytest.skip("not a checkout")
    for name in filter(None, done.stdout.split("\0")):
        path = ROOT / name
        if path.is_file():
            yield name, path.read_bytes().decode("utf-8", "ignore")


def test_no_tracked_file_names_a_place_on_a_machine():
    places = re.compile("|".join(["/" + name + "/" for name in (r"work", r"root", r"home/\w+", r"tmp/\w+")]))
    assert [(name, hit) for name, text in tracked_texts() for hit in set(places.findall(text))] == []


def test_no_mark_of_unfinished_work():
    marks = re.compile(r"\b(?:" + "|".join(["TO" + "DO", "FIX" + "ME", "X" + "XX"]) + r")\b")
    texts = [(name, text) for name, text in tracked_texts() if name.endswith((".py", ".html", ".js", ".css"))]
    assert [name for name, text in texts if marks.search(text)] == []
