-- The orders in which records are looked through. A large archive is read first and put in order after that.
CREATE INDEX IF NOT EXISTS record_date ON record (date);
CREATE INDEX IF NOT EXISTS record_kind ON record (id & 15, date);
CREATE INDEX IF NOT EXISTS record_open ON record (chain, due) WHERE open = 1;
