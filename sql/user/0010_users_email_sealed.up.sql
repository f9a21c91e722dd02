-- Addresses are encrypted at rest. `email` holds those from before; `vinylhound migrate` moves them over.
ALTER TABLE users
    ADD COLUMN email_sealed VARCHAR(1500) CHARACTER SET ascii COLLATE ascii_bin NULL
        COMMENT 'AES-256-GCM, see core/seal.h' AFTER email;
