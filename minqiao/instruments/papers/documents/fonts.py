"""The type faces of papers: which are found here, and in which order they are tried.

A site with licensed faces puts the files into MINQIAO_FONT_DIR; MINQIAO_PAPER_FONTS names an order of its
own, for example `body=仿宋_GB2312,FandolFang R;title=方正小标宋简体`.
"""

import functools
from pathlib import Path

import typst
from django.conf import settings

from minqiao.kit.workflow import Refused

FANDOL = (
    "/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol",
    "/usr/share/texmf/fonts/opentype/public/fandol",
)
SERIF, SANS = "Noto Serif CJK SC", "Noto Sans CJK SC"
# The last face of each line has every character of GBK and the rare ones of names: no empty boxes.
ORDER = {
    "body": ("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "FandolFang R", SERIF),
    "title": ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", SERIF, "FandolSong"),
    "hei": ("黑体", "SimHei", "FandolHei", SANS),
    "kai": ("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "FandolKai", "AR PL UKai CN", SERIF),
    "song": ("宋体", "SimSun", SERIF, "FandolSong"),
}
MISSING = (
    "服务器上没有公文字体，暂时不能生成PDF。请系统管理员安装 Debian 软件包 fonts-noto-cjk 和 "
    "texlive-lang-chinese，或者把字体文件放进 MINQIAO_FONT_DIR 所指的文件夹。Word文档和打印页不受影响。"
)


def order_from(text: str) -> dict[str, tuple[str, ...]]:
    """The order of faces a site asks for, `role=face,face;role=face`; ValueError when a role is unknown."""
    pairs = (part.partition("=") for part in text.split(";") if part.strip())
    asked = {role.strip(): tuple(map(str.strip, faces.split(","))) for role, _, faces in pairs}
    if unknown := set(asked) - set(ORDER):
        raise ValueError(f"MINQIAO_PAPER_FONTS: {', '.join(sorted(unknown))} not in {', '.join(ORDER)}")
    return asked


@functools.cache
def found() -> typst.Fonts:
    """All faces of this machine and of the site's folder, searched once per process."""
    folders = [settings.FONT_DIR, *FANDOL]
    return typst.Fonts(font_paths=[str(folder) for folder in folders if folder and Path(folder).is_dir()])


def choose(families, asked=None) -> dict[str, list[str]]:
    """For each role the faces to try, best first, of those among `families`; Refused when a role has none."""
    order = ORDER | {role: faces + ORDER[role] for role, faces in (asked or {}).items()}
    chosen = {role: [face for face in faces if face in families] for role, faces in order.items()}
    spare = [face for face in (SERIF, SANS, "FandolSong") if face in families]
    chosen = {role: list(dict.fromkeys(faces + spare)) for role, faces in chosen.items()}
    if not all(chosen.values()):
        raise Refused(MISSING, action="pdf")
    return chosen


@functools.cache
def faces() -> dict[str, list[str]]:
    """The faces papers are set in on this machine; Refused with what to install when there are none."""
    return choose(set(found().families()), order_from(settings.PAPER_FONTS))
