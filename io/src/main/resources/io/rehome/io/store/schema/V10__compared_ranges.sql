-- Whether a record's range was compared is asked of each record that enters: a run compares many ranges.
create index on scan_range (run, range_id);
drop index scan_range_run_idx;
