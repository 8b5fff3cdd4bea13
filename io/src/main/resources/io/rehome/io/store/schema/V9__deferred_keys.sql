-- The keys of the records that a page deferred: it counts them once they are settled, whatever other
-- copy of the page, or other reading of its range, has begun them since.
alter table page add column deferred_keys text[] collate "C";

update page p
   set deferred_keys = d.keys
  from (select deferred_page, array_agg(source_key) as keys
          from record
         where deferred_page is not null
         group by 1) d
 where p.id = d.deferred_page
   and p.deferred > 0
   and (p.range_id = 0 or p.range_id in (select id from key_range where state = 'W'));
