"""What the button of a thing to do does, and how it looks."""

from nämnd.översikt.todo import Action, Todo, Vikt
from ui.desk import Go
from ui.toolkit.palette import Role

ROLE = {
    Vikt.SEN: Role.LATE,
    Vikt.NU: Role.WARN,
    Vikt.SNART: Role.NOTE,
    Vikt.LUGN: Role.QUIET,
}


def do(go: Go, one: Todo) -> None:  # noqa: C901 - a table of one line each
    """Do it, or lead to where it is done."""
    keys = one.keys
    match one.action:
        case Action.TO_PROTOKOLL:
            go.to_protokoll(*keys[:1])
        case Action.TO_SAMMANTRÄDE:
            go.to_sammanträde(*keys[:2])
        case Action.TO_SAMMANTRÄDEN:
            go.to_page("sammanträden")
        case Action.TO_PEOPLE:
            go.to_page("nämnd")
        case Action.TO_JUSTERING:
            go.to_justering(*keys[:2])
        case Action.TO_DELEGATION if keys:
            go.to_delegationsbeslut(keys[0])
        case Action.TO_DELEGATION:
            go.to_page("delegation")
        case Action.TO_BEVAKNING:
            go.to_bevakning(keys[0])
        case Action.PUT_ON_DAGORDNING:
            go.put_on_dagordning(keys[0])
        case Action.ASK_OUTCOME:
            go.ask_outcome(keys[0])
        case Action.REMIND:
            go.remind(keys)
        case Action.TO_REDOVISNING:
            go.to_redovisning(keys[0])
