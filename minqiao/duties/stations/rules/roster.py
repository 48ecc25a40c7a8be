"""A fair duty roster (pure): everybody as often as the others, nobody on a day of leave."""


def roster(days, people, per_day, *, away=None, loads=None):
    """{day: [people]}: so many a day, those first who were on duty least, then longest ago.

    `away`: {person: days of leave}; `loads`: how often each was on duty before. A day with too few who
    can come has fewer. Without leave and earlier duty no two differ by more than one.
    """
    away, done = (
        away or {},
        dict.fromkeys(people, 0) | {key: n for key, n in (loads or {}).items() if key in people},
    )
    last = dict.fromkeys(people, -1)
    order = {person: place for place, person in enumerate(people)}
    found = {}
    for number, day in enumerate(sorted(days)):
        here = [person for person in people if day not in away.get(person, ())]
        here.sort(key=lambda person: (done[person], last[person], order[person]))
        found[day] = here[:per_day]
        for person in found[day]:
            done[person], last[person] = done[person] + 1, number
    return found
