"""The newcomer's way in: `python3 run.py demo` and `python3 run.py test`, given Python and pip alone.

Standard library only. It finds uv or installs it beside the code, makes `.venv` from the hashed lock
and hands over. Nothing outside this folder is touched; no root, compiler, Node or database server is needed.
"""

import glob
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV, TOOLS, LOCKS = ROOT / ".venv", ROOT / ".tools", ROOT / "requirements"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
STAMP = VENV / "minqiao-stamp"
OLDEST = (3, 11)
OWN = "DATABASE_URL SECRET_KEY ALLOWED_HOSTS FIELD_KEY LOOKUP_KEY MEDIA_ROOT PYTHONDONTWRITEBYTECODE"
IN_CI = os.environ.get("CI", "").lower() in ("1", "true", "yes")
USAGE = """用法 usage:
  python3 run.py demo [选项]         安装并运行演示 install and run the demo
  python3 run.py test [pytest 参数]  安装并测试，带参数时只跑 pytest; with arguments pytest alone
  python3 run.py install             只安装运行所需 what a server needs
  python3 run.py setup | lint | lock 开发环境、静态检查、重新锁定依赖 for developers"""

# What the full test run wants from the machine beyond Python: what for, and Debian's packages for it.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
BROWSER = ("浏览器测试 browser journeys (Chromium)", ("chromium-headless-shell",))
FONTS = ("公文排版测试 official papers (fonts)", ("fonts-noto-cjk", "texlive-lang-chinese"))
POSTGRES = ("PostgreSQL 上的全部测试 the suite on PostgreSQL", ("postgresql",))


def main():
    """Do what the first word says; the rest belongs to it."""
    use_new_python()
    word, rest = (sys.argv[1:] or ["help"])[0], sys.argv[2:]
    words = {"demo": demo, "test": test, "install": ready, "setup": setup, "lint": lint, "lock": lock}
    if word not in words:
        print(USAGE)
        sys.exit(0 if word in ("help", "-h", "--help") else 2)
    try:
        sys.exit(words[word](rest))
    except KeyboardInterrupt:
        sys.exit(130)


def use_new_python():
    """Go on with a Python that is new enough, or say which one is needed."""
    if sys.version_info >= OLDEST:
        return
    newer = next(filter(None, (shutil.which(f"python3.{minor}") for minor in range(20, 10, -1))), None)
    if newer:
        os.execv(newer, [newer, *sys.argv])
    have = ".".join(map(str, sys.version_info[:2]))
    chinese = f"需要 Python 3.11 或更新版本，当前是 {have}。请安装后用 python3.11 run.py … 运行。"
    fail(chinese, f"Python 3.11 or newer is needed, this is {have}.")


def fail(chinese, english):
    """End with one clear message in both languages."""
    print(f"\n出错：{chinese}\nError: {english}", file=sys.stderr)
    sys.exit(1)


def demo(rest):
    """Install what the platform runs on, then become `minqiao demo`."""
    install("main")
    os.chdir(ROOT)
    command = [str(BIN / "minqiao"), "demo", *rest]
    if os.name == "nt":
        return subprocess.call(command)
    sys.stdout.flush()
    return os.execv(command[0], command)


def ready(rest, profile="main"):
    """What the platform runs on, and no more: for a server."""
    install(profile)
    print(f"就绪 ready: {BIN / 'minqiao'}")
    return 0


def setup(rest):
    """Everything a developer needs."""
    return ready(rest, "test")


def lint(rest):
    """The checks that run no test."""
    install("test")
    return report([run_step(*step) for step in static_steps()], [])


def lock(rest):
    """Write the hashed locks anew from the *.in files (add --upgrade to take newer versions)."""
    uv = find_uv()
    quiet = ["--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links", "--quiet"]
    python = ["--universal", "--generate-hashes", "--python-version", ".".join(map(str, OLDEST))]
    for name in ("tools", "main", "optimum", "test"):
        target = ["-o", f"requirements/{name}.txt", f"requirements/{name}.in"]
        call([uv, "pip", "compile", *python, *quiet, *rest, *target], "锁定依赖失败", "locking failed")
    return 0


def test(rest):
    """All checks and tests this machine allows; names what was left out, and fails over it in CI."""
    install("test")
    if rest:
        return run_step("pytest", [BIN / "pytest", *rest], {})[1]
    missing = missing_pieces()
    server = postgres()
    steps = [*static_steps(), ("测试：SQLite", [*pytest_command(missing)], {})]
    if server:
        # What the browser shows and what asks for no database was seen on SQLite; the rest runs on both.
        command = pytest_command([*missing, BROWSER], "tables")
        steps.append(("测试：PostgreSQL", command, {"DATABASE_URL": server}))
    else:
        missing.append(POSTGRES)
    return report([run_step(*step) for step in steps], missing)


def install(profile):
    """Bring .venv to what the lock says; does nothing when it already is."""
    if any(stamp(name) == read_stamp() for name in {profile, "test"}):
        return
    print("正在准备运行环境（首次约需一分钟）… preparing the environment", flush=True)
    uv = find_uv()
    fresh = read_stamp().split("\n")[:2] == stamp(profile).split("\n")[:2]
    if not (fresh and (BIN / "python").exists()):
        shutil.rmtree(VENV, ignore_errors=True)
        call(
            [uv, "venv", "--quiet", "--python", sys.executable, VENV],
            "无法建立 .venv，请检查本目录是否可写、磁盘是否有空间。",
            "could not make .venv; is this folder writable, is there space?",
        )
    python = ["--python", VENV]
    call(
        [uv, "pip", "sync", "--quiet", *python, "--require-hashes", LOCKS / f"{profile}.txt"],
        "下载依赖失败。请检查网络；内网请先为 pip 设好镜像（pip config set global.index-url …）再重试。",
        "could not fetch the dependencies; check the network, or point pip at your mirror, and try again.",
    )
    call(
        [uv, "pip", "install", "--quiet", *python, "--no-deps", "--no-build-isolation", "-e", ROOT],
        "安装本项目失败。",
        "could not install the project itself.",
    )
    STAMP.write_text(stamp(profile), encoding="utf-8")


def stamp(profile):
    """What .venv was made from: this folder, this Python, this lock."""
    digest = hashlib.sha256((LOCKS / f"{profile}.txt").read_bytes()).hexdigest()
    return f"{ROOT}\n{sys.version_info[0]}.{sys.version_info[1]}\n{profile}\n{digest}"


def read_stamp():
    """The stamp as it stands, or "" when .venv is missing or its Python is gone."""
    there = STAMP.exists() and (BIN / "python").exists()
    return STAMP.read_text(encoding="utf-8") if there else ""


def find_uv():
    """uv on the PATH, else in .tools, else installed there by pip from its own lock."""
    own = TOOLS / "bin" / ("uv.exe" if os.name == "nt" else "uv")
    found = shutil.which("uv") or (str(own) if own.exists() else "")
    if found:
        return found
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    # A user's defaults that cannot go together with --target; Debian's rule does not apply to it.
    env = {**os.environ, "PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0", "PIP_ROOT_USER_ACTION": "ignore"}
    wanted = ["--upgrade", "--target", TOOLS, "--require-hashes", "-r", LOCKS / "tools.txt"]
    call(
        [*pip, *wanted],
        "无法用 pip 安装 uv。请检查网络和 pip（Debian：apt-get install python3-pip），或自行安装 uv 后重试。",
        "pip could not install uv; check the network and pip, or install uv yourself.",
        env,
    )
    return str(own)


def call(command, chinese, english, env=None):
    """Run a tool; end with a message when it fails."""
    done = subprocess.run([str(part) for part in command], cwd=ROOT, env=env or uv_environment())
    if done.returncode:
        fail(chinese, english)


def uv_environment():
    """uv takes the user's pip settings (mirror, certificates) and never fetches another Python."""
    pip, env = pip_settings(), dict(os.environ)
    env["UV_PYTHON_DOWNLOADS"] = "never"
    if not os.access(os.path.expanduser("~"), os.W_OK):
        env.setdefault("UV_CACHE_DIR", str(TOOLS / "cache"))
    for name in ("VIRTUAL_ENV", "CONDA_PREFIX"):
        env.pop(name, None)
    twins = {"UV_DEFAULT_INDEX": "index-url", "SSL_CERT_FILE": "cert", "UV_INSECURE_HOST": "trusted-host"}
    if pip.get("no-index", "0").lower() in ("1", "true", "yes", "on"):
        env.setdefault("UV_NO_INDEX", "1")
        twins["UV_FIND_LINKS"] = "find-links"
    for name, setting in twins.items():
        if setting in pip and "UV_INDEX_URL" not in env:
            env.setdefault(name, pip[setting])
    return env


def pip_settings():
    """The settings of the user's pip, from its files and the environment."""
    listing = [sys.executable, "-m", "pip", "config", "list"]
    return settings_in(subprocess.run(listing, capture_output=True, text=True, cwd=ROOT).stdout)


def settings_in(listing):
    """The lines of `pip config list` by name; the environment goes before files."""
    rows = [line.partition("=") for line in listing.splitlines() if "=" in line]
    rank = {"global": 0, "install": 1, ":env:": 2}
    rows.sort(key=lambda row: rank.get(row[0].split(".")[0], 0))
    return {name.split(".", 1)[-1]: value.strip("'\"") for name, _, value in rows}


def static_steps():
    """Checks that run no test, in the order in which they are quick."""
    return [
        ("代码检查 ruff", [BIN / "ruff", "check", "."], {}),
        ("代码格式 ruff format", [BIN / "ruff", "format", "--check", "."], {}),
        ("架构约定 import-linter", [BIN / "lint-imports"], {}),
        ("迁移齐全 makemigrations --check", [BIN / "minqiao", "makemigrations", "--check", "--dry-run"], {}),
        ("参考文档最新 reference --check", [BIN / "minqiao", "reference", "--check"], {}),
    ]


def pytest_command(missing, *wanted):
    """pytest over everything that is marked as wanted and does not need a missing piece."""
    left_out = {BROWSER[0]: "not browser", FONTS[0]: "not papers"}
    marks = " and ".join([*wanted, *sorted({left_out[what] for what, _ in missing})])
    # Each worker keeps to the order of tests/conftest.py: none goes on from what another left empty.
    return [BIN / "pytest", "-v", "-n", "auto", "--dist", "load", *(["-m", marks] if marks else [])]


def missing_pieces():
    """What the browser and paper tests need and this machine lacks."""
    probe = [str(BIN / "minqiao"), "check", "--tag", "papers", "--fail-level", "WARNING"]
    fonts = subprocess.run(probe, cwd=ROOT, env=clean_environment({}), capture_output=True).returncode == 0
    there = {BROWSER: any(map(shutil.which, BROWSERS)), FONTS: fonts}
    return [piece for piece in there if not there[piece]]


def postgres():
    """The address of a PostgreSQL server where databases may be made, or ""."""
    named = os.environ.get("MINQIAO_TEST_POSTGRES")
    sockets = ["postgresql:///postgres"] * bool(glob.glob("/var/run/postgresql/.s.PGSQL.*"))
    tries = [named] if named else [*sockets, "postgresql://postgres@127.0.0.1:5432/postgres"]
    code = (
        "import psycopg, sys\n"
        "row = psycopg.connect(sys.argv[1], connect_timeout=2).execute("
        "'select rolcreatedb or rolsuper from pg_roles where rolname = current_user').fetchone()\n"
        "sys.exit(0 if row[0] else 1)"
    )
    for address in tries:
        at_server = address.rpartition("/")[0] + "/postgres"
        probe = [str(BIN / "python"), "-c", code, at_server]
        if subprocess.run(probe, capture_output=True).returncode == 0:
            return address
    return ""


def clean_environment(changes):
    """None of this machine's settings of the platform, a place of its own, the house compiled but once."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith("MINQIAO_")}
    place = os.path.join(tempfile.gettempdir(), f"minqiao-test-{os.getpid()}")
    return {**{name: kept[name] for name in kept if name not in OWN.split()}, "MINQIAO_VAR": place, **changes}


def run_step(name, command, changes):
    """Run one step in full view: its name, its exit code, its seconds."""
    print(f"\n—— {name} ——", flush=True)
    env, begun = clean_environment(changes), time.monotonic()
    done = subprocess.run([str(part) for part in command], cwd=ROOT, env=env)
    shutil.rmtree(env["MINQIAO_VAR"], ignore_errors=True)
    return name, done.returncode, time.monotonic() - begun


def report(results, missing):
    """The summary and the exit code."""
    print("\n—— 小结 summary ——")
    for name, code, seconds in results:
        print(f"  {'通过 ok  ' if code == 0 else '失败 FAIL'}  {name}（{seconds:.0f} 秒）")
    print("".join(f"  未做 left out  {what}\n" for what, _ in missing), end="")
    if missing:
        packages = " ".join(package for _, names in missing for package in names)
        print(f"补齐 to bring them: apt-get install --no-install-recommends {packages}")
        print("CI 中不得缺项 in CI nothing may be left out" if IN_CI else "")
    return int(any(code for _, code, _ in results) or bool(IN_CI and missing))


if __name__ == "__main__":
    main()
