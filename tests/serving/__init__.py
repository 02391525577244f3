"""`heatwise serve` over real HTTP, against an independent Bot API emulator."""
