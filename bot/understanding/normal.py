"""Findings that are reported as normal: "feels like it should", "back to full strength", "nothing was tender"."""

from bot.engine import phrase_context as floor
from bot.understanding import cues
from bot.understanding.context import is_negative
from bot.understanding.matching import Found
from bot.understanding.phrases import Phrases
from bot.understanding.surroundings import Cue, Surroundings
from bot.understanding.text import COMMA
from bot.understanding.words import word_set


def normal(around: Surroundings, found: Found) -> Cue | None:
    """What calls a mention normal in its own clause, or None.

    A denial that is the symptom itself is never normal, nor an event ("fell, and nothing was broken"), nor a wish to
    die, nor a loss of weight ("I eat the same"); and nothing is normal where its clause denies that ("doesn't feel like
    it should") or its sentence makes an exception ("like it should, except the seat").
    """
    if found.listen.flag in _EVENTS or any(is_negative(around, unit) for unit in found.units):
        return None
    first, last = around.clause_of(found.start)
    listed = all(around.words[at] == COMMA or at in around.symptoms for at in range(last, found.end))
    if not listed or around.has(floor.BREAKS, first, len(around.words)):
        return None
    return next((cue for at in range(first, min(last, len(around.words))) if (cue := _called(around, first, at))), None)


_EVENTS = frozenset(("self_harm", "accident", "small_fall", "drowsy", "weight_loss"))


def _called(around: Surroundings, first: int, at: int) -> Cue | None:
    """The words at a place that call something normal, as long as nothing in the clause before them denies it."""
    said = _NORMAL.at(around.words, at) or _found_nothing(around, first, at) or _ends_well(around, at)
    if not said or around.has(_NOT_SO, first, at):
        return None
    return Cue("normal", " ".join(said), at, at + len(said))


def _ends_well(around: Surroundings, at: int) -> tuple[str, ...] | None:
    """The same for what says it only at the end of a clause: "both legs the same", "without trouble"."""
    said = _NORMAL_AT_END.at(around.words, at)
    return said if said and around.words[at + len(said) :][:1] in ((), (COMMA,), ("and",), ("y",)) else None


def _found_nothing(around: Surroundings, first: int, at: int) -> tuple[str, ...] | None:
    """ "The nurse pressed all the way down my spine and nothing was tender"."""
    if around.words[at] not in _NOTHING or not around.has(_EXAMINED, first, at):
        return None
    after = [word for word in around.words[at + 1 : at + 6] if word not in _IS]
    return around.words[at : at + 1] if after and after[0] in _AMISS else None


_NOT_SO = cues.NEGATING | word_set("""
    aint wasnt werent wouldnt nobody none hardly until til till unless almost nearly if used wish far less before
    anything nada nunca tampoco antes last yesterday earlier
""")
_NORMAL = Phrases(
        "like it should", "as it should", "the way it should", "like they should", "as they should",
        "the way they should", "like it ought to", "the way it ought to", "like they ought to", "the way they ought to",
        "like its supposed to", "the way its supposed to", "as its supposed to", "like theyre supposed to",
        "the way theyre supposed to", "just like always", "same as always", "the same as always", "same as ever",
        "the same as ever", "same as it always", "the same as it always", "like it always has", "like it always did",
        "the way it always has", "like they always have", "as usual", "everything works", "all works",
        "good as new", "as good as new", "right as rain",
        "back to full strength", "back to strength", "full strength", "back to normal", "normal as can be",
        "perfectly normal", "completely normal", "totally normal", "all normal", "perfectly fine", "perfectly well",
        "all there", "all of it was there", "felt each", "felt every", "felt all of it", "on the mend", "catching up",
        "never complained", "never complain", "never gave me trouble", "never give me trouble", "no complaints",
        "equal on both", "equal both", "the same on both sides", "same on both sides", "even on both sides",
        "as strong as ever", "strong as ever", "getting stronger", "stronger every", "as strong as the",
        "as strong as my",
        "tenido peores", "pasado peores", "peores he tenido",
        "works like a charm", "like clockwork", "had worse", "had far worse", "had much worse", "had a lot worse",
        "had way worse", "passed with flying colors", "como debe ser", "como debe", "como deben", "como si nada",
        "igual que siempre", "como siempre", "como un reloj", "sin ningun problema", "like always", "same strength",
        "la misma fuerza", "fuerza tengo la misma", "clear as a bell", "smooth as ever", "whenever i like",
        "whenever i want", "when i want it to", "cuando yo quiero", "controlo perfectamente", "siento todo bien",
        "siento todo perfecto", "siento todo donde", "same as the right", "same as right", "same as the left",
        "same as left",
)  # fmt: skip
_NORMAL_AT_END = Phrases(
        "the same", "legs same", "sides same", "equal", "without trouble", "without any trouble", "without a problem",
        "without problems", "without any problem", "with no trouble", "with no problem", "without a hitch",
        "this is nothing", "this ones nothing", "without help", "without a bother", "no bother", "like the other",
        "like the other one", "like the other leg", "like the other foot", "like the other side", "like anybody",
        "like a baby", "sin problema", "sin problemas", "feel everything", "feel it all", "even both sides",
        "todo normal",
)  # fmt: skip
_NOTHING = word_set("nothing none nada ninguno ninguna")
_EXAMINED = word_set("""
    pressed pushed tapped checked tested examined looked look felt poked prodded thumped measured scanned squeezed ran
    taps presses checks palpated xrayed reviso apreto toco palpo presiono
""")
_IS = word_set("was were is of it them hurt felt looked came up was showed out seemed que me estaba")
_AMISS = word_set("""
    tender sore swollen wrong different hot red numb weak tight missing amiss unusual off broken abnormal funny strange
    bothered jumped stood there dolio raro hinchado
""")
