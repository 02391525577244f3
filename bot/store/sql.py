"""Every statement that the SQLite store runs on its tables; lists travel as one JSON array."""

# Asking

SEEN = "SELECT id FROM seen WHERE id IN (SELECT value FROM json_each(?))"
SESSIONS = """
    SELECT person, session FROM conversations
    WHERE person IN (SELECT value FROM json_each(?)) AND session IS NOT NULL
"""
TIMERS = "SELECT person, name, due FROM timers WHERE person IN (SELECT value FROM json_each(?))"
DUE_TIMERS = """
    SELECT person, channel, address, name, due FROM timers
    WHERE due <= ? AND (? OR channel IN (SELECT value FROM json_each(?)))
    ORDER BY due, person, name LIMIT ?
"""
UNSENT = """
    SELECT id, person, channel, address, payload, tries FROM outbox
    WHERE channel = ? AND person NOT IN (SELECT value FROM json_each(?))
        AND person NOT IN (SELECT person FROM paused)
    ORDER BY id LIMIT ?
"""
WAITING = "SELECT id FROM outbox WHERE person IN (SELECT value FROM json_each(?))"
PAUSED = "SELECT person, channel, at FROM paused ORDER BY at, person"
FAILED = "SELECT id, person, channel, why, at FROM failed ORDER BY at, id"
SESSION = "SELECT session FROM conversations WHERE person = ?"
TRANSCRIPT = "SELECT at, who, text FROM transcript WHERE person = ? ORDER BY id"
_OF_CALLBACKS = """
    SELECT id, at, notice_at, mail_due, done_at, mailed_at, mail_tries,
        name, contact, time, lang, notice_version, answers, note
    FROM callbacks
"""
CALLBACKS = f"{_OF_CALLBACKS} WHERE ? OR done_at IS NULL ORDER BY id"
LETTERS_DUE = f"{_OF_CALLBACKS} WHERE mailed_at IS NULL AND done_at IS NULL AND mail_due <= ? ORDER BY id"
NEXT_LETTER = "SELECT min(mail_due) FROM callbacks WHERE mailed_at IS NULL AND done_at IS NULL"
CONSENTS = "SELECT version, at FROM consents WHERE person = ? ORDER BY id"
QUARANTINED = """
    SELECT id, person, error, at, channel, timer, body, address, screen, again, waits FROM quarantine
    WHERE NOT ? OR waits ORDER BY at, id
"""

# How it is doing

REVISION = "SELECT version_num FROM alembic_version"
PULSE = "INSERT INTO pulse (id, at) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at"
DATA_VERSION = "PRAGMA data_version"
BACKLOG = """
    SELECT
        (SELECT count(*) FROM outbox WHERE person NOT IN (SELECT person FROM paused)),
        (SELECT min(at) FROM outbox WHERE person NOT IN (SELECT person FROM paused)),
        (SELECT count(*) FROM timers WHERE due <= :now),
        (SELECT min(due) FROM timers WHERE due <= :now),
        (SELECT count(*) FROM callbacks WHERE mailed_at IS NULL AND done_at IS NULL),
        (SELECT min(at) FROM callbacks WHERE mailed_at IS NULL AND done_at IS NULL),
        (SELECT count(*) FROM quarantine),
        (SELECT count(*) FROM failed)
"""

# Writing a batch

FORGET_TRANSCRIPT = "DELETE FROM transcript WHERE person = ?"
FORGET_OUTBOX = "DELETE FROM outbox WHERE person = ?"
FORGET_POISON = """
    UPDATE quarantine SET body = x'', address = '', timer = '', waits = 0 WHERE person = ?
"""
FORGET_TIMERS = "DELETE FROM timers WHERE person = ?"
CANCEL_TIMER = "DELETE FROM timers WHERE person = ? AND name = ?"
END_PAUSE = "DELETE FROM paused WHERE person = ?"
ADD_SEEN = "INSERT INTO seen (id, at) VALUES (?, ?)"
SAVE_CONVERSATION = """
    INSERT INTO conversations (person, session, heard_at) VALUES (?, ?, ?)
    ON CONFLICT (person) DO UPDATE SET
        session = coalesce(excluded.session, session),
        heard_at = max(heard_at, excluded.heard_at)
"""
SET_TIMER = """
    INSERT INTO timers (person, name, channel, address, due) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (person, name) DO UPDATE SET
        channel = excluded.channel, address = excluded.address, due = excluded.due
"""
ADD_LINE = "INSERT INTO transcript (person, at, who, text) VALUES (?, ?, ?, ?)"
ADD_CALL = "INSERT INTO outbox (person, channel, address, payload, at) VALUES (?, ?, ?, ?, ?)"
ADD_CALLBACK = """
    INSERT INTO callbacks (at, name, contact, time, lang, notice_version, notice_at, answers, mail_due)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
ADD_CONSENT = "INSERT INTO consents (person, version, at) VALUES (?, ?, ?)"

# Writing the rest

SENT = "DELETE FROM outbox WHERE id IN (SELECT value FROM json_each(?))"
TRIED = "UPDATE outbox SET tries = tries + 1 WHERE id IN (SELECT value FROM json_each(?))"
UNTRIED = "UPDATE outbox SET tries = max(tries - 1, 0) WHERE id IN (SELECT value FROM json_each(?))"
PAUSE = "INSERT INTO paused (person, channel, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
ADD_FAILED = """
    INSERT INTO failed (id, person, channel, why, at)
    SELECT id, person, channel, ?, ? FROM outbox WHERE id IN (SELECT value FROM json_each(?))
"""
CALLBACK_DONE = "UPDATE callbacks SET done_at = coalesce(done_at, ?) WHERE id = ?"
CALLBACK_NOTE = "UPDATE callbacks SET note = ? WHERE id = ?"
MAILED = "UPDATE callbacks SET mailed_at = coalesce(mailed_at, ?) WHERE id = ?"
MAIL_FAILED = "UPDATE callbacks SET mail_tries = mail_tries + 1, mail_due = ? WHERE id = ?"
SEE = "INSERT INTO seen (id, at) VALUES (?, ?) ON CONFLICT DO NOTHING"
QUARANTINE = """
    INSERT INTO quarantine (id, person, error, at, channel, timer, due, body, address, screen)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
"""
TIMER_AGAIN = """
    INSERT INTO timers (person, name, channel, address, due)
    SELECT person, timer, channel, address, due FROM quarantine
    WHERE id = ? AND timer <> '' AND person IN (SELECT person FROM conversations)
    ON CONFLICT DO NOTHING
"""
TIMER_STANDS = """
    DELETE FROM quarantine
    WHERE id = ? AND timer <> '' AND person IN (SELECT person FROM conversations)
"""
AGAIN = "UPDATE quarantine SET waits = 1, again = again + 1 WHERE id = ? AND body <> x'' AND NOT waits"
WAITS = "SELECT count(*) FROM quarantine WHERE id = ? AND waits"
FAILED_AGAIN = "UPDATE quarantine SET waits = 0, error = ? WHERE id = ?"
DROP = "DELETE FROM quarantine WHERE id = ?"
DROP_TIMER = "DELETE FROM timers WHERE person = ? AND name = ? AND due = ?"

# Erasing what has been kept long enough

PURGE_TRANSCRIPT = """
    DELETE FROM transcript WHERE person IN (SELECT person FROM conversations WHERE heard_at < ?)
"""
PURGE_CALLBACKS = "DELETE FROM callbacks WHERE done_at < ?"
PURGE_SEEN = "DELETE FROM seen WHERE at < ?"
PURGE_FAILED = "DELETE FROM failed WHERE at < ?"
PURGE_POISON = """
    UPDATE quarantine SET body = x'', address = '', timer = '', waits = 0 WHERE at < ? AND address <> ''
"""
PURGE_QUARANTINE = "DELETE FROM quarantine WHERE at < ?"
