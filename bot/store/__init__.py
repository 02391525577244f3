"""What must survive a crash: sessions, timers, transcript, outbox, callbacks and proofs of consent."""
