"""The database itself keeps the ledger: an entry moves both balances or is refused, and stands for ever.

A row of funds_entry is taken only when it follows the last entry of its open fund (number and hash); the
end of the chain and both balances move with it, and the accounts' own constraint refuses what would
overspend. On SQLite a migration that alters one of these tables makes it anew and loses its triggers:
such a migration must run `forwards` of this one again.
"""

from django.db import migrations

FOLLOWS = "entry_follows_the_last_of_its_open_fund"
OWN_ACCOUNTS = "entry_has_both_accounts_in_its_fund"
STANDS = "entry_is_never_changed_or_deleted"
SQLITE = (
    f"""CREATE TRIGGER funds_entry_follows BEFORE INSERT ON funds_entry
        BEGIN
            SELECT RAISE(ABORT, '{FOLLOWS}') WHERE NOT EXISTS (
                SELECT 1 FROM funds_fund WHERE id = NEW.fund_id AND state = 'open'
                AND last_seq = NEW.seq - 1 AND last_hash = NEW.prev_hash);
            SELECT RAISE(ABORT, '{OWN_ACCOUNTS}') WHERE 2 <> (
                SELECT COUNT(*) FROM funds_account
                WHERE id IN (NEW.credit_id, NEW.debit_id) AND fund_id = NEW.fund_id);
        END""",
    """CREATE TRIGGER funds_entry_moves AFTER INSERT ON funds_entry
        BEGIN
            UPDATE funds_fund SET last_seq = NEW.seq, last_hash = NEW.hash WHERE id = NEW.fund_id;
            UPDATE funds_account SET balance = balance - NEW.amount WHERE id = NEW.credit_id;
            UPDATE funds_account SET balance = balance + NEW.amount WHERE id = NEW.debit_id;
        END""",
    f"""CREATE TRIGGER funds_entry_unchanged BEFORE UPDATE ON funds_entry
        BEGIN SELECT RAISE(ABORT, '{STANDS}'); END""",
    f"""CREATE TRIGGER funds_entry_undeleted BEFORE DELETE ON funds_entry
        BEGIN SELECT RAISE(ABORT, '{STANDS}'); END""",
)
SQLITE_BACK = (
    "DROP TRIGGER funds_entry_follows",
    "DROP TRIGGER funds_entry_moves",
    "DROP TRIGGER funds_entry_unchanged",
    "DROP TRIGGER funds_entry_undeleted",
)
POSTGRESQL = (
    f"""CREATE FUNCTION funds_entry_moves() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            UPDATE funds_fund SET last_seq = NEW.seq, last_hash = NEW.hash
            WHERE id = NEW.fund_id AND state = 'open'
            AND last_seq = NEW.seq - 1 AND last_hash = NEW.prev_hash;
            IF NOT FOUND THEN
                RAISE EXCEPTION '{FOLLOWS}' USING ERRCODE = 'check_violation';
            END IF;
            IF 2 <> (SELECT COUNT(*) FROM funds_account
                     WHERE id IN (NEW.credit_id, NEW.debit_id) AND fund_id = NEW.fund_id) THEN
                RAISE EXCEPTION '{OWN_ACCOUNTS}' USING ERRCODE = 'check_violation';
            END IF;
            UPDATE funds_account SET balance = balance - NEW.amount WHERE id = NEW.credit_id;
            UPDATE funds_account SET balance = balance + NEW.amount WHERE id = NEW.debit_id;
            RETURN NEW;
        END $$""",
    f"""CREATE FUNCTION funds_entry_stands() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '{STANDS}' USING ERRCODE = 'check_violation';
        END $$""",
    f"""CREATE FUNCTION funds_entries_stand() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF EXISTS (SELECT 1 FROM funds_entry) THEN
                RAISE EXCEPTION '{STANDS}' USING ERRCODE = 'check_violation';
            END IF;
            RETURN NULL;
        END $$""",
    """CREATE TRIGGER funds_entry_moves AFTER INSERT ON funds_entry
        FOR EACH ROW EXECUTE FUNCTION funds_entry_moves()""",
    """CREATE TRIGGER funds_entry_stands BEFORE UPDATE OR DELETE ON funds_entry
        FOR EACH ROW EXECUTE FUNCTION funds_entry_stands()""",
    """CREATE TRIGGER funds_entries_stand BEFORE TRUNCATE ON funds_entry
        FOR EACH STATEMENT EXECUTE FUNCTION funds_entries_stand()""",
)
POSTGRESQL_BACK = (
    "DROP TRIGGER funds_entry_moves ON funds_entry",
    "DROP TRIGGER funds_entry_stands ON funds_entry",
    "DROP TRIGGER funds_entries_stand ON funds_entry",
    "DROP FUNCTION funds_entry_moves()",
    "DROP FUNCTION funds_entry_stands()",
    "DROP FUNCTION funds_entries_stand()",
)


def _run(editor, sqlite, postgresql):
    for statement in {"sqlite": sqlite, "postgresql": postgresql}[editor.connection.vendor]:
        editor.execute(statement)


def forwards(apps, editor):
    _run(editor, SQLITE, POSTGRESQL)


def backwards(apps, editor):
    _run(editor, SQLITE_BACK, POSTGRESQL_BACK)


class Migration(migrations.Migration):
    dependencies = [("funds", "0001_ledger_and_allocations")]
    operations = [migrations.RunPython(forwards, backwards)]
