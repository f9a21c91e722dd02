-- Sealed addresses go with the column: without the key nobody reads them.
ALTER TABLE users DROP COLUMN email_sealed;
