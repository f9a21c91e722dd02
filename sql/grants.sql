-- grants.sql: schemas and accounts. Each service reads and writes the rows of its own schema and nothing else; only the
-- operator's account changes schemas. (Temporary tables are a connection's own: projections are made anew in them.) Can be
-- run again at any time. The accounts are made locked and without a password; give each one and unlock it:  ALTER USER vinylhound_user@localhost IDENTIFIED BY '…' ACCOUNT UNLOCK;
-- (In a GRANT on a schema `_` stands for any character unless escaped.)
CREATE DATABASE IF NOT EXISTS vinylhound_user;
CREATE DATABASE IF NOT EXISTS vinylhound_catalog;
CREATE DATABASE IF NOT EXISTS vinylhound_rating;

CREATE USER IF NOT EXISTS vinylhound_user@localhost ACCOUNT LOCK;
CREATE USER IF NOT EXISTS vinylhound_catalog@localhost ACCOUNT LOCK;
CREATE USER IF NOT EXISTS vinylhound_rating@localhost ACCOUNT LOCK;
CREATE USER IF NOT EXISTS vinylhound_operator@localhost ACCOUNT LOCK;

GRANT SELECT, INSERT, UPDATE, DELETE, CREATE TEMPORARY TABLES ON `vinylhound\_user`.* TO vinylhound_user@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE TEMPORARY TABLES ON `vinylhound\_catalog`.* TO vinylhound_catalog@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE TEMPORARY TABLES ON `vinylhound\_rating`.* TO vinylhound_rating@localhost;

GRANT ALL PRIVILEGES ON `vinylhound\_user`.* TO vinylhound_operator@localhost WITH GRANT OPTION;
GRANT ALL PRIVILEGES ON `vinylhound\_catalog`.* TO vinylhound_operator@localhost WITH GRANT OPTION;
GRANT ALL PRIVILEGES ON `vinylhound\_rating`.* TO vinylhound_operator@localhost WITH GRANT OPTION;
GRANT CREATE USER ON *.* TO vinylhound_operator@localhost;
