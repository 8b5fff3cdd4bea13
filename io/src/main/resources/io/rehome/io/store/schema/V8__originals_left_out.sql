-- Under keep: fingerprints the original of a record that was loaded or skipped is not kept.
alter table record alter column source drop not null;
