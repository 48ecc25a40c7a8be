"""Every lifecycle as a diagram and as the table it is in the code."""

import inspect

from minqiao.config.reference.markdown import code, fence, page, table
from minqiao.kit.mechanism import mechanisms

HEADS = ("步骤", "动词", "从", "到", "谁，并且", "起算的期限", "文书")


def lifecycles() -> str:
    """The page."""
    sections = [
        part for room in mechanisms() for workflow in room.workflows for part in _life(room, workflow)
    ]
    return page(
        "办理流程",
        "每个环节能走到哪一步、谁可以走、走后起算什么期限、出什么文书。"
        "“到”为空表示环节不变。同一动词有多行时，按当时的环节和条件适用其中一行。",
        *sections,
    )


def _life(room, workflow):
    yield f"## {room.label}：{workflow.label}（`{workflow.slug}`）"
    yield fence("mermaid", diagram(workflow))
    yield table(HEADS, [_line(step) for step in workflow.steps])


def diagram(workflow) -> str:
    """The workflow's own diagram with the states in words, without the steps that stay where they are."""
    first, *arrows = workflow.diagram().split("\n")
    names = [f'    state "{words(state)}" as {state}' for state in states(workflow)]
    return "\n".join([first, *names, *(arrow for arrow in arrows if moves(arrow))])


def moves(arrow) -> bool:
    """Whether an arrow of a diagram leads to another state."""
    source, _, rest = arrow.partition(" --> ")
    return source.strip() != rest.partition(":")[0]


def states(workflow):
    """All states of a table, in the order in which they appear."""
    seen = [state for step in workflow.steps for state in (*step.sources, step.target) if state]
    return list(dict.fromkeys([workflow.start, *seen]))


def words(state) -> str:
    """A state in words."""
    return getattr(state, "label", state)


def _line(step):
    sources = "、".join(words(source) for source in step.sources)
    conditions = [*step.checks, *([step.window] if step.window else [])]
    who = "<br>".join(_condition(check) for check in conditions)
    return (
        step.label,
        code(step.action),
        sources,
        words(step.target),
        who,
        code(step.starts),
        code(step.paper),
    )


def _condition(check):
    doc = inspect.getdoc(check) or ""
    first = doc.split("\n")[0].rstrip(".")
    return f"{code(check.__name__)} {first}".strip()
