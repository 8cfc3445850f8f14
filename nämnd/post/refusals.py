"""Why a mail can't be read, in Swedish."""

from nämnd.post.errors import NotAMailError

POST_REFUSALS = (NotAMailError,)


def post_text(error: NotAMailError) -> str:
    """Return the sentence for `error`."""
    return (
        f"«{error.name}» går inte att läsa som e-post. Spara brevet på nytt från e-postprogrammet "
        "(.eml eller .msg), eller spara det som PDF."
    )
