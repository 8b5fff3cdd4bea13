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

-- A range that waits knows how many rows it read, for whoever watches the run; its books come later.
create or replace view ranges as
select c.marketplace,
       k.campaign,
       e.name as entity,
       k.id as range_id,
       case cardinality(k.low) when 0 then null when 1 then k.low[1]
            else array_to_json(k.low)::text end as low,
       case cardinality(k.high) when 0 then null when 1 then k.high[1]
            else array_to_json(k.high)::text end as high,
       case k.state when 'O' then 'OPEN' when 'W' then 'WAITING' else 'FINISHED' end as state,
       k.attempt,
       case k.state when 'F' then k.read end as read,
       k.loaded, k.unchanged, k.rejected, k.skipped, k.merged, k.gone, k.pending,
       k.finished_at
  from key_range k
  join campaign c on c.id = k.campaign
  join entity e on e.id = k.entity;
