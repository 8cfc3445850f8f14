"""Rules about the source that no linter checks."""

import ast
import io
import re
import subprocess
import tokenize
import unicodedata
from functools import cache
from importlib.resources import files
from pathlib import Path

from nämnd.tables import Base

ROOT = Path(__file__).parents[2]
TOPS = ("nämnd", "ui", "tests", "resources", "templates", "benchmarks")
SOURCES = [ROOT / "start.py", *sorted(one for top in TOPS for one in (ROOT / top).rglob("*.py"))]
PRODUCT = [path for path in SOURCES if path.relative_to(ROOT).parts[0] in ("nämnd", "ui")]
TEXTS = (".py", ".md", ".toml", ".lock", ".txt", ".svg", ".json", ".mako", ".qss", ".yml", ".cfg")


def tracked():
    """Return the files that belong to the project: what git would hand to somebody else."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    names = listed.stdout.decode().split("\0") if listed.returncode == 0 else []
    found = [ROOT / name for name in names if name]
    return [path for path in found or SOURCES if path.is_file()]


TRACKED = tracked()


def shown(path):
    return ascii(str(path.relative_to(ROOT)))[1:-1]


@cache
def text_of(path):
    return path.read_text(encoding="utf-8", errors="replace")


@cache
def tree_of(path):
    return ast.parse(text_of(path))


def faults(paths, check):
    """Return what `check` finds in each file, by file, where it finds something."""
    found = {shown(path): list(check(path)) for path in paths}
    return {name: what for name, what in found.items() if what}


def identifiers(path):
    """Yield every name that a program text gives to something, and the file's own."""
    yield path.stem
    for token in tokenize.generate_tokens(io.StringIO(text_of(path)).readline):
        if token.type == tokenize.NAME:
            yield token.string


def test_there_is_source_to_check():
    assert len(PRODUCT) > 50
    assert len(TRACKED) > 100


def test_paths_are_composed_and_hold_nothing_that_another_system_forbids():
    for path in TRACKED:
        name = str(path.relative_to(ROOT))
        assert unicodedata.is_normalized("NFC", name), ascii(name)
        assert not set(name) & set('<>:"|?*\\'), name


def test_text_is_composed():
    assert not [path for path in SOURCES if not unicodedata.is_normalized("NFC", text_of(path))]


def long_functions(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            if length > 40:
                yield f"{node.name}: {length} lines"


def is_migration(path):
    return "migrations" in path.parts  # one long list of what to do


def test_files_stay_short():
    lengths = {shown(path): text_of(path).count("\n") for path in SOURCES}
    assert {name: length for name, length in lengths.items() if length > 400} == {}


def test_functions_stay_short():
    short = [path for path in PRODUCT if not is_migration(path)]
    assert faults(short, lambda path: long_functions(tree_of(path))) == {}


def test_a_long_function_would_be_noticed():
    assert list(long_functions(ast.parse("def f():\n" + "    x = 1\n" * 40))) == ["f: 41 lines"]
    assert not list(long_functions(ast.parse("def f():\n" + "    x = 1\n" * 39)))


# Spelled in the letters of the keyboard in front of somebody else. In two parts: this file is
# searched too.
MISSPELT = re.compile(
    r"(?i)(?<![a-zåäö])(arende|sammantrade|narvaro|jav|ersattar|ledamoter|foredragande|forslag"
    r"|oversikt|lasning|overenskommelse|omrade|atgard|rost|utgava|tillaggslista|namnd)"
)
OUTSIDE_PYTHON = {"namnd", "sammantrade", "arende", "overenskommelse"}  # options


def misspelt(names):
    return sorted({name for name in names if MISSPELT.search(name.replace("_", " "))})


def test_words_of_the_field_keep_their_letters():
    def check(path):
        options = "cli" in path.parts or path.name == "__main__.py"
        return set(misspelt(identifiers(path))) - (OUTSIDE_PYTHON if options else set())

    assert faults(PRODUCT, check) == {}


def test_a_misspelt_word_would_be_noticed():
    names = ["ärende_id", "arende_id", "new_arende", "SammantradeRow", "nämnder", "namnder", "namn"]
    assert misspelt(names) == ["SammantradeRow", "arende_id", "namnder", "new_arende"]


UNFINISHED = re.compile(
    r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b|(?i:not (yet )?implemented|for now\b|stubbed)"
)


def test_nothing_is_left_for_later():
    check = lambda path: [found[0] for found in UNFINISHED.finditer(text_of(path))]  # noqa: E731
    assert faults(PRODUCT, check) == {}


def test_what_is_left_for_later_would_be_noticed():
    assert UNFINISHED.search("x = 1  # TO" + "DO: the rest")
    assert not UNFINISHED.search("raise NotImplementedError(type(error))")


def empty_functions(path):
    for node in ast.walk(tree_of(path)):
        if (
            isinstance(node, ast.FunctionDef)
            and all(map(is_words, node.body))
            and not is_protocol(path, node)
            and not overrides_with_nothing(node)
        ):
            yield node.name


def test_no_function_is_empty():
    assert faults(PRODUCT, empty_functions) == {}


def is_words(node):
    return isinstance(node, ast.Pass) or (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    )


def is_protocol(path, function):
    """Say whether the function belongs to a Protocol, or is one of several forms of another."""
    inside = [
        node
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ClassDef)
        and any("Protocol" in ast.unparse(base) for base in node.bases)
        and any(getattr(one, "name", "") == function.name for one in node.body)
    ]
    return bool(inside) or any("overload" in ast.unparse(one) for one in function.decorator_list)


def overrides_with_nothing(function):
    """Say whether it answers Qt or the standard library with silence, and says why."""
    return any(isinstance(one, ast.Expr) for one in function.body)


ADDRESSES = re.compile(
    r"(?i)(py"
    r"pi\.org|pythonhosted\.org|npm"
    r"js\.(com|org)|registry\.yarn"
    r"pkg|deb\.debian\.org"
    r"|security\.debian\.org|archive\.ubuntu\.com|files\.python|proxy\.go"
    r"lang|anaconda\.org"
    r"|--index-url|--extra-index|https?://[^\s/]*(artifactory|nexus|mirror|registry))"
)


def test_no_file_names_a_package_registry():
    found = [
        shown(path)
        for path in TRACKED
        if path.suffix in TEXTS or not path.suffix
        if path != Path(__file__)
        if ADDRESSES.search(text_of(path))
    ]
    assert found == []


def test_an_address_of_a_registry_would_be_noticed():
    assert ADDRESSES.search("https://files.python" + "hosted.org/packages/x.whl")
    assert ADDRESSES.search("https://" + "py" + "pi.org/simple")


SCREEN = ("PySide6", "shiboken6", "ui")


def top(path):
    return path.relative_to(ROOT).parts[0]


def imports(path):
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_what_decides_and_remembers_knows_no_screen():
    def check(path):
        return [name for name in imports(path) if name.split(".")[0] in SCREEN]

    assert faults((path for path in PRODUCT if top(path) == "nämnd"), check) == {}


TRANSACTIONS = {"commit", "rollback", "begin", "begin_nested", "connection"}
PAST_THE_LOG = {"bulk_save_objects", "bulk_insert_mappings", "bulk_update_mappings"}


def session_calls(path):
    for node in ast.walk(tree_of(path)):
        if (
            isinstance(node, ast.Attribute)
            and node.attr in TRANSACTIONS | PAST_THE_LOG
            and ast.unparse(node.value).endswith("session")
        ):
            yield node.attr


def test_only_the_store_begins_and_ends_transactions():
    others = [path for path in PRODUCT if "store" not in path.relative_to(ROOT).parts]
    assert faults(others, session_calls) == {}


def test_rules_read_no_clock_no_chance_and_no_environment():
    forbidden = {"random", "secrets", "time", "os", "sys", "sqlalchemy", "sqlite3"}
    rules = [path for path in PRODUCT if path.name in ("rules.py", "content.py")]
    assert len(rules) > 2
    assert faults(rules, lambda path: {n.split(".")[0] for n in imports(path)} & forbidden) == {}


def test_tables_and_columns_are_lower_case_and_composed():
    for table in Base.metadata.tables.values():
        names = (table.name, *table.columns.keys(), *(str(index.name) for index in table.indexes))
        for name in names:
            assert name == unicodedata.normalize("NFC", name.lower())


def test_data_folders_are_found_and_their_files_are_named_in_ascii():
    for package in ("resources", "templates"):
        names = [one.name for one in files(package).iterdir() if one.name != "__pycache__"]
        assert len(names) > 1
        assert all(name.isascii() for name in names)
