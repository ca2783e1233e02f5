-- The derived index over all meetings of all chains: can be deleted without loss, and is made anew when it is of another version.
CREATE TABLE chain (
    id INTEGER PRIMARY KEY,
    folder TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL DEFAULT '',
    -- Names, sizes and times of its files as one hash: as long as the folder shows the same, nothing has to be looked up.
    -- None while its meetings are being read: what is there can be used, and is read again when that stopped half way.
    listing TEXT
);
CREATE TABLE file (
    id INTEGER PRIMARY KEY,
    chain INTEGER NOT NULL REFERENCES chain (id),
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    number INTEGER NOT NULL,
    date TEXT,
    state TEXT NOT NULL DEFAULT '',
    -- The number of the meeting whose report it adopted, and the SHA-256 of the file that it adopted.
    adopts INTEGER,
    adopted_sha256 TEXT,
    -- How the meeting stood, as JSON.
    standings TEXT,
    -- Why the file can't be read.
    trouble TEXT,
    UNIQUE (chain, name)
);
CREATE INDEX file_number ON file (chain, number);
-- What can't be read is told with every answer; the rows of all files are large.
CREATE INDEX file_trouble ON file (chain, number, name) WHERE trouble IS NOT NULL;
-- One row per record of a chain, as it stood in the last meeting that had it. The low four bits of its id are its kind.
CREATE TABLE record (
    id INTEGER PRIMARY KEY,
    chain INTEGER NOT NULL REFERENCES chain (id),
    code TEXT NOT NULL,
    made INTEGER NOT NULL,
    last INTEGER NOT NULL,
    date TEXT,
    -- The day that it names itself, for where the file of the meeting that made it can't be read.
    own TEXT,
    owner TEXT NOT NULL DEFAULT '',
    partners TEXT NOT NULL DEFAULT '',
    -- The record it comes from or takes up again.
    follows TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT '',
    sort TEXT NOT NULL DEFAULT '',
    open INTEGER NOT NULL DEFAULT 0,
    due TEXT,
    factor INTEGER,
    value REAL,
    text TEXT NOT NULL,
    body TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX record_code ON record (chain, code, id & 15);
CREATE INDEX record_follows ON record (chain, follows) WHERE follows <> '';
-- The partners that a chain has or had.
CREATE TABLE partner (
    chain INTEGER NOT NULL REFERENCES chain (id),
    code TEXT NOT NULL,
    PRIMARY KEY (chain, code)
) WITHOUT ROWID;
-- Words as people wrote them, in small letters without accents, with their stems. One that nobody uses any more may stay: it
-- is only used while its stem is.
CREATE TABLE spelling (
    word TEXT PRIMARY KEY,
    stem TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX spelling_stem ON spelling (stem);
-- How many records of a kind a chain has, by what they are asked for most: the same as counting them, without reading them.
CREATE TABLE tally (
    chain INTEGER NOT NULL REFERENCES chain (id),
    kind INTEGER NOT NULL,
    owner TEXT NOT NULL,
    open INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (chain, kind, owner, open)
) WITHOUT ROWID;
-- The stems of text and body; prefixes of two and three signs are there for whoever is still typing.
CREATE VIRTUAL TABLE words USING fts5 (stems, content='', contentless_delete=1, detail=none, prefix='2 3', tokenize='unicode61');
-- A new index is written in few large pieces, and putting them together takes longer than looking into each. While it is
-- made, so many bytes of memory hold the next piece: the fewer there are, the less every answer has to look into.
INSERT INTO words (words, rank) VALUES ('automerge', 0), ('crisismerge', 64), ('hashsize', 33554432);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, row);
-- Has a row while words that were taken away may still stand in the pieces of the full text.
CREATE TABLE removed (one INTEGER PRIMARY KEY CHECK (one = 1));
