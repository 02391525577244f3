"""All words that can stand in a field of the log: the program's own, and none that says anything of a patient."""

WORDS = frozenset(
    """
    a about address again an and answer answered api at be blocked bot broke button_data_invalid by calls came can
    can't cannot caption certificate chat clinic's code connection console could deactivated did edit edited empty
    encrypted end entities expired failed file find for found from id ids image in invalid is it its json keyboard
    kicked letter line log-in long loop mail many markup media message modified name no not of off offers old or
    outside parse password peer_id_invalid photo platform query reached refused reply response result s secret
    sender's server server's shape start starttls status supergroup tag talk telegram terminal text that the time
    timeout to token too tried trusted unknown unsupported updates upgraded used user user's was web without wrong
    """.split()  # noqa: SIM905 - a list of two hundred quoted words is harder to read
)
