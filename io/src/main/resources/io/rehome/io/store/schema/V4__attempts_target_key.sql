-- The latest attempt's target key is that of its own document, as those of the earlier ones are.
create or replace view attempts as
select e.marketplace,
       e.name as entity,
       a.source_key,
       a.number as attempt,
       a.outcome,
       a.document,
       a.target_key,
       a.stage,
       a.reason,
       a.column_name,
       a.message,
       n.plan_version,
       n.run,
       a.updated_at
  from attempt a
  join entity e on e.id = a.entity
  join run n on n.id = a.run
union all
select marketplace, entity, source_key, attempts, outcome, document,
       case when document is not null then target_key end,
       stage, reason, column_name, message, plan_version, run, updated_at
  from records;
