"""督办: key items, counterpart supervision by committees, delegated checks, chasers and circulars."""
