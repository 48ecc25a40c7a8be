"""All reading: funds, their positions, accounts, entries, items, allocations; the ledger's first fault."""
