-- "AWSm": the file belongs to AWSim. The format version is that of the layout below.
PRAGMA application_id = 1096242029;
PRAGMA user_version = 1;

-- The collections that this file has rows of, and the version of their rows' form.
CREATE TABLE collection (
    service TEXT NOT NULL,
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (service, name)
) WITHOUT ROWID;

-- Every row of every collection; the value is JSON.
CREATE TABLE entry (
    service TEXT NOT NULL,
    collection TEXT NOT NULL,
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (service, collection, account, key)
) WITHOUT ROWID;
