-- An account that an operator has disabled keeps all it has, but nobody logs in to it.
ALTER TABLE users ADD COLUMN disabled_at DATETIME(3) NULL;
