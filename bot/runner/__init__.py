"""What keeps a conversation going: events in, replies out, timers, the clock."""
