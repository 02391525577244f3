"""The hours in which the chat writes nothing on its own, where the clinic is."""

from datetime import datetime, time, timedelta, tzinfo

from msgspec import Struct

A_DAY = timedelta(days=1)


class Quiet(Struct, frozen=True):
    """From `start` until `end`, local times of day: over midnight where the end is the earlier one."""

    start: time
    end: time

    def holds(self, at: time) -> bool:
        """Whether a time of day lies in these hours; where both ends are the same there are none."""
        if self.start <= self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end


def when_awake(moment: datetime, quiet: Quiet | None, zone: tzinfo) -> datetime:
    """This moment (UTC), or the first one after it that lies outside the quiet hours.

    Clocks that are set forward or back may move the end of the hours; what comes of it is never in them, nor early.
    """
    local = moment.astimezone(zone)
    if quiet is None or not quiet.holds(local.time()):
        return moment
    days = (local.date(), local.date() + A_DAY)
    ends = [datetime.combine(day, quiet.end, zone).replace(fold=fold) for day in days for fold in (0, 1)]
    moments = [end.astimezone(moment.tzinfo) for end in ends]  # an hour that clocks show twice has two
    return min(each for each in moments if each >= moment and not quiet.holds(each.astimezone(zone).time()))
